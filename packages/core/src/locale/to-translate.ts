import { en } from "./en.ts";
import { type PluralCategory, pluralCategories } from "./plural-rules.ts";
import { mapTexts, type Text, type TextTree, textLeaves } from "./text-tree.ts";
import { asTree, firstText, type TextSetting, textsInLanguage } from "./texts-of.ts";

/** How far the texts that a site shows by itself are translated into a locale. */
export interface TextCoverage {
  readonly all: number;
  /** How many are in English only; none for a locale in English. */
  readonly missing: number;
}

/** Counts the texts of a locale. */
export function textCoverage(locale: string, { texts }: TextSetting): TextCoverage {
  const translated = textsInLanguage(locale, texts);
  const leaves = textLeaves(asTree(en));
  return { all: leaves.length, missing: leaves.filter(({ path }) => firstText(translated, path) === undefined).length };
}

/** Which texts `textsToTranslate` gives. */
export interface TranslateOptions {
  /** Only those that are in English only. Default: all. */
  readonly missing?: boolean;
}

/**
 * The texts of a locale as the configuration's `texts` takes them: those that are translated as they are, all others in
 * English, with a form for each plural category of the language.
 */
export function textsToTranslate(
  locale: string,
  { texts }: TextSetting,
  { missing = false }: TranslateOptions = {},
): TextTree {
  const translated = textsInLanguage(locale, texts);
  const categories = pluralCategories(locale) ?? pluralCategories("en") ?? [];
  return mapTexts(asTree(en), ({ path, text }) => {
    const found = firstText(translated, path);
    if (found !== undefined) return missing ? undefined : found;
    return inCategories(firstText(texts.en === undefined ? [] : [asTree(texts.en)], path) ?? text, categories);
  });
}

function inCategories(english: Text, categories: readonly PluralCategory[]): Text {
  if (typeof english === "string") return english;
  const { one, other } = english;
  return Object.fromEntries(
    categories.map((form) => [form, form === "one" ? (one ?? other) : other]),
  ) as unknown as Text; // Every language has `other`.
}

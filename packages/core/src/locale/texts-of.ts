import { en } from "./en.ts";
import { mapTexts, type Text, type TextTree, textAt, textLeaves } from "./text-tree.ts";
import type { OwnTexts, ShownTexts, Texts } from "./texts.ts";
import { vi } from "./vi.ts";

/** The built-in texts, by language. */
const builtIn: Readonly<Record<string, Texts>> = { en, vi };

/** What a site says of its texts: its own ones, by locale. */
export interface TextSetting {
  readonly texts: Readonly<Record<string, OwnTexts>>;
}

// Pages ask for the texts of a few locales thousands of times.
const known = new WeakMap<TextSetting["texts"], Map<string, ShownTexts>>();

/**
 * The texts that a site shows by itself in a locale: the site's own, else the built-in ones of the locale or its language
 * (`vi` for `vi-VN`), else those in English, the site's own first.
 */
export function textsOf(locale: string, { texts }: TextSetting): ShownTexts {
  const made = known.get(texts) ?? new Map<string, ShownTexts>();
  known.set(texts, made);
  const found = made.get(locale) ?? makeTexts(locale, texts);
  made.set(locale, found);
  return found;
}

function makeTexts(locale: string, own: TextSetting["texts"]): ShownTexts {
  const ready = builtIn[languageOf(locale)];
  if (ready !== undefined && own[locale] === undefined && own[languageOf(locale)] === undefined) return ready;
  const translated = textsInLanguage(locale, own);
  const english = asTrees([own.en, en]);
  const made = mapTexts(asTree(en), ({ path, text }) => {
    const found = firstText(translated, path);
    if (found !== undefined) return withForms(found, text);
    const inEnglish = withForms(firstText(english, path) ?? text, text);
    // Numbers have the forms of the language that the text is in.
    return typeof inEnglish === "string" ? inEnglish : { ...inEnglish, language: "en" };
  });
  const shown = made as unknown as Texts; // It has the shape of the English ones.
  return translated.some((tree) => textLeaves(tree).length > 0) ? shown : { ...shown, language: "en" };
}

/** The texts that there are in the language of a locale, those that come first before the others. */
export function textsInLanguage(locale: string, own: TextSetting["texts"]): readonly TextTree[] {
  const language = languageOf(locale);
  const names = language === locale ? [locale] : [locale, language];
  return asTrees([...names.map((name) => own[name]), builtIn[language]]);
}

/** The first of several that has a text. */
export function firstText(trees: readonly TextTree[], path: readonly string[]): Text | undefined {
  for (const tree of trees) {
    const found = textAt(tree, path);
    // What stands at the path of a text is one: the schema sees to that.
    if (found !== undefined) return found as Text;
  }
  return undefined;
}

/** A text that depends on a number may be written as one for all numbers. */
function withForms(written: Text, english: Text): Text {
  return typeof written === "string" && typeof english !== "string" ? { other: written } : written;
}

function languageOf(locale: string): string {
  return locale.split("-")[0] ?? locale;
}

function asTrees(texts: readonly (OwnTexts | Texts | undefined)[]): readonly TextTree[] {
  return texts.flatMap((one) => (one === undefined ? [] : [asTree(one)]));
}

/** Texts are groups of texts, whatever their names. */
export function asTree(texts: OwnTexts | Texts): TextTree {
  return texts as unknown as TextTree;
}

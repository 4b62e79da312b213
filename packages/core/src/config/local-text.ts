import { z } from "zod";

const text = z.string().trim().min(1);

const oneOrEach = 'Write a text, or one for each language: { en: "Help", vi: "Trợ giúp" }.';

/** A text of the site's owner: one for every language, or one for each: `{ en: "Help", vi: "Trợ giúp" }`. */
export const localText = z.union(
  [text, z.record(z.string(), text).refine((texts) => Object.keys(texts).length > 0, oneOrEach)],
  { error: oneOrEach },
);

/** A text as the configuration gives it: for all languages, or by locale. */
export type LocalText = z.output<typeof localText>;

/** A text as it is shown. */
export interface ShownText {
  readonly text: string;
  /** The locale that it is written in, where that is not the one that was asked for. */
  readonly lang: string | undefined;
}

/** A text in a locale, else in the default one, else in the first that it has; `undefined` where there is none at all. */
export function showText(
  given: LocalText | undefined,
  locale: string,
  { defaultLocale }: { readonly defaultLocale: string },
): ShownText | undefined {
  if (given === undefined) return undefined;
  if (typeof given === "string") return { text: given, lang: undefined };
  const found = [locale, defaultLocale, ...Object.keys(given)].find((one) => Object.hasOwn(given, one));
  const shown = found === undefined ? undefined : given[found];
  return shown === undefined ? undefined : { text: shown, lang: found === locale ? undefined : found };
}

/** Name and description of a site in a locale, as `showText` finds them. */
export function siteTexts(
  config: { readonly title: LocalText; readonly description?: LocalText | undefined; readonly defaultLocale: string },
  locale: string,
): { readonly title: string; readonly description: string | undefined } {
  return {
    title: showText(config.title, locale, config)?.text ?? "",
    description: showText(config.description, locale, config)?.text,
  };
}

/** What readers of a locale call a role: as the configuration says, or its id where that says nothing. */
export function roleLabel(
  role: string,
  locale: string,
  config: { readonly roles: Labels; readonly defaultLocale: string },
): string {
  return labelOf(role, config.roles, locale, config);
}

/** What readers of a locale call a tag: as the configuration says, or as it is written where that says nothing. */
export function tagLabel(
  tag: string,
  locale: string,
  config: { readonly tags: Labels; readonly defaultLocale: string },
): string {
  return labelOf(tag, config.tags, locale, config);
}

type Labels = Readonly<Record<string, { readonly label: LocalText }>>;

function labelOf(id: string, labels: Labels, locale: string, config: { readonly defaultLocale: string }): string {
  return (Object.hasOwn(labels, id) && showText(labels[id]?.label, locale, config)?.text) || id;
}

import { type EntryType, entryFolders, entryTypes, type ResolvedConfig } from "@knowhow/core";

/** The home of a locale, base included, with `/` at its end. */
export function homeUrl(locale: string, config: ResolvedConfig): string {
  return locale === config.defaultLocale ? config.base : `${config.base}${locale.toLowerCase()}/`;
}

/** The same page in another locale: the URL with its locale's home replaced. */
export function urlIn(url: string, from: string, to: string, config: ResolvedConfig): string {
  return from === to ? url : homeUrl(to, config) + url.slice(homeUrl(from, config).length);
}

/** What follows the type's section in the URL of an entry, `crm/export-report`: the route's `slug`. */
export function slugOf(
  entry: { readonly url: string; readonly locale: string; readonly type: EntryType },
  config: ResolvedConfig,
): string {
  return entry.url.slice(homeUrl(entry.locale, config).length + entryFolders[entry.type].length + 1).replace(/\/$/, "");
}

/** The locale of a page, from the pattern of its route: `/vi/faqs` is Vietnamese, `/faqs` of the default locale. */
export function localeOfPattern(pattern: string, config: ResolvedConfig): string {
  const first = pattern.split("/")[1] ?? "";
  const locale = Object.keys(config.locales).find((tag) => tag.toLowerCase() === first);
  return locale === undefined ? config.defaultLocale : locale;
}

/** The type of the entries of a page, from the pattern of its route: `/vi/faqs/[...slug]` shows FAQs. */
export function typeOfPattern(pattern: string): EntryType {
  const parts = pattern.split("/");
  const type = entryTypes.find((one) => parts[1] === entryFolders[one] || parts[2] === entryFolders[one]);
  if (type === undefined) throw new Error(`The route "${pattern}" is of no type of entry.`);
  return type;
}

/** A whole address for machines (canonical links), where the configuration tells the site's own; else undefined. */
export function absoluteUrl(url: string, config: ResolvedConfig): string | undefined {
  return config.site === undefined ? undefined : new URL(url, config.site).href;
}

/** Where the source of an entry can be edited; undefined where the configuration does not tell. */
export function editUrl(file: string, config: ResolvedConfig): string | undefined {
  return config.editUrl?.replace("{file}", file.split("/").map(encodeURIComponent).join("/"));
}

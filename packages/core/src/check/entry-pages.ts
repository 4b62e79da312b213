import type { ResolvedConfig } from "../config/schema.ts";
import { entryUrl, type Location } from "../knowledge/locate.ts";
import { entryFolders } from "../model/types.ts";
import type { CheckInput } from "./rule.ts";

/** The entry that a page shows, and the language that it is in. */
export type EntryPage = Pick<Location, "ref" | "locale">;

/** The pages of entries by their URL, those that redirect to one included. */
export type EntryPages = ReadonlyMap<string, EntryPage>;

/** Lists the pages of all entries. */
export function entryPages({ located, entries, config }: CheckInput): EntryPages {
  const pages = new Map<string, EntryPage>();
  for (const { location, frontmatter } of entries) {
    for (const former of frontmatter.formerly) {
      pages.set(entryUrl(location.type, former.normalize("NFC"), location.locale, config), location);
    }
  }
  for (const { location } of located) pages.set(location.url, location);
  return pages;
}

/**
 * Finds the page of an entry by its path below the base: `lessons/crm/export/`. Undefined where the path is of another kind of
 * page, which belongs to the site or its owner. What is not translated has a page all the same.
 */
export function findEntryPage(
  path: string,
  pages: EntryPages,
  { base, locales, defaultLocale }: ResolvedConfig,
): EntryPage | "missing" | undefined {
  const [first = ""] = path.split("/", 1);
  const locale = Object.keys(locales).find((one) => one !== defaultLocale && one.toLowerCase() === first);
  const inLocale = locale === undefined ? path : path.slice(first.length + 1);
  const [folder = "", rest = ""] = inLocale.split(/\/(.*)/s);
  if (rest === "" || !Object.values<string>(entryFolders).includes(folder)) return undefined;
  const [own, original] = [path, inLocale].map((one) => pages.get(base + one.replace(/\/?$/, "/")));
  return own ?? (original && { ref: original.ref, locale: locale ?? defaultLocale }) ?? "missing";
}

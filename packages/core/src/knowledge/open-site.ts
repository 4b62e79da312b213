import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SearchError } from "../search/errors.ts";
import { openSiteSearch } from "../search/node/index.ts";
import type { Search } from "../search/search.ts";
import { searchFolder, sidecarFile } from "../search/sidecar-path.ts";
import type { Searchable } from "./types.ts";

/** A built site on disk. */
export interface Site extends Searchable {
  /** The locales that can be searched, in alphabetical order. */
  readonly locales: readonly string[];
  /** The locale of the home page: where search looks unless told. */
  readonly defaultLocale: string;
}

/**
 * Opens a built site on disk, for search in the index that its readers use; each locale is loaded when it is first asked for.
 * `folder` is the site's own, which `knowhow build` writes.
 * It rejects, and so do `search` and `ask`, with a `SearchError` where the index is missing, damaged or of another version.
 */
export async function openSite(folder: string): Promise<Site> {
  const locales = await localesOf(folder);
  const defaultLocale = await defaultLocaleOf(folder, locales);
  const searches = new Map<string, Promise<Search>>();
  const searchIn = (locale: string): Promise<Search> => {
    if (!locales.includes(locale)) throw noLocale(locale, locales);
    let search = searches.get(locale);
    if (search === undefined) {
      search = openSiteSearch(folder, locale);
      searches.set(locale, search);
      // What could not be read may be there the next time.
      search.catch(() => searches.delete(locale));
    }
    return search;
  };
  return {
    locales,
    defaultLocale,
    search: async (query, { locale = defaultLocale, ...options } = {}) =>
      (await searchIn(locale)).search(query, options),
    ask: async (question, { locale = defaultLocale, ...options } = {}) =>
      (await searchIn(locale)).ask(question, options),
  };
}

/** Every locale of a site has a sidecar. */
async function localesOf(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(folder, searchFolder)).catch((cause: unknown) => {
    throw noIndex(folder, cause);
  });
  const [before = "", after = ""] = sidecarFile("\0").split("\0");
  const locales = files
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, file.length - after.length));
  if (locales.length === 0) throw noIndex(folder);
  return locales.sort();
}

/** The home page is in the default locale, and says which that is. */
async function defaultLocaleOf(folder: string, locales: readonly string[]): Promise<string> {
  const home = await readFile(join(folder, "index.html"), "utf8").catch(() => "");
  const language = /<html\b[^>]*\blang="?([\w-]+)/i.exec(home)?.[1];
  const [first = ""] = locales;
  return locales.find((locale) => locale === language) ?? first;
}

function noIndex(folder: string, cause?: unknown): SearchError {
  return new SearchError("index-missing", `There is no search index in ${folder}: build the site first.`, { cause });
}

function noLocale(locale: string, locales: readonly string[]): SearchError {
  const message = `The site has no search index for the locale “${locale}”, only for ${locales.join(", ")}.`;
  return new SearchError("index-missing", message);
}

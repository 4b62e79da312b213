import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SearchError } from "../search/errors.ts";
import { connectSiteSearch, openSiteSearch } from "../search/node/index.ts";
import type { Search } from "../search/search.ts";
import { searchFolder } from "../search/sidecar-path.ts";
import { checkRequest } from "./check-request.ts";
import type { Searchable } from "./types.ts";

/** A built site. */
export interface Site extends Searchable {
  /** The locales that can be searched, in alphabetical order, as language tags are written: `pt-BR`. Capitals do not matter in asking. */
  readonly locales: readonly string[];
  /** The locale of the home page: where search looks unless told. */
  readonly defaultLocale: string;
}

/**
 * Opens a built site for search in the index that its readers use; each locale is loaded when it is first asked for.
 * `place` is the folder that `knowhow build` wrote, as a path or a `file:` URL, or the address of a published site's home,
 * `https://kb.example.com/`; of that only data is read, never a script. Of several sites it is the folder of one: `dist/staff`.
 * It rejects, and so do `search` and `ask`, with a `SearchError` where the index is missing, damaged or of another version.
 */
export async function openSite(place: string | URL): Promise<Site> {
  const address = addressOf(place);
  const folder = folderOf(place);
  const read: ReadText = address === undefined ? textOnDisk(folder) : textOnline(address);
  const locales = await localesOf(read, address === undefined ? () => noIndexIn(folder) : () => noIndex(place));
  const defaultLocale = await defaultLocaleOf(read, locales);
  const searches = new Map<string, Promise<Search>>();
  const searchIn = async (asked: string): Promise<Search> => {
    const locale = locales.find((one) => one.toLowerCase() === asked.toLowerCase());
    if (locale === undefined) throw noLocale(asked, locales);
    let search = searches.get(locale);
    if (search === undefined) {
      const setup = { openFallback: searchIn };
      search =
        address === undefined ? openSiteSearch(folder, locale, setup) : connectSiteSearch(address, locale, setup);
      searches.set(locale, search);
      // What could not be read may be there the next time.
      search.catch(() => searches.delete(locale));
    }
    return search;
  };
  return {
    locales,
    defaultLocale,
    search: async (query, { locale = defaultLocale, ...options } = {}) => {
      checkRequest(query, options);
      return (await searchIn(locale)).search(query, options);
    },
    ask: async (question, { locale = defaultLocale, ...options } = {}) => {
      checkRequest(question, options);
      return (await searchIn(locale)).ask(question, options);
    },
  };
}

/** Reads a text file of the site by its path in it. */
type ReadText = (path: string) => Promise<string>;

function textOnDisk(folder: string): ReadText {
  return (path) => readFile(join(folder, path), "utf8");
}

function textOnline(home: URL): ReadText {
  return async (path) => {
    const address = new URL(path, home);
    const response = await fetch(address).catch((cause: unknown) => {
      throw new SearchError("index-missing", `${home.href} cannot be reached: ${reasonOf(cause, address)}.`, { cause });
    });
    if (response.ok) return response.text();
    const message = `${response.url} answered ${response.status}.`;
    // What is not there was not built; anything else says nothing about the site.
    if (response.status === 404 || response.status === 410) throw new Error(message);
    throw new SearchError("index-missing", `The search index cannot be read: ${message}`);
  };
}

/** Why an address gave no answer, in words. */
function reasonOf(cause: unknown, { host }: URL): string {
  const inner = cause instanceof Error ? (cause.cause ?? cause) : cause;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : "";
  switch (code) {
    case "ECONNREFUSED":
      return `nothing answers at ${host}`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `there is no host ${host} that this computer knows`;
    default:
      return code || (inner instanceof Error ? inner.message.replace(/\.$/, "") : String(inner));
  }
}

/** The home of a published site, with `/` at its end; undefined for a folder. */
function addressOf(place: string | URL): URL | undefined {
  const text = String(place);
  return /^https?:\/\//.test(text) ? new URL(text.endsWith("/") ? text : `${text}/`) : undefined;
}

/** The folder that a path or a `file:` URL names. */
function folderOf(place: string | URL): string {
  return String(place).startsWith("file:") ? fileURLToPath(place) : String(place);
}

/** Pagefind keeps an index for each language, and says which; without one, it rejects with what `missing` says of it. */
async function localesOf(
  read: ReadText,
  missing: () => SearchError | Promise<SearchError>,
): Promise<readonly string[]> {
  try {
    const entry: unknown = JSON.parse(await read(`${searchFolder}/pagefind-entry.json`));
    const languages = typeof entry === "object" && entry !== null && "languages" in entry ? entry.languages : undefined;
    // Pagefind names languages in lower case.
    const locales = Intl.getCanonicalLocales(Object.keys(languages ?? {})).sort();
    if (locales.length > 0) return locales;
  } catch (cause) {
    if (cause instanceof SearchError) throw cause;
  }
  throw await missing();
}

/** The home page is in the default locale, and says which that is. */
async function defaultLocaleOf(read: ReadText, locales: readonly string[]): Promise<string> {
  const home = await read("index.html").catch(() => "");
  const language = /<html\b[^>]*\blang="?([\w-]+)/i.exec(home)?.[1]?.toLowerCase();
  const [first = ""] = locales;
  return locales.find((locale) => locale.toLowerCase() === language) ?? first;
}

/** Where a configuration names several sites, each is in a folder of `dist`: whoever opened that meant one of them. */
async function noIndexIn(folder: string): Promise<SearchError> {
  const inside = await readdir(folder).catch(() => []);
  const sites = inside
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, searchFolder, "pagefind-entry.json")));
  const [first] = sites;
  if (first === undefined) return noIndex(folder);
  const message =
    sites.length > 1
      ? `${folder} holds several sites: open ${sites.join(" or ")}.`
      : `${folder} is no site, but holds one: open ${first}.`;
  return new SearchError("index-missing", message);
}

function noIndex(place: string | URL): SearchError {
  return new SearchError("index-missing", `There is no search index in ${place}: build the site first.`);
}

function noLocale(locale: string, locales: readonly string[]): SearchError {
  const message = `The site has no search index for the locale “${locale}”, only for ${locales.join(", ")}.`;
  return new SearchError("index-missing", message);
}

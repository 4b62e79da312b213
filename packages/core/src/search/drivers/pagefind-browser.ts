import { SearchError } from "../errors.ts";
import { readFacets } from "../facet-json.ts";
import { partFolder } from "../index-part.ts";
import { shardFile } from "../name-shards.ts";
import { type Ranking, ranking } from "../ranking.ts";
import { createSearch, type Search } from "../search.ts";
import { readNames, readSidecar } from "../sidecar-json.ts";
import { facetsFile, searchFolder, sidecarFile } from "../sidecar-path.ts";
import { loadThesaurus } from "../thesaurus/index.ts";
import { noPages } from "./no-pages.ts";
import { mergeParts, type PagefindInstance, pagefindDriver } from "./pagefind.ts";

/** The part of `pagefind.js` that makes an instance with settings of its own. */
interface PagefindScript {
  readonly createInstance: (options: { readonly noWorker: boolean; readonly ranking: Ranking }) => PagefindInstance;
}

/**
 * Opens the search of a site in a worker of one of its pages; `base` is the base of the site's URLs, with `/` at both ends. Looking
 * through a big index takes longer than a page may keep still, which is why a page should have it done by a worker.
 * Throws a `SearchError` where the index cannot be loaded or read; trying again later is safe. `attempt` counts such tries, from 0:
 * a browser may remember that a script could not be loaded, and never ask for it again under the same address.
 */
export async function openPageSearch(base: string, locale: string, attempt = 0): Promise<Search> {
  return open(base, locale, attempt === 0 ? "" : `?attempt=${attempt}`);
}

/** `query` is put behind the address of Pagefind's script, for which each address has WebAssembly of its own. */
async function open(base: string, locale: string, query: string): Promise<Search> {
  const folder = `${base}${searchFolder}/`;
  const [script, text, thesaurus] = await Promise.all([
    loadScript(`${folder}pagefind.js${query}`),
    loadText(folder + sidecarFile(locale)),
    // A search without everyday synonyms is better than none.
    loadThesaurus(locale).catch(() => []),
  ]);
  const sidecar = readSidecar(text);
  tellLanguage(locale);
  // It would start a worker of its own, and send it a message for every page that it ever found.
  const pagefind = script.createInstance({ noWorker: true, ranking });
  await mergeParts(pagefind, folder, locale, sidecar.parts).catch((cause) => {
    throw missing(`${folder}${partFolder(1)}`, cause);
  });
  return createSearch({
    driver: sidecar.pages === 0 ? noPages : pagefindDriver(pagefind, locale),
    sidecar,
    thesaurus,
    loadFacets: async () => readFacets(await loadText(folder + facetsFile(locale))),
    loadNames: async (prefix) => readNames(await loadText(folder + shardFile(locale, prefix))),
    openFallback: (other) => open(base, other, `${query}${query === "" ? "?" : "&"}locale=${other}`),
  });
}

/** Pagefind takes its language from the document, of which a worker has none. */
function tellLanguage(locale: string): void {
  Object.assign(globalThis, {
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => locale }) },
  });
}

async function loadScript(url: string): Promise<PagefindScript> {
  try {
    // The script of the site itself, so its name is known only to the page.
    return (await import(/* @vite-ignore */ url)) as PagefindScript;
  } catch (cause) {
    throw missing(url, cause);
  }
}

async function loadText(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return await response.text();
  } catch (cause) {
    throw missing(url, cause);
  }
}

function missing(url: string, cause: unknown): SearchError {
  return new SearchError("index-missing", `${url} could not be loaded: check the connection and try again.`, { cause });
}

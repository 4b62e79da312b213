import { SearchError } from "../errors.ts";
import { createSearch, type Search } from "../search.ts";
import { readSidecar } from "../sidecar-json.ts";
import { searchFolder, sidecarFile } from "../sidecar-path.ts";
import { type PagefindModule, pagefindDriver } from "./pagefind.ts";

/**
 * Opens the search of the site that the page belongs to. Pagefind takes its language from the page's `lang`, which must be
 * `locale`. Throws a `SearchError` where the index cannot be loaded or read; trying again later is safe.
 */
export async function openPageSearch(base: string, locale: string): Promise<Search> {
  const folder = `${base}${searchFolder}/`;
  const [pagefind, sidecar] = await Promise.all([
    loadScript(`${folder}pagefind.js`),
    loadText(folder + sidecarFile(locale)),
  ]);
  return createSearch({ driver: pagefindDriver(pagefind), sidecar: readSidecar(sidecar) });
}

async function loadScript(url: string): Promise<PagefindModule> {
  try {
    const pagefind = (await import(/* @vite-ignore */ url)) as PagefindModule;
    await pagefind.init();
    return pagefind;
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

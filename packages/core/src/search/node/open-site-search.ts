import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { noPages } from "../drivers/no-pages.ts";
import { pagefindDriver } from "../drivers/pagefind.ts";
import { SearchError } from "../errors.ts";
import { readFacets } from "../facet-json.ts";
import { shardFile } from "../name-shards.ts";
import { createSearch, type Search, type SearchSetup } from "../search.ts";
import { readNames, readSidecar } from "../sidecar-json.ts";
import { facetsFile, searchFolder, sidecarFile } from "../sidecar-path.ts";
import { loadThesaurus } from "../thesaurus/index.ts";
import { type ReadIndex, runPagefind } from "./run-pagefind.ts";

/** What `createSearch` takes besides what is in the site. */
export type OpenOptions = Pick<SearchSetup, "embed" | "compose" | "steps" | "openFallback">;

/**
 * Opens the search of a built site on disk, for one locale. `folder` is the site's own, which holds `pagefind/`.
 * Throws a `SearchError` where the index is missing, damaged or of another version.
 */
export async function openSiteSearch(folder: string, locale: string, setup: OpenOptions = {}): Promise<Search> {
  const read: ReadIndex = (path) => readFile(join(folder, searchFolder, path));
  return open(await readText(read, "pagefind.js"), read, locale, setup);
}

/**
 * Opens the search of a published site, for one locale. `url` is the site's home, with `/` at its end.
 * Only data is read from it; the script is the one that came with this package.
 */
export async function connectSiteSearch(url: string | URL, locale: string, setup: OpenOptions = {}): Promise<Search> {
  const folder = new URL(`${searchFolder}/`, url);
  const read: ReadIndex = async (path) => {
    const response = await fetch(new URL(path, folder));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const script = await readFile(new URL("./pagefind.js", import.meta.url), "utf8");
  return open(script, read, locale, setup);
}

async function open(script: string, read: ReadIndex, locale: string, setup: OpenOptions): Promise<Search> {
  const sidecar = readSidecar(await readText(read, sidecarFile(locale)));
  const driver =
    sidecar.pages === 0 ? noPages : pagefindDriver(await runPagefind(script, read, locale, sidecar.parts), locale);
  return createSearch({
    ...setup,
    driver,
    sidecar,
    thesaurus: await loadThesaurus(locale),
    loadFacets: async () => readFacets(await readText(read, facetsFile(locale))),
    loadNames: async (prefix) => readNames(await readText(read, shardFile(locale, prefix))),
  });
}

async function readText(read: ReadIndex, path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await read(path));
  } catch (cause) {
    throw new SearchError("index-missing", `The search index lacks ${path}: build the site first.`, { cause });
  }
}

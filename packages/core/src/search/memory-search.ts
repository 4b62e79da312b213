import { memoryDriver } from "./drivers/memory.ts";
import type { SearchRecord } from "./record.ts";
import { createSearch, type Search, type SearchSetup } from "./search.ts";
import { countRecords, joinSidecar } from "./sidecar.ts";
import { loadThesaurus } from "./thesaurus/index.ts";
import type { FallbackEntries } from "./untranslated.ts";

/** What `createSearch` takes besides, and where the entries are that the locale lacks. */
type MemorySetup = Pick<SearchSetup, "embed" | "compose" | "steps" | "openFallback"> & {
  readonly fallback?: FallbackEntries | undefined;
};

/** Makes the search of one locale from its records alone, for content that is not published and runtimes without WebAssembly. */
export async function createMemorySearch(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
  { fallback, ...setup }: MemorySetup = {},
): Promise<Search> {
  const { sidecar, shards, facets } = joinSidecar(locale, [countRecords(records)], synonyms, fallback);
  const loadNames = async (prefix: string) => shards.get(prefix) ?? [];
  const thesaurus = await loadThesaurus(locale);
  const loadFacets = async () => facets;
  return createSearch({ ...setup, driver: memoryDriver(locale, records), sidecar, loadNames, loadFacets, thesaurus });
}

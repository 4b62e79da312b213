import { memoryDriver } from "./drivers/memory.ts";
import type { SearchRecord } from "./record.ts";
import { createSearch, type Search, type SearchSetup } from "./search.ts";
import { buildSidecar } from "./sidecar.ts";
import { loadThesaurus } from "./thesaurus/index.ts";

/** Makes the search of one locale from its records alone, for content that is not published and runtimes without WebAssembly. */
export async function createMemorySearch(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
  setup: Pick<SearchSetup, "embed" | "compose" | "steps"> = {},
): Promise<Search> {
  const { sidecar, shards } = buildSidecar(locale, records, synonyms);
  const loadNames = async (prefix: string) => shards.get(prefix) ?? [];
  const thesaurus = await loadThesaurus(locale);
  return createSearch({ ...setup, driver: memoryDriver(locale, records), sidecar, loadNames, thesaurus });
}

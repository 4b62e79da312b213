import { memoryDriver } from "./drivers/memory.ts";
import type { SearchRecord } from "./record.ts";
import { createSearch, type Search } from "./search.ts";
import { buildSidecar } from "./sidecar.ts";

/** Makes the search of one locale from its records alone, for content that is not published and runtimes without WebAssembly. */
export function createMemorySearch(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
): Search {
  return createSearch({
    driver: memoryDriver(locale, records),
    sidecar: buildSidecar(locale, records, { synonyms }),
  });
}

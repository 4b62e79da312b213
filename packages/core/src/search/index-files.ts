import { writeFacets } from "./facet-json.ts";
import { shardFile } from "./name-shards.ts";
import type { SearchRecord } from "./record.ts";
import { countRecords, joinSidecar, type SidecarPart } from "./sidecar.ts";
import { writeNames, writeSidecar } from "./sidecar-json.ts";
import { facetsFile, sidecarFile } from "./sidecar-path.ts";
import type { FallbackEntries } from "./untranslated.ts";

/** A file of the search folder: its path in it, and its text. */
export interface SearchFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files that go beside Pagefind's own into the search folder of a site, for one locale: the sidecar, the facets and the shards of names.
 * `synonyms` are those of the site's configuration, default none. The same records give the same bytes, in any order.
 */
export function searchFiles(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
  fallback?: FallbackEntries,
): readonly SearchFile[] {
  return joinSearchFiles(locale, [countRecords(records)], synonyms, fallback);
}

/** The same files for an index of several parts, in their order; `fallback` tells where the entries are that the locale lacks. */
export function joinSearchFiles(
  locale: string,
  parts: readonly SidecarPart[],
  synonyms: readonly (readonly string[])[] = [],
  fallback?: FallbackEntries,
): readonly SearchFile[] {
  const { sidecar, shards, facets } = joinSidecar(locale, parts, synonyms, fallback);
  const names = [...shards].map(([prefix, pages]) => ({ path: shardFile(locale, prefix), text: writeNames(pages) }));
  return [
    { path: sidecarFile(locale), text: writeSidecar(sidecar) },
    { path: facetsFile(locale), text: writeFacets(facets) },
    ...names,
  ];
}

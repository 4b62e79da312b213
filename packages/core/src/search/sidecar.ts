import { chooseWords, countWords, type SidecarWord, type WordCounts } from "./count-words.ts";
import { type FacetIndex, indexFacets } from "./facet-index.ts";
import { type NameShards, shardNames } from "./name-shards.ts";
import type { RecordSummary, SearchRecord } from "./record.ts";
import type { FallbackEntries, FallbackIndex } from "./untranslated.ts";

/** The version of the sidecar's shape; a reader takes this one only. */
export const sidecarFormat = 3;

/**
 * What is loaded of an index before anything is searched, one for each locale. It grows with the vocabulary and not with the
 * number of pages: what is said of a page stands in the index itself. The same content gives the same sidecar.
 */
export interface Sidecar {
  readonly locale: string;
  /** How many pages the index has. */
  readonly pages: number;
  /** How many parts the index has, see `partFolder`. */
  readonly parts: number;
  /** Sorted by their folded form. */
  readonly words: readonly SidecarWord[];
  /** Whether rare words were left out, for size. */
  readonly partial: boolean;
  /** Groups of words or phrases that mean the same, from the site's configuration. */
  readonly synonyms: readonly (readonly string[])[];
  /** Where the entries are that this locale lacks; undefined where it lacks none. */
  readonly fallback?: FallbackIndex;
  /** How many letters name a shard of the names, and which shards there are. */
  readonly shards: { readonly letters: number; readonly prefixes: readonly string[] };
}

/** A sidecar, and the shards of names and the facets that go with it. */
export interface BuiltSidecar {
  readonly sidecar: Sidecar;
  readonly shards: NameShards;
  readonly facets: FacetIndex;
}

/** What a sidecar is built from, for one part of an index; plain data, so that it can be kept. */
export interface SidecarPart {
  readonly records: readonly RecordSummary[];
  readonly counts: WordCounts;
}

/** Counts what a sidecar needs of the records of one part. */
export function countRecords(records: readonly SearchRecord[]): SidecarPart {
  return {
    records: records.map(({ ref, type, url, title, aliases, roles, level, tags, lacks }) => {
      const more = { ...(level === undefined ? {} : { level }), ...(lacks === undefined ? {} : { lacks }) };
      return { ref, type, url, title, aliases, roles, tags, ...more };
    }),
    counts: countWords(records),
  };
}

/** Builds the sidecar of one locale from all its records; `synonyms` are those of the site's configuration, default none. */
export function buildSidecar(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
): BuiltSidecar {
  return joinSidecar(locale, [countRecords(records)], synonyms);
}

/** Builds the same from the parts of its index, in their order; `fallback` tells where the entries are that it lacks. */
export function joinSidecar(
  locale: string,
  parts: readonly SidecarPart[],
  synonyms: readonly (readonly string[])[],
  fallback?: FallbackEntries,
): BuiltSidecar {
  const sorted = parts.flatMap(({ records }) => records).sort(byUrl);
  // What is not translated is suggested, too, from the same shards.
  const named = fallback === undefined ? sorted : [...sorted, ...fallback.names].sort(byUrl);
  const { letters, shards } = shardNames(locale, named);
  const sidecar: Sidecar = {
    locale,
    pages: sorted.length,
    parts: parts.length,
    ...chooseWords(
      parts.map(({ counts }) => counts),
      sorted,
    ),
    synonyms,
    ...(fallback === undefined ? {} : { fallback: placeOf(fallback) }),
    shards: { letters, prefixes: [...shards.keys()] },
  };
  return { sidecar, shards, facets: indexFacets(parts.map(({ records }) => records)) };
}

function placeOf({ locale, from, to }: FallbackIndex): FallbackIndex {
  return { locale, from, to };
}

function byUrl(a: { readonly url: string }, b: { readonly url: string }): number {
  return a.url < b.url ? -1 : 1;
}

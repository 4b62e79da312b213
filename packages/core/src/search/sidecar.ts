import { countWords, type SidecarWord } from "./count-words.ts";
import { type FacetValues, facetValues } from "./filter.ts";
import { type NameShards, shardNames } from "./name-shards.ts";
import type { SearchRecord } from "./record.ts";

/** The version of the sidecar's shape; a reader takes this one only. */
export const sidecarFormat = 1;

/**
 * What is loaded of an index before anything is searched, one for each locale. It grows with the vocabulary and not with the
 * number of pages: what is said of a page stands in the index itself. The same content gives the same sidecar.
 */
export interface Sidecar {
  readonly locale: string;
  /** How many pages the index has. */
  readonly pages: number;
  /** Sorted by their folded form. */
  readonly words: readonly SidecarWord[];
  /** Whether rare words were left out, for size. */
  readonly partial: boolean;
  /** Groups of words or phrases that mean the same, from the site's configuration. */
  readonly synonyms: readonly (readonly string[])[];
  /** The values that pages can be filtered by. */
  readonly facets: FacetValues;
  /** How many letters name a shard of the names, and which shards there are. */
  readonly shards: { readonly letters: number; readonly prefixes: readonly string[] };
}

/** A sidecar and the shards of names that go with it. */
export interface BuiltSidecar {
  readonly sidecar: Sidecar;
  readonly shards: NameShards;
}

/** Builds the sidecar of one locale from all its records; `synonyms` are those of the site's configuration, default none. */
export function buildSidecar(
  locale: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
): BuiltSidecar {
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : 1));
  const { letters, shards } = shardNames(sorted);
  const sidecar: Sidecar = {
    locale,
    pages: sorted.length,
    ...countWords(sorted),
    synonyms,
    facets: facetValues(sorted),
    shards: { letters, prefixes: [...shards.keys()] },
  };
  return { sidecar, shards };
}

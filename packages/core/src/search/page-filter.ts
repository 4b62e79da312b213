import { SearchError } from "./errors.ts";
import type { FacetIndex } from "./facet-index.ts";
import {
  type AllowedValues,
  allowedValues,
  everybody,
  type Facet,
  type FacetCounts,
  type FilterField,
  type SearchFilter,
} from "./filter.ts";

/** Tells which pages a filter lets through, and how many of those found have which values. */
export interface PageFilter {
  /** The keys of all pages, in the order of their URLs. */
  readonly keys: readonly string[];
  /** Whether a page has an allowed value for each field named; for `role`, being for everybody counts too. */
  readonly allows: (allowed: AllowedValues) => (key: string) => boolean;
  /**
   * Counts how many of the keys found each value of the facets asked for would leave. A facet's own filter is ignored:
   * one can see what else there would be to choose.
   */
  readonly count: (keys: readonly string[], filter: SearchFilter, asked: readonly Facet[]) => FacetCounts;
}

/** Makes the filter of an index from what its pages can be filtered by and from their keys, part by part. */
export function createPageFilter({ pages, parts, fields }: FacetIndex, keys: readonly string[]): PageFilter {
  if (keys.length !== pages) {
    throw new SearchError("index-broken", "The search index is damaged: build and publish the site again.");
  }
  const places = new Map(keys.map((key, place) => [key, place]));

  const placesWith = (field: FilterField, values: readonly string[]): Uint8Array => {
    const found = new Uint8Array(pages);
    const meant = field === "role" ? [...values, everybody] : values;
    for (const value of meant) for (const place of fields[field].get(value) ?? []) found[place] = 1;
    return found;
  };
  const allows: PageFilter["allows"] = (allowed) => {
    // The fields of a filter are those of the index.
    const sets = (Object.entries(allowed) as [FilterField, readonly string[]][]).map(([field, values]) =>
      placesWith(field, values),
    );
    return (key) => {
      const place = places.get(key);
      return place !== undefined && sets.every((set) => set[place] === 1);
    };
  };
  return {
    keys: byUrl(keys, parts),
    allows,
    count: (found, filter, asked) => {
      const counts = asked.map((facet): [Facet, Record<string, number>] => {
        const { [facet]: _, ...others } = filter;
        const left = new Uint8Array(pages);
        for (const key of found.filter(allows(allowedValues(others)))) left[places.get(key) ?? pages] = 1;
        const forEverybody = facet === "role" ? (fields.role.get(everybody) ?? []) : [];
        const common = countIn(forEverybody, left);
        const ofValues = [...fields[facet]].filter(([value]) => facet !== "role" || value !== everybody);
        const counted = ofValues.map(([value, own]): [string, number] => [value, countIn(own, left) + common]);
        return [facet, Object.fromEntries(counted.filter(([, count]) => count > 0))];
      });
      return Object.fromEntries(counts);
    },
  };
}

/** Merges the keys of parts, each in the order of its URLs, by the part that comes next in the order of all of them. */
function byUrl(keys: readonly string[], parts: readonly number[]): readonly string[] {
  if (parts.length === 0) return keys;
  const sizes: number[] = [];
  for (const part of parts) sizes[part] = (sizes[part] ?? 0) + 1;
  let start = 0;
  const next = Array.from(sizes, (size = 0) => {
    start += size;
    return start - size;
  });
  return parts.map((part) => {
    const place = next[part] ?? 0;
    next[part] = place + 1;
    return keys[place] ?? "";
  });
}

function countIn(places: readonly number[], left: Uint8Array): number {
  return places.reduce((count, place) => count + (left[place] ?? 0), 0);
}

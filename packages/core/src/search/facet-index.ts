import { type FilterField, filterFields, valuesOf } from "./filter.ts";
import type { RecordSummary } from "./record.ts";

/**
 * Which pages of an index can be filtered by what: for each value of a field, the places of its pages, ascending. The pages of each
 * part have their places in the order of their URLs, in which a part is given to Pagefind, behind those of the parts before.
 */
export interface FacetIndex {
  /** How many pages there are. */
  readonly pages: number;
  /** The part of each page, from 0, in the order of all URLs; empty where there is one part, or none. */
  readonly parts: readonly number[];
  readonly fields: Readonly<Record<FilterField, ReadonlyMap<string, readonly number[]>>>;
}

/** Takes down what the pages of an index can be filtered by, part by part. */
export function indexFacets(parts: readonly (readonly RecordSummary[])[]): FacetIndex {
  const sorted = parts.flatMap((records) => records.toSorted(byUrl));
  const placesIn = (field: FilterField): ReadonlyMap<string, readonly number[]> => {
    const places = new Map<string, number[]>();
    for (const [place, record] of sorted.entries()) {
      for (const value of new Set(valuesOf(record, field))) {
        const own = places.get(value);
        if (own === undefined) places.set(value, [place]);
        else own.push(place);
      }
    }
    return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const [type, role, level, tags, lacks] = filterFields.map(placesIn);
  const none = new Map<string, readonly number[]>();
  return {
    pages: sorted.length,
    parts: parts.length < 2 ? [] : partsByUrl(parts),
    fields: { type: type ?? none, role: role ?? none, level: level ?? none, tags: tags ?? none, lacks: lacks ?? none },
  };
}

function partsByUrl(parts: readonly (readonly RecordSummary[])[]): readonly number[] {
  const pages = parts.flatMap((records, part) => records.map(({ url }) => ({ url, part })));
  return pages.sort(byUrl).map(({ part }) => part);
}

function byUrl(a: { readonly url: string }, b: { readonly url: string }): number {
  return a.url < b.url ? -1 : 1;
}

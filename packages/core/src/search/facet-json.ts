import { SearchError } from "./errors.ts";
import type { FacetIndex } from "./facet-index.ts";
import { type FilterField, filterFields } from "./filter.ts";

/** How an index of facets lies on the server: for each value the gaps between its places, base 36, the first from -1 on. */
type StoredFacets = Readonly<Record<FilterField, Readonly<Record<string, string>>>> & { readonly pages: number };

/** The text of a file of facets; `readFacets` reads it. The same index gives the same text. */
export function writeFacets({ pages, fields }: FacetIndex): string {
  const stored = filterFields.map((field) => [
    field,
    Object.fromEntries(Array.from(fields[field], ([value, places]) => [value, toGaps(places)])),
  ]);
  return JSON.stringify({ pages, ...Object.fromEntries(stored) });
}

/** Reads a file of facets. Throws a `SearchError` for anything else. */
export function readFacets(text: string): FacetIndex {
  try {
    // What is read is looked at: anything but texts of numbers below ends in an error.
    const stored = JSON.parse(text) as StoredFacets;
    const read = (field: FilterField) =>
      new Map(Object.entries(stored[field]).map(([value, gaps]) => [value, toPlaces(gaps, stored.pages)]));
    return {
      pages: stored.pages,
      fields: {
        type: read("type"),
        role: read("role"),
        level: read("level"),
        tags: read("tags"),
        lacks: read("lacks"),
      },
    };
  } catch (cause) {
    throw new SearchError("index-broken", "The search index is damaged: build and publish the site again.", { cause });
  }
}

function toGaps(places: readonly number[]): string {
  return places.map((place, index) => (place - (places[index - 1] ?? -1)).toString(36)).join(" ");
}

function toPlaces(gaps: string, pages: number): readonly number[] {
  let place = -1;
  return gaps.split(" ").map((gap) => {
    place += Number.parseInt(gap, 36);
    if (!(place < pages)) throw new RangeError(`There is no page ${place}.`);
    return place;
  });
}

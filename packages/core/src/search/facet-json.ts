import { SearchError } from "./errors.ts";
import type { FacetIndex } from "./facet-index.ts";
import { type FilterField, filterFields } from "./filter.ts";

/**
 * How an index of facets lies on the server: for each value the gaps between its places, base 36, the first from -1 on; and
 * where there are several parts, the part of each page in the order of URLs, a sign each: `0` is the first, `1` the second,
 * and so on through Unicode.
 */
type StoredFacets = Readonly<Record<FilterField, Readonly<Record<string, string>>>> & {
  readonly pages: number;
  readonly parts?: string;
};

const firstPart = "0".charCodeAt(0);

/** The text of a file of facets; `readFacets` reads it. The same index gives the same text. */
export function writeFacets({ pages, parts, fields }: FacetIndex): string {
  const stored = filterFields.map((field) => [
    field,
    Object.fromEntries(Array.from(fields[field], ([value, places]) => [value, toGaps(places)])),
  ]);
  const dealt =
    parts.length === 0 ? {} : { parts: parts.map((part) => String.fromCharCode(firstPart + part)).join("") };
  return JSON.stringify({ pages, ...dealt, ...Object.fromEntries(stored) });
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
      parts: toParts(stored),
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

function toParts({ parts = "", pages }: StoredFacets): readonly number[] {
  if (parts !== "" && parts.length !== pages) throw new RangeError("Each page is in one part.");
  return Array.from(parts, (sign) => sign.charCodeAt(0) - firstPart);
}

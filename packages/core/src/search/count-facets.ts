import type { SearchDriver } from "./drivers/driver.ts";
import { allowedValues, type Facet, type FacetCounts, type FacetValues, type SearchFilter } from "./filter.ts";

/**
 * Counts how many of the keys found each value of the facets asked for would leave. A facet's own filter is ignored:
 * one can see what else there would be to choose.
 */
export async function countFacets(
  keys: readonly string[],
  filter: SearchFilter,
  asked: readonly Facet[],
  values: FacetValues,
  driver: SearchDriver,
): Promise<FacetCounts> {
  const counts: [Facet, Record<string, number>][] = [];
  for (const facet of asked) {
    const { [facet]: _, ...others } = filter;
    const left = await keysWithin(keys, others, driver);
    const counted: [string, number][] = [];
    for (const value of values[facet]) {
      const within = await driver.matching({ [facet]: [value] });
      const count = left.filter((key) => within.has(key)).length;
      if (count > 0) counted.push([value, count]);
    }
    counts.push([facet, Object.fromEntries(counted)]);
  }
  return Object.fromEntries(counts);
}

/** The keys whose pages match a filter, in their order. */
export async function keysWithin(
  keys: readonly string[],
  filter: SearchFilter,
  driver: SearchDriver,
): Promise<readonly string[]> {
  const allowed = allowedValues(filter);
  if (Object.keys(allowed).length === 0 || keys.length === 0) return keys;
  const within = await driver.matching(allowed);
  return keys.filter((key) => within.has(key));
}

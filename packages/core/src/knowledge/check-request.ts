import { entryTypes } from "../model/types.ts";
import { type FilterField, facets, filterFields } from "../search/filter.ts";
import { recordTypes } from "../search/record.ts";
import type { AskOptions, SearchOptions } from "../search/search.ts";
import type { ListFilter } from "./types.ts";

/**
 * What programs ask for, as far as their compiler may not have looked at it: a mistake there is an error, not a wrong
 * answer. Throws a `TypeError` for a query or a filter that is no text, and a `RangeError` for a number, a type of results or a
 * facet that there is not.
 */
export function checkRequest(query: unknown, options: SearchOptions & AskOptions) {
  const { limit, threshold, facets: asked = [] } = options;
  if (typeof query !== "string") throw new TypeError(`A query is text, and this is ${nameOf(query)}.`);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0))
    throw new RangeError(`“limit” is a whole number from 0, and this is ${limit}.`);
  if (threshold !== undefined && !(threshold >= 0 && threshold <= 1))
    throw new RangeError(`“threshold” is a number from 0 to 1, and this is ${threshold}.`);
  for (const field of filterFields) checkFilter(field, options[field]);
  for (const facet of asked) {
    if (!facets.includes(facet))
      throw new RangeError(`There is no facet “${String(facet)}”. There are: ${facets.join(", ")}.`);
  }
}

function checkFilter(field: FilterField, wanted: unknown): void {
  if (wanted === undefined) return;
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  for (const value of values) {
    if (typeof value !== "string")
      throw new TypeError(`“${field}” is a text or a list of texts, and this is ${nameOf(value)}.`);
    if (field === "type" && !recordTypes.some((type) => type === value))
      throw new RangeError(`There is no type “${value}” of results. There are: ${recordTypes.join(", ")}.`);
  }
}

/** Throws a `RangeError` where entries of a type are asked for that there is not. */
export function checkType(type: unknown): void {
  if (entryTypes.some((one) => one === type)) return;
  throw new RangeError(`There is no type “${String(type)}” of entries. There are: ${entryTypes.join(", ")}.`);
}

/** Throws a `TypeError` for a list whose filter is no text, or whose tags are no list of texts. */
export function checkListFilter({ tags, role, level, category }: ListFilter): void {
  const given: unknown = tags;
  if (given !== undefined && !(Array.isArray(given) && given.every((tag) => typeof tag === "string")))
    throw new TypeError(
      `“tags” is a list of texts, and this is ${Array.isArray(given) ? "one of others" : nameOf(given)}.`,
    );
  for (const [field, value] of Object.entries({ role, level, category }) as readonly (readonly [string, unknown])[]) {
    if (value !== undefined && typeof value !== "string")
      throw new TypeError(`“${field}” is a text, and this is ${nameOf(value)}.`);
  }
}

function nameOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

/** Throws a `RangeError` where a locale is asked for that there is not. */
export function checkLocale(locale: string, locales: readonly string[]): void {
  if (locales.includes(locale)) return;
  throw new RangeError(`There is no locale “${locale}” in this knowledge base. It has: ${locales.join(", ")}.`);
}

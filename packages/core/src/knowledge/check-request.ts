import type { AskOptions, SearchOptions } from "../search/search.ts";

/**
 * What programs ask for, as far as their compiler may not have looked at it: a mistake there is an error, not a wrong
 * answer. Throws a `TypeError` for a query that is no text and a `RangeError` for a number that makes no sense.
 */
export function checkRequest(
  query: unknown,
  { limit, threshold }: Pick<SearchOptions & AskOptions, "limit" | "threshold">,
) {
  if (typeof query !== "string")
    throw new TypeError(`A query is text, and this is ${query === null ? "null" : typeof query}.`);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0))
    throw new RangeError(`“limit” is a whole number from 0, and this is ${limit}.`);
  if (threshold !== undefined && !(threshold >= 0 && threshold <= 1))
    throw new RangeError(`“threshold” is a number from 0 to 1, and this is ${threshold}.`);
}

/** Throws a `RangeError` where a locale is asked for that there is not. */
export function checkLocale(locale: string, locales: readonly string[]): void {
  if (locales.includes(locale)) return;
  throw new RangeError(`There is no locale “${locale}” in this knowledge base. It has: ${locales.join(", ")}.`);
}

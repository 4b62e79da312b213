import type { RecordType } from "./record.ts";
import type { SidecarPage } from "./sidecar.ts";

/** Which pages may be found: those that match every field given. */
export interface SearchFilter {
  readonly type?: OneOrMore<RecordType>;
  /** Is for this role, or one of these, or for everybody. */
  readonly role?: OneOrMore<string>;
  readonly level?: OneOrMore<string>;
  /** Has at least one of these tags. */
  readonly tags?: readonly string[];
}

/** A value, or several of which any will do; an empty list allows all. */
export type OneOrMore<T> = T | readonly T[];

/** How many of the pages found have each value, by facet: what choosing it would leave. */
export interface Facets {
  readonly type: Readonly<Record<string, number>>;
  readonly role: Readonly<Record<string, number>>;
  readonly level: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
}

/** Whether a page may be found. */
export function matchesFilter(page: SidecarPage, filter: SearchFilter): boolean {
  return (
    allows(filter.type, [page.type]) &&
    (page.roles.length === 0 || allows(filter.role, page.roles)) &&
    allows(filter.level, page.level === undefined ? [] : [page.level]) &&
    allows(filter.tags, page.tags)
  );
}

function allows(wanted: OneOrMore<string> | undefined, values: readonly string[]): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === "string") return values.includes(wanted);
  return wanted.length === 0 || wanted.some((one) => values.includes(one));
}

/** Counts the values of each facet, ignoring that facet's own filter: one can see what else there would be to choose. */
export function countFacets(pages: readonly SidecarPage[], filter: SearchFilter): Facets {
  const without = (facet: keyof SearchFilter) => {
    const { [facet]: _, ...others } = filter;
    return pages.filter((page) => matchesFilter(page, others));
  };
  return {
    type: count(without("type").map((page) => [page.type])),
    role: count(without("role").map((page) => page.roles)),
    level: count(without("level").map((page) => (page.level === undefined ? [] : [page.level]))),
    tags: count(without("tags").map((page) => page.tags)),
  };
}

function count(values: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

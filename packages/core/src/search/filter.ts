import type { EntryType } from "../model/types.ts";
import type { SidecarPage } from "./sidecar.ts";

/** Which pages may be found: those that match every field given. */
export interface SearchFilter {
  readonly type?: EntryType;
  /** Is for this role, or for everybody. */
  readonly role?: string;
  readonly level?: string;
  /** Has at least one of these tags. */
  readonly tags?: readonly string[];
}

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
    (filter.type === undefined || page.type === filter.type) &&
    (filter.role === undefined || page.roles.length === 0 || page.roles.includes(filter.role)) &&
    (filter.level === undefined || page.level === filter.level) &&
    (filter.tags === undefined || filter.tags.length === 0 || filter.tags.some((tag) => page.tags.includes(tag)))
  );
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

import type { RecordSummary, RecordType, SearchRecord } from "./record.ts";

/** Which pages may be found: those that match every field given. */
export interface SearchFilter {
  readonly type?: OneOrMore<RecordType>;
  /** Is for this role, or one of these, or for everybody. */
  readonly role?: OneOrMore<string>;
  readonly level?: OneOrMore<string>;
  /** Has at least one of these tags. */
  readonly tags?: OneOrMore<string>;
  /** Has no translation into this locale, or into any of these: readers of it see the page of the default locale. */
  readonly lacks?: OneOrMore<string>;
}

/** A value, or several of which any will do; an empty list allows all. */
export type OneOrMore<T> = T | readonly T[];

/** What pages can be filtered by. */
export const facets = ["type", "role", "level", "tags"] as const satisfies readonly (keyof SearchFilter)[];

/** A property to filter by. */
export type Facet = (typeof facets)[number];

/** The values that pages of a site have, by facet, sorted. */
export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** How many of the pages found have each value of a facet, by facet asked for; values that none has are left out. */
export type FacetCounts = Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>>;

/** The values of a record for a facet. No role at all means everybody. */
export function valuesOf(record: RecordSummary, facet: Facet): readonly string[] {
  if (facet === "type") return [record.type];
  if (facet === "role") return record.roles;
  if (facet === "level") return record.level === undefined ? [] : [record.level];
  return record.tags;
}

/** All values of all records. */
export function facetValues(records: readonly RecordSummary[]): FacetValues {
  const all = (facet: Facet) => [...new Set(records.flatMap((record) => valuesOf(record, facet)))].sort();
  return { type: all("type"), role: all("role"), level: all("level"), tags: all("tags") };
}

/** A filter as the values that each of its fields allows; those that allow all are left out. */
export type AllowedValues = Readonly<Partial<Record<Facet | "lacks", readonly string[]>>>;

/** What a filter allows. */
export function allowedValues(filter: SearchFilter): AllowedValues {
  const allowed = [...facets, "lacks" as const].map((field) => [field, toList(filter[field])] as const);
  return Object.fromEntries(allowed.filter(([, values]) => values.length > 0));
}

/** Whether a page may be found. */
export function isAllowed(
  record: RecordSummary & Pick<SearchRecord, "lacks">,
  { lacks, ...allowed }: AllowedValues,
): boolean {
  if (lacks !== undefined && !lacks.some((locale) => record.lacks?.includes(locale))) return false;
  return facets.every((facet) => {
    const wanted = allowed[facet];
    const values = valuesOf(record, facet);
    const forEverybody = facet === "role" && values.length === 0;
    return wanted === undefined || forEverybody || wanted.some((value) => values.includes(value));
  });
}

function toList(wanted: OneOrMore<string> | undefined): readonly string[] {
  if (wanted === undefined) return [];
  return typeof wanted === "string" ? [wanted] : wanted;
}

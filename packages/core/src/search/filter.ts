import type { RecordSummary, RecordType } from "./record.ts";

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

/** What a filter can name. */
export const filterFields = [...facets, "lacks"] as const;

/** A field of a filter. */
export type FilterField = (typeof filterFields)[number];

/** The value of `role` for pages that are for everybody. */
export const everybody = "*";

/** How many of the pages found have each value of a facet, by facet asked for; values that none has are left out. */
export type FacetCounts = Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>>;

/** The values of a record for a field; no role at all is `everybody`. */
export function valuesOf(record: RecordSummary, field: FilterField): readonly string[] {
  if (field === "type") return [record.type];
  if (field === "role") return record.roles.length === 0 ? [everybody] : record.roles;
  if (field === "level") return record.level === undefined ? [] : [record.level];
  return field === "lacks" ? (record.lacks ?? []) : record.tags;
}

/** A filter as the values that each of its fields allows; those that allow all are left out. */
export type AllowedValues = Readonly<Partial<Record<FilterField, readonly string[]>>>;

/** What a filter allows. */
export function allowedValues(filter: SearchFilter): AllowedValues {
  const allowed = filterFields.map((field) => [field, toList(filter[field])] as const);
  return Object.fromEntries(allowed.filter(([, values]) => values.length > 0));
}

function toList(wanted: OneOrMore<string> | undefined): readonly string[] {
  if (wanted === undefined) return [];
  return typeof wanted === "string" ? [wanted] : wanted;
}

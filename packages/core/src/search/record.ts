import { entryTypes, type Ref } from "../model/types.ts";

/** A stretch of a page under one heading; the part above the first heading has neither anchor nor heading. */
export interface SearchSection {
  /** The heading's id on the page. */
  readonly anchor?: string;
  readonly heading?: string;
  /** Plain text. */
  readonly text: string;
}

/** The types of results. */
export const recordTypes = [...entryTypes, "question"] as const;

/** What a result is: an entry, or a question within one, which has its own place on the page. */
export type RecordType = (typeof recordTypes)[number];

/** What search knows of one published page, or of one question on it. */
export interface SearchRecord {
  /** The page, base included, with the anchor of a question; unique. */
  readonly url: string;
  /** The entry that it is or is part of. */
  readonly ref: Ref;
  readonly type: RecordType;
  readonly id: string;
  /** The locale of the index that it belongs to. */
  readonly locale: string;
  /** The title; for a FAQ, the question. */
  readonly title: string;
  /** For a question, the title of the entry that it is part of. */
  readonly within?: string;
  /** Other ways to say or ask it. */
  readonly aliases: readonly string[];
  /** The short answer of a FAQ, as plain text. */
  readonly answer?: string;
  readonly summary?: string;
  readonly sections: readonly SearchSection[];
  /** The roles that it is for; empty means everybody. */
  readonly roles: readonly string[];
  readonly level?: string;
  readonly tags: readonly string[];
  /** Who answers for the entry: a name or a mail address. */
  readonly owner?: string;
  /** The locales that it is not translated into, for an entry of the default locale. */
  readonly lacks?: readonly string[];
}

/** What lists and filters need of a record. */
export type RecordSummary = Pick<
  SearchRecord,
  "ref" | "type" | "url" | "title" | "aliases" | "roles" | "level" | "tags" | "lacks"
>;

/** All text of a record that search looks into. */
export function recordTexts(record: SearchRecord): readonly string[] {
  const { title, aliases, answer, summary, sections } = record;
  const bodies = sections.flatMap(({ heading, text }) => [heading, text]);
  return [title, ...aliases, answer, summary, ...bodies].filter((text) => text !== undefined);
}

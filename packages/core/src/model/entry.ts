import type { FrontmatterOf } from "./index.ts";
import type { FieldValues, NoFields, OwnFields } from "./own-fields.ts";
import type { Question } from "./question.ts";
import type { ScenarioBody } from "./scenario.ts";
import type { EntryType, Ref } from "./types.ts";

/** A heading of an entry, for its table of contents. */
export interface OutlineItem {
  /** 2 to 6: the title is the only heading of level 1. */
  readonly depth: number;
  /** The heading's anchor. */
  readonly id: string;
  readonly text: string;
}

/** A link of an entry, resolved. */
export interface Link {
  /** What the author wrote. */
  readonly href: string;
  /** Where the page leads: a URL of the site (base included) or an outside one. */
  readonly url: string;
  /** The entry it leads to, if it leads to one. */
  readonly ref?: Ref;
  /** The anchor within it. */
  readonly anchor?: string;
}

/** A file beside the content that an entry shows. */
export interface Media {
  /** The file, relative to the content folder. */
  readonly file: string;
  /** Its URL on the site, base included. */
  readonly url: string;
}

/** What every entry has beside its front matter. */
interface EntryCommon<T extends EntryType> {
  /** What it is. */
  readonly type: T;
  /** The path of its file under its type's folder, NFC, without ending: `crm/export-report`. */
  readonly id: string;
  /** Its type and its id, by which others name it: `lesson:crm/export-report`. */
  readonly ref: `${T}:${string}`;
  /** The locale that it is written in. */
  readonly locale: string;
  /** Its title; for a FAQ, the question. */
  readonly title: string;
  /** Its page, base included: `/lessons/crm/export-report/`. */
  readonly url: string;
  /** Minutes that it takes, at least 1: what the author says, else words and questions; for a path, its steps'. */
  readonly minutes: number;
  /** A hash of what its reader sees, 12 hexadecimal digits. */
  readonly revision: string;
  /** Its file, relative to the root: for edit links. */
  readonly file: string;
}

interface EntryBody {
  /** The page's body: sanitised HTML with stable heading ids and highlighted code. */
  readonly html: string;
  /** The body as plain text. */
  readonly text: string;
  /** The body as the author wrote it, front matter left out. */
  readonly markdown: string;
  /** Its headings, in their order. */
  readonly outline: readonly OutlineItem[];
  /** Its questions, in their order, with what is right: for `grade`. */
  readonly questions: readonly Question[];
  /** Where it leads. */
  readonly links: readonly Link[];
  /** The files beside the content that it shows or links to. */
  readonly media: readonly Media[];
}

/** What the bodies of entries of some types have beside what all have. */
interface BodyOf {
  scenario: ScenarioBody;
}

/** What lists show of an entry: everything but its body. `F` are the own fields of the site. */
export type EntrySummary<T extends EntryType = EntryType, F extends OwnFields = NoFields> = {
  [K in T]: EntryCommon<K> & Omit<FrontmatterOf<K>, "title"> & { readonly questionCount: number } & FieldValues<K, F>;
}[T];

/** An entry with its body. `F` are the own fields of the site. */
export type Entry<T extends EntryType = EntryType, F extends OwnFields = NoFields> = {
  [K in T]: EntrySummary<K, F> & EntryBody & (K extends keyof BodyOf ? BodyOf[K] : unknown);
}[T];

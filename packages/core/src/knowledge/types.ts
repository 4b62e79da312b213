import type { CheckSummary } from "../check/report/summary.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry, EntrySummary } from "../model/entry.ts";
import type { NoFields, OwnFields } from "../model/own-fields.ts";
import type { EntryType, Ref } from "../model/types.ts";
import type { Answer, SearchResult } from "../search/results.ts";
import type { AskOptions, SearchOptions } from "../search/search.ts";

/** Which entries `list` returns: those that match every field given. */
export interface ListFilter {
  /** Default: the default locale. */
  readonly locale?: string;
  /** Fill in entries that the locale lacks from the default locale. Default true. */
  readonly fallback?: boolean;
  /** Has at least one of these tags. */
  readonly tags?: readonly string[];
  /** Is for this role, or for everybody. */
  readonly role?: string;
  readonly level?: string;
  /** For FAQs: is in this category. */
  readonly category?: string;
}

/** What finds and answers, the same on every surface. */
export interface Searchable {
  /** Finds entries and questions for a query, however it is typed: whole questions, typos, missing diacritics. */
  search(query: string, options?: SearchOptions & InLocale): Promise<SearchResult>;
  /** Answers a question with the words of an entry and its citation, or says that it does not know. */
  ask(question: string, options?: AskOptions & InLocale): Promise<Answer>;
}

/**
 * The locale whose entries are looked through; default: the default locale. Where little is found for sure, so are those that are
 * not translated into it.
 */
export interface InLocale {
  readonly locale?: string;
}

/** A knowledge base: the same typed content for every surface. `F` are the own fields of the site. */
export interface KnowledgeBase<F extends OwnFields = NoFields> extends Searchable {
  readonly config: ResolvedConfig;
  /**
   * An entry with its body, by its id or a former one, or undefined where there is none.
   * Where the locale has no translation, the default locale's entry is given: `entry.locale` tells. Throws a `RangeError` for a type
   * or a locale that there is not.
   */
  get<T extends EntryType>(
    type: T,
    id: string,
    options?: { readonly locale?: string },
  ): Promise<Entry<T, F> | undefined>;
  /**
   * Summaries in a stable order: `order`, then title, then id. Archived entries are left out, and so are those with errors. Throws
   * as `get` does, and a `TypeError` for a filter that is no text.
   */
  list<T extends EntryType>(type: T, filter?: ListFilter): Promise<readonly EntrySummary<T, F>[]>;
}

/** A page that leads to another, both as URLs with the base. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A file that pages show or link to. */
export interface MediaFile {
  /** Relative to the content folder. */
  readonly file: string;
  /** Where it lies on this machine. */
  readonly path: string;
  /** Its URL on the site, base included, percent-encoded. */
  readonly url: string;
}

/** A knowledge base read from its content folder. `F` are the own fields of the site. */
export interface LocalKnowledgeBase<F extends OwnFields = NoFields> extends KnowledgeBase<F> {
  /** All mistakes, ordered by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many entries were checked, drafts and every audience included, and what was found. */
  readonly summary: CheckSummary;
  /**
   * Every published entry in every locale that it is written in, archived ones included, ordered by ref and locale. Those
   * that have errors are among them, with an empty revision, and may lack required fields.
   */
  readonly entries: () => readonly EntrySummary<EntryType, F>[];
  /** From the pages of former ids to those of today. */
  readonly redirects: readonly Redirect[];
  /** The files beside the content that published entries use, those that are there. */
  readonly media: readonly MediaFile[];
  /**
   * The URLs, base included, of what the body of an entry shows of those files or links to; known without reading the body.
   * Empty where the locale has no such entry.
   */
  readonly mediaOf: (ref: Ref, locale: string) => readonly string[];
}

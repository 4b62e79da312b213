import type { Ref } from "../model/types.ts";
import type { FacetCounts } from "./filter.ts";
import type { RecordType } from "./record.ts";

/** A page that was found. */
export interface Hit {
  /** The entry that it is, or that the question is part of. */
  readonly ref: Ref;
  readonly type: RecordType;
  readonly id: string;
  /** The locale that it is written in: the default one for an entry that is not translated. */
  readonly locale: string;
  readonly title: string;
  /** Its page, base included, with the anchor of the place that matched best. */
  readonly url: string;
  /** The place that matched best, as plain text. */
  readonly excerpt: string;
  readonly anchor?: string;
  /** The heading over that place; for a question, the title of the entry that it is part of. */
  readonly heading?: string;
  /** Who answers for the entry: a name or a mail address. */
  readonly owner?: string;
  /** How well it matches, 0 to 1; comparable within one result. */
  readonly score: number;
}

/** What a search found. */
export interface SearchResult {
  /** Best first; entries that the locale lacks behind those of it that are sure. */
  readonly hits: readonly Hit[];
  /** How likely it is that the first hit answers the query, 0 to 1. */
  readonly confidence: number;
  /** How many pages were found, beyond the hits that were asked for. */
  readonly total: number;
  /** The query as it was understood, where words were corrected; `correct: false` searches for what was typed. */
  readonly correctedQuery?: string;
  /** The folded words that were searched, for `highlight`; stop words only where there are no others. */
  readonly words: readonly string[];
  /** The counts that were asked for. */
  readonly facets: FacetCounts;
  readonly tookMs: number;
}

/** The answer to a question, or the honest word that there is none. */
export type Answer =
  | {
      readonly found: true;
      /** The answer in the page's own words, as plain text. */
      readonly text: string;
      /** The same as HTML, escaped. */
      readonly html: string;
      /** How likely it is right, 0 to 1. */
      readonly confidence: number;
      readonly citation: Hit;
      /** Other pages that may help. */
      readonly others: readonly Hit[];
    }
  | { readonly found: false; readonly confidence: number; readonly nearest: readonly Hit[] };

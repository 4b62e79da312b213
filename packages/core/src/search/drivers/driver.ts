import type { SearchSection } from "../record.ts";

/** A page that a driver found, before any reranking. */
export interface RawHit {
  /** The driver's key of the page; the sidecar has the same. */
  readonly key: string;
  /** How well the words match; comparable within one driver only. */
  readonly score: number;
}

/** The body of a page, for excerpts, anchors and answers. */
export interface SearchDocument {
  /** The short answer of a FAQ, as plain text. */
  readonly answer?: string;
  readonly sections: readonly SearchSection[];
}

/**
 * Where a planner finds pages. A driver knows how to look up words and nothing of questions:
 * everything clever is in the planner, so that all surfaces answer alike.
 */
export interface SearchDriver {
  /** The pages that have the word; with `exact`, those that have the words one after the other. */
  readonly find: (words: string, options: { readonly exact: boolean }) => Promise<readonly RawHit[]>;
  /** The body of a page that `find` returned or that the sidecar lists. */
  readonly load: (key: string) => Promise<SearchDocument>;
}

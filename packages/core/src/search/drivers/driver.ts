import type { SearchRecord } from "../record.ts";

/** A page that a driver found, before any reranking. */
export interface RawHit {
  /** The driver's key of the page. */
  readonly key: string;
  /** How well the words match; comparable within one driver only. */
  readonly score: number;
}

/**
 * Where a planner finds pages. A driver knows how to look up words and nothing of questions:
 * everything clever is in the planner, so that all surfaces answer alike.
 */
export interface SearchDriver {
  /** The pages that have the words; with `exact`, those that have them one after the other. */
  readonly find: (words: string, options: { readonly exact: boolean }) => Promise<readonly RawHit[]>;
  /** What is known of a page that `find` returned, as it was indexed. */
  readonly load: (key: string) => Promise<SearchRecord>;
  /** The keys of all pages, part by part, in the order of their URLs, in which they are also given to an index. */
  readonly keys: () => Promise<readonly string[]>;
}

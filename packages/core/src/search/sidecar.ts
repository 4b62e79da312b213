import type { Ref } from "../model/types.ts";
import { countWords, type SidecarWord } from "./count-words.ts";
import type { RecordType, SearchRecord } from "./record.ts";

/** The version of the sidecar's shape; a reader takes this one only. */
export const sidecarFormat = 1;

/** What the planner knows of a page without loading it. */
export interface SidecarPage {
  /** The driver's key of the page. */
  readonly key: string;
  readonly url: string;
  readonly ref: Ref;
  readonly type: RecordType;
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly level?: string;
  readonly tags: readonly string[];
}

/**
 * What is loaded of an index as a whole, one for each locale: names for suggestions and for reranking, words for correction.
 * Pages are sorted by URL and words by their folded form, so that the same content gives the same bytes.
 */
export interface Sidecar {
  readonly locale: string;
  readonly pages: readonly SidecarPage[];
  readonly words: readonly SidecarWord[];
  /** Whether rare words were left out, for size. */
  readonly partial: boolean;
  /** Groups of words or phrases that mean the same, from the site's configuration. */
  readonly synonyms: readonly (readonly string[])[];
}

/** What a sidecar needs besides the records. */
export interface SidecarOptions {
  /** The driver's key of a record. Default: its URL, which is what the memory driver uses. */
  readonly keyOf?: (record: SearchRecord) => string;
  /** The `synonyms` of the site's configuration. Default: none. */
  readonly synonyms?: readonly (readonly string[])[];
}

/** Builds the sidecar of one locale from all its records. */
export function buildSidecar(locale: string, records: readonly SearchRecord[], options: SidecarOptions = {}): Sidecar {
  const { keyOf = (record) => record.url, synonyms = [] } = options;
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : 1));
  const { words, partial } = countWords(sorted);
  return { locale, pages: sorted.map((record) => toPage(record, keyOf(record))), words, partial, synonyms };
}

function toPage(record: SearchRecord, key: string): SidecarPage {
  const { url, ref, type, id, title, aliases, roles, level, tags } = record;
  return { key, url, ref, type, id, title, aliases, roles, ...(level === undefined ? {} : { level }), tags };
}

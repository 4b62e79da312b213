import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry, EntrySummary } from "../model/entry.ts";
import type { EntryType } from "../model/types.ts";
import type { ResolvedConfig } from "../config/schema.ts";

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
  readonly category?: string;
}

/** A knowledge base: the same typed content for every surface. */
export interface KnowledgeBase {
  readonly config: ResolvedConfig;
  /** An entry with its body, or undefined where there is none; falls back to the default locale (`entry.locale` tells). */
  get<T extends EntryType>(type: T, id: string, options?: { readonly locale?: string }): Promise<Entry<T> | undefined>;
  /** Summaries in a stable order: `order`, then title, then id. Archived entries are left out. */
  list<T extends EntryType>(type: T, filter?: ListFilter): Promise<readonly EntrySummary<T>[]>;
}

/** A knowledge base read from its content folder. */
export interface LocalKnowledgeBase extends KnowledgeBase {
  /** All mistakes, ordered by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

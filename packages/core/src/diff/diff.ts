import { resolve } from "node:path";
import { findCommit } from "../git/find-commit.ts";
import { openReader, type ReadOptions } from "../knowledge/load.ts";
import { compareContent } from "./compare-content.ts";
import type { EntryChange } from "./entry-change.ts";

/** What readers would see change since a commit. */
export interface Diff {
  /** The commit that the content was compared with, its whole name. */
  readonly commit: string;
  /** The default locale first, then by locale and ref. */
  readonly changes: readonly EntryChange[];
  /** Whether the configuration differs, too. Both states were read with that of now. */
  readonly configChanged: boolean;
  /** Entries that could not be compared since they have errors now; relative to the root. */
  readonly broken: readonly string[];
  /** What the languages are called, by locale. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Compares what readers saw of the content at a revision of git with what they would see of it now, committed or not:
 * readers of any of the sites, or of the one that `audience` names.
 * Throws a `SetupError` as `loadKnowledgeBase` does, and where there is no such revision.
 */
export async function diffKnowledgeBase(options: ReadOptions & { readonly revision: string }): Promise<Diff> {
  const reader = await openReader(options);
  const commit = await findCommit(resolve(options.root), options.revision);
  const { content, diagnostics } = await reader.read({ withContent: true });
  const { before, files, everything } = await reader.changeFrom(commit, content);
  const { config } = reader;
  const unread = new Set(
    content.entries.flatMap(({ file, known }) => (known.content === undefined ? [reader.pathOf(file)] : [])),
  );
  return {
    commit,
    changes: compareContent(before, content, files, config),
    configChanged: everything,
    broken: [...new Set(diagnostics.map(({ file }) => file))].filter((file) => unread.has(file)),
    labels: Object.fromEntries(Object.entries(config.locales).map(([locale, { label }]) => [locale, label])),
  };
}

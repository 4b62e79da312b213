import type { EntryType, Ref } from "../../model/types.ts";
import type { ImportNote } from "./markdown/pen.ts";

/** A mistake that the check would tell of an imported entry. */
export interface ImportProblem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  /** In the entry that was written. */
  readonly line: number;
}

/** An entry that was, or would be, made. */
export interface ImportedEntry {
  /** What it was made from, as it was named: a file, or a file and a line. */
  readonly source: string;
  /** Relative to the root. */
  readonly file: string;
  readonly ref: Ref;
  readonly type: EntryType;
  readonly title: string;
  /** What somebody has to look at by hand; lines are those of the source. */
  readonly notes: readonly ImportNote[];
  /** What the check tells about it. */
  readonly problems: readonly ImportProblem[];
}

/** What an import made, or would make, and what it left. */
export interface ImportReport {
  readonly entries: readonly ImportedEntry[];
  /** Partials that entries include. */
  readonly partials: readonly {
    readonly source: string;
    readonly file: string;
    readonly notes: readonly ImportNote[];
  }[];
  /** Files that came along, relative to the root. */
  readonly media: readonly { readonly source: string; readonly file: string }[];
  /** What was not imported, and why. */
  readonly skipped: readonly { readonly source: string; readonly why: string }[];
}

import type { DiagnosticCode } from "./diagnostic-codes.ts";

/** A place in a file; lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; `end` is the place just behind its last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** How much a diagnostic can matter, the worst first: an `error` keeps a site from being built, a `warning` and an `info` do not. */
export const severities = ["error", "warning", "info"] as const;

/** How much a diagnostic matters. */
export type Severity = (typeof severities)[number];

/** A replacement of one stretch of a file. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A mechanical correction that keeps what the author meant. */
export interface Fix {
  /** What it does, as one would ask for it: `Write “level”`. */
  readonly title: string;
  /** Edits of the diagnostic's file, which do not overlap. */
  readonly edits: readonly TextEdit[];
}

/** One mistake in the content or in the configuration, told so that its author can mend it. */
export interface Diagnostic {
  /** The rule that found it, in kebab-case: `unknown-key`. Stable; the manual has a page for it. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The file, relative to the root, with `/`. */
  readonly file: string;
  readonly range: Range;
  /** What to do about it, in one sentence. */
  readonly hint?: string;
  /** How to mend it where that needs no judgement: for `check --fix` and for editors. */
  readonly fix?: Fix;
  /** Other places that have to do with it. */
  readonly related?: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
}

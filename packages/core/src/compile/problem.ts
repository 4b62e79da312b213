import type { Range, Severity } from "../model/diagnostic.ts";
import type { CodeOf, DiagnosticCode } from "../model/diagnostic-codes.ts";
import type { FileRange } from "./node-range.ts";

/**
 * A place: a range of the file or of a partial in it, or the front matter field whose range is looked up when it is
 * reported.
 */
export type Place = FileRange | { readonly field: readonly (string | number)[] };

/** A place of an edit; a pattern is the source of a regular expression, whose first match within a range is looked up. */
export type EditPlace = Place | { readonly within: Range; readonly pattern: string };

/** A mechanical correction, before its places are looked up. */
export interface ProblemFix {
  readonly title: string;
  /** Where one of the places is not found, nothing is corrected. */
  readonly edits: readonly { readonly place: EditPlace; readonly newText: string }[];
}

/** A mistake found in one file, before it is told as a diagnostic. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly hint?: string;
  readonly fix?: ProblemFix;
  /** Other places; without `file`, in the same one. */
  readonly related?: readonly { readonly message: string; readonly file?: string; readonly place: Place }[];
}

/** An error at a place. */
export function error(code: CodeOf<"error">, message: string, place: Place, hint?: string): Problem {
  return { code, severity: "error", message, place, ...(hint === undefined ? {} : { hint }) };
}

/** A warning at a place. */
export function warning(code: CodeOf<"warning">, message: string, place: Place, hint?: string): Problem {
  return { code, severity: "warning", message, place, ...(hint === undefined ? {} : { hint }) };
}

/** Something worth knowing at a place. */
export function info(code: CodeOf<"info">, message: string, place: Place, hint?: string): Problem {
  return { code, severity: "info", message, place, ...(hint === undefined ? {} : { hint }) };
}

/** A problem that can be mended by writing something else at its place, or at others. */
export function withFix(problem: Problem, title: string, ...edits: ProblemFix["edits"]): Problem {
  return { ...problem, fix: { title, edits } };
}

/** The same problem, with a fix only where there is something to write instead. */
export function mendedBy(problem: Problem, newText: string | undefined, place: EditPlace = problem.place): Problem {
  return newText === undefined ? problem : withFix(problem, `Write “${newText}”`, { place, newText });
}

/** The partial that a place lies in; undefined for the file itself. */
export function partialOf(place: Place): string | undefined {
  return "field" in place ? undefined : place.file;
}

/** A problem of a partial, whose places count in the partial. */
export function inPartial(problem: Problem, file: string): Problem {
  const place = (one: Place): Place => ("field" in one ? one : { ...one, file });
  const related = problem.related?.map((one) => ({ ...one, place: place(one.place) }));
  return { ...problem, place: place(problem.place), ...(related === undefined ? {} : { related }) };
}

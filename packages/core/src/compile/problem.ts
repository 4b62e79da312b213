import type { Range, Severity } from "../model/diagnostic.ts";
import type { CodeOf, DiagnosticCode } from "../model/diagnostic-codes.ts";

/** A place in a file: a range, or the front matter field whose range is looked up when it is reported. */
export type Place = Range | { readonly field: readonly (string | number)[] };

/** A mistake found in one file, before it is told as a diagnostic. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly hint?: string;
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

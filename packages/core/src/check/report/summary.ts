import type { Diagnostic } from "../../model/diagnostic.ts";

/** The counts of a check. */
export interface CheckSummary {
  readonly entries: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts what was found by a check of so many entries. */
export function summarise(diagnostics: readonly Diagnostic[], entries: number): CheckSummary {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  return { entries, errors: count("error"), warnings: count("warning"), infos: count("info") };
}

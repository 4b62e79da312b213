import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CheckSummary } from "./summary.ts";

/** The JSON report of a check: `{ diagnostics, summary: { entries, errors, warnings, infos } }`, indented, with a last newline. */
export function formatJson(diagnostics: readonly Diagnostic[], summary: CheckSummary): string {
  return `${JSON.stringify({ diagnostics, summary }, null, 2)}\n`;
}

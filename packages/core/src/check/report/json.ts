import type { FixedMistake } from "../../knowledge/fix.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CheckSummary } from "./summary.ts";

/**
 * The JSON report of a check: `{ diagnostics, summary: { entries, errors, warnings, infos } }`, and `fixed` with what was
 * mended where that is given; indented, with a last newline.
 */
export function formatJson(
  diagnostics: readonly Diagnostic[],
  summary: CheckSummary,
  fixed?: readonly FixedMistake[],
): string {
  return `${JSON.stringify({ diagnostics, summary, ...(fixed === undefined ? {} : { fixed }) }, null, 2)}\n`;
}

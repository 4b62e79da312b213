import type { Diagnostic } from "@knowhow/core";
import { type CheckSummary, formatPretty, type PrettyOptions } from "@knowhow/core/node";

/**
 * What `knowhow dev` tells of the mistakes after each edit: at first all of them, then those that are new, and the counts. Whoever
 * types sees the mistake just made, and not all of before it once more. Empty where nothing has changed.
 */
export function devReport(
  options: PrettyOptions,
): (diagnostics: readonly Diagnostic[], summary: CheckSummary) => string {
  let told = "";
  let known: readonly string[] = [];
  return (diagnostics, summary) => {
    const whole = formatPretty(diagnostics, summary, options);
    if (whole === told) return "";
    told = whole;
    const before = new Map<string, number>();
    for (const one of known) before.set(one, (before.get(one) ?? 0) + 1);
    known = diagnostics.map(keyOf);
    const fresh = diagnostics.filter((one) => {
      const key = keyOf(one);
      const left = before.get(key) ?? 0;
      before.set(key, left - 1);
      return left <= 0;
    });
    return formatPretty(fresh, summary, options);
  };
}

/** A mistake, wherever in its file lines above it have pushed it. */
function keyOf({ file, code, message }: Diagnostic): string {
  return JSON.stringify([file, code, message]);
}

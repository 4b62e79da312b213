import type { CheckSummary } from "./summary.ts";
import type { Verbosity } from "./verbosity.ts";

/** The counts of a check as a sentence, and how to see infos that were not told; `paint` may colour the parts. */
export function countsInWords(
  { entries, errors, warnings, infos }: CheckSummary,
  { verbose = false }: Verbosity,
  paint: Readonly<Record<"green" | "red" | "yellow" | "blue", (text: string) => string>> = plain,
): string {
  const checked = `${plural(entries, "entry", "entries")} checked`;
  const found = [
    errors > 0 ? [paint.red(plural(errors, "error", "errors"))] : [],
    warnings > 0 ? [paint.yellow(plural(warnings, "warning", "warnings"))] : [],
    infos > 0 ? [paint.blue(plural(infos, "info", "infos")) + (verbose ? "" : " (see knowhow check --verbose)")] : [],
  ].flat();
  if (errors > 0) return `${paint.red("✗")} ${checked}: ${found.join(", ")}.`;
  if (warnings > 0) return `${paint.yellow("!")} ${checked}: ${found.join(", ")}.`;
  return `${paint.green("✓")} ${[`${checked}, nothing to mend`, ...found].join("; ")}.`;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const same = (text: string) => text;
const plain = { green: same, red: same, yellow: same, blue: same };

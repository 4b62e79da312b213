import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { severities } from "../../model/diagnostic.ts";
import { countsInWords } from "./counts.ts";
import { printable } from "./printable.ts";
import { type ReportPaths, reportPath } from "./report-paths.ts";
import type { CheckSummary } from "./summary.ts";
import { toldBy, type Verbosity } from "./verbosity.ts";

/** How many annotations of one kind GitHub shows of a step; further ones stand in the log only. */
const shown = 10;

const commands = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<Severity, string>;

/**
 * The report of a check for a workflow of GitHub: an annotation at the line of each mistake, errors first; then the counts.
 * Where there are more of a kind than GitHub shows, those of one file are one annotation, at its first.
 */
export function formatGithub(
  diagnostics: readonly Diagnostic[],
  summary: CheckSummary,
  options: ReportPaths & Verbosity = {},
): string {
  const lines = severities.flatMap((severity) => {
    const all = toldBy(diagnostics, options).filter((one) => one.severity === severity);
    const groups = all.length > shown ? [...byFile(all)] : all.map((one) => [one]);
    const told = groups.map((group) => annotation(severity, group, options));
    return groups.length > shown
      ? [...told, `GitHub shows ${shown} of these ${groups.length} annotations; all stand in this log.`]
      : told;
  });
  return `${[...lines, countsInWords(summary, options)].join("\n")}\n`;
}

function byFile(diagnostics: readonly Diagnostic[]): Iterable<readonly Diagnostic[]> {
  return Map.groupBy(diagnostics, ({ file }) => file).values();
}

function annotation(severity: Severity, group: readonly Diagnostic[], paths: ReportPaths): string {
  const [first] = group;
  if (first === undefined) return "";
  const { file, code, range } = first;
  const { start, end } = range;
  const title = group.length === 1 ? code : `${code}, and ${group.length - 1} more in this file`;
  const properties = {
    file: printable(reportPath(file, paths)),
    line: start.line,
    // GitHub takes columns for places within one line only.
    ...(end.line === start.line ? { col: start.column, endColumn: end.column } : {}),
    endLine: end.line,
    title: `Knowhow: ${title}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const message =
    group.length === 1
      ? inWords(first)
      : group.map((one) => `Line ${one.range.start.line}, ${one.code}: ${inWords(one, " ")}`).join("\n");
  return `::${commands[severity]} ${list.join(",")}::${data(message)}`;
}

function inWords({ message, hint, related = [] }: Diagnostic, between = "\n"): string {
  const places = related.map((one) => `${one.message}: ${one.file}:${one.range.start.line}`);
  return [message, ...(hint === undefined ? [] : [hint]), ...places].map(printable).join(between);
}

/** What stands behind `::` ends with its line. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property ends at a comma, and all of them at a colon. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

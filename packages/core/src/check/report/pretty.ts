import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { createColors } from "picocolors";
import type { Diagnostic, Range } from "../../model/diagnostic.ts";
import type { CheckSummary } from "./summary.ts";

/** How the pretty report looks. */
export interface PrettyOptions {
  /** The folder that the files of the diagnostics are relative to. */
  readonly root: string;
  /** Whether to colour; default false. */
  readonly colour?: boolean;
}

/** The report of a check for people: every mistake with its place, its line of the file, and what to do; then the counts. */
export function formatPretty(
  diagnostics: readonly Diagnostic[],
  summary: CheckSummary,
  { root, colour = false }: PrettyOptions,
): string {
  const paint = createColors(colour);
  const mark = { error: paint.red, warning: paint.yellow, info: paint.blue };
  const lines = createLineReader(root);
  const parts = diagnostics.map(({ file, range, severity, code, message, hint, related = [] }) => {
    const place = `${file}:${range.start.line}:${range.start.column}`;
    const told = [
      `${paint.underline(place)}  ${mark[severity](severity)}  ${paint.bold(safe(message))}  ${paint.dim(code)}`,
      ...codeFrame(lines(file), range).map((line) => (line.startsWith("  >") ? line : paint.dim(line))),
      ...(hint === undefined ? [] : [`  ${paint.cyan("→")} ${safe(hint)}`]),
      ...related.map((one) =>
        paint.dim(`    ${safe(one.message)}: ${one.file}:${one.range.start.line}:${one.range.start.column}`),
      ),
    ];
    return `${told.join("\n")}\n`;
  });
  return `${[...parts, counts(summary, paint)].join("\n")}\n`;
}

function counts({ entries, errors, warnings }: CheckSummary, paint: ReturnType<typeof createColors>): string {
  const checked = `${plural(entries, "entry", "entries")} checked`;
  if (errors === 0 && warnings === 0) return `${paint.green("✓")} ${checked}, nothing to mend.`;
  const found = [
    errors > 0 && paint.red(plural(errors, "error", "errors")),
    warnings > 0 && paint.yellow(plural(warnings, "warning", "warnings")),
  ];
  return `${errors > 0 ? paint.red("✗") : paint.yellow("!")} ${checked}: ${found.filter(Boolean).join(", ")}.`;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** The line of a mistake with the one before it, and a caret below. */
function codeFrame(lines: readonly string[], { start, end }: Range): readonly string[] {
  const text = lines[start.line - 1];
  if (text === undefined || text.trim() === "") return [];
  const width = String(start.line).length;
  const row = (line: number, sign: string) => {
    const shown = window(lines[line - 1] ?? "", start.column);
    return `  ${sign} ${String(line).padStart(width)} │ ${shown}`.trimEnd();
  };
  const before = start.line > 1 && (lines[start.line - 2] ?? "").trim() !== "" ? [row(start.line - 1, " ")] : [];
  const offset = start.column - 1 - windowStart(text, start.column);
  const length = end.line === start.line ? Math.max(1, Math.min(end.column - start.column, 60)) : 1;
  const caret = `    ${" ".repeat(width)} │ ${" ".repeat(Math.max(0, offset))}${"^".repeat(length)}`;
  return [...before, row(start.line, ">"), caret];
}

const windowWidth = 100;

/** Long lines are shown around the place only. */
function windowStart(text: string, column: number): number {
  return text.length <= windowWidth || column < windowWidth * 0.7 ? 0 : column - Math.floor(windowWidth / 2);
}

function window(text: string, column: number): string {
  return safe(text.slice(windowStart(text, column)).slice(0, windowWidth)).replaceAll("\t", " ");
}

/** Content must not steer the terminal. */
function safe(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\t)\p{Cc}/gu, "�");
}

function createLineReader(root: string): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      try {
        lines = readFileSync(join(root, file), "utf8")
          .replace(/^\uFEFF/, "")
          .split(/\r\n|\n|\r/);
      } catch {
        lines = [];
      }
      known.set(file, lines);
    }
    return lines;
  };
}

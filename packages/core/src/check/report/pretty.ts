import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createColors } from "picocolors";
import type { FixedMistake } from "../../knowledge/fix.ts";
import { isEntryFile } from "../../knowledge/locate.ts";
import type { Diagnostic, Range } from "../../model/diagnostic.ts";
import { countsInWords } from "./counts.ts";
import { printable } from "./printable.ts";
import type { CheckSummary } from "./summary.ts";
import { toldBy, type Verbosity } from "./verbosity.ts";

/** How the pretty report looks. */
export interface PrettyOptions extends Verbosity {
  /** The folder that the files of the diagnostics are relative to. */
  readonly root: string;
  /** Whether to colour; default false. */
  readonly colour?: boolean;
}

/** The report of a check for people: every mistake with its place, its line of the file, and what to do; then the counts. */
export function formatPretty(
  diagnostics: readonly Diagnostic[],
  summary: CheckSummary,
  { root, colour = false, verbose = false }: PrettyOptions,
): string {
  const paint = createColors(colour);
  const mark = { error: paint.red, warning: paint.yellow, info: paint.blue };
  const lines = createLineReader(root);
  const told = toldBy(diagnostics, { verbose });
  const parts = told.map(({ file, range, severity, code, message, hint, related = [] }) => {
    const place = placeOf(file, range);
    const told = [
      `${paint.underline(place)}  ${mark[severity](severity)}  ${paint.bold(printable(message))}  ${paint.dim(code)}`,
      // What cannot be read, or must not be, has no lines to show.
      ...codeFrame(code === "unreadable" ? [] : lines(file), range).map((line) =>
        line.startsWith("  >") ? line : paint.dim(line),
      ),
      ...(hint === undefined ? [] : [`  ${paint.cyan("→")} ${printable(hint)}`]),
      ...related.map((one) => paint.dim(`    ${printable(one.message)}: ${placeOf(one.file, one.range)}`)),
    ];
    return `${told.join("\n")}\n`;
  });
  const fixable = told.filter(({ fix }) => fix !== undefined).length;
  const counts = countsInWords(summary, { verbose }, paint);
  const note =
    fixable === 0 ? "" : `\n  ${fixable === told.length ? "All" : fixable} can be mended by knowhow check --fix.`;
  return `${[...parts, counts].join("\n")}${note}\n`;
}

/** What was mended, for people: a line for each mistake. Empty where nothing was. */
export function formatFixed(
  fixed: readonly FixedMistake[],
  { colour = false }: Pick<PrettyOptions, "colour"> = {},
): string {
  if (fixed.length === 0) return "";
  const paint = createColors(colour);
  const lines = fixed.map(
    ({ file, range, title, code }) =>
      `  ${paint.underline(placeOf(file, range))}  ${printable(title)}  ${paint.dim(code)}`,
  );
  const count = fixed.length === 1 ? "one mistake" : `${fixed.length.toLocaleString("en")} mistakes`;
  return `${paint.green("✓")} Mended ${count}:\n${lines.join("\n")}\n\n`;
}

/** Where something stands, for people. Names of files are content, too. */
function placeOf(file: string, { start }: Range): string {
  return `${printable(file)}:${start.line}:${start.column}`;
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
  return printable(text.slice(windowStart(text, column)).slice(0, windowWidth)).replaceAll("\t", " ");
}

function createLineReader(root: string): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      try {
        lines = linesOf(join(root, file));
      } catch {
        lines = [];
      }
      known.set(file, lines);
    }
    return lines;
  };
}

/** A picture, recording or document may be told of too, and has no lines to show. */
function linesOf(path: string): readonly string[] {
  if (statSync(path).size > largestText) return [];
  const bytes = readFileSync(path);
  const isText = isEntryFile(path) || (isUtf8(bytes) && !bytes.includes(0));
  return isText
    ? bytes
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .split(/\r\n|\n|\r/)
    : [];
}

/** Bytes; far more than an entry may have. */
const largestText = 10_000_000;

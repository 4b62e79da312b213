import { linesOf, type Unread, type WrittenLine } from "./unread.ts";

/** A table that shows as text: its second line is missing or has other cells, or tabs part its cells. `start` is where `written` begins in `text`. */
export function readTable(written: string, start: number, text: string): Unread | undefined {
  const table = written.includes("|") ? (readRule(written, start) ?? readNoRule(written, start)) : undefined;
  return table ?? (written.includes("\t") ? readTabs(written, start, text) : undefined);
}

/** A second line that has more cells than the first, or fewer. */
function readRule(written: string, start: number): Unread | undefined {
  const [, head = "", between = "", rule = ""] = /^([^\r\n]*)(\r?\n[ \t>]*)([|:\- \t]+)(?=\r|\n|$)/.exec(written) ?? [];
  const cells = cellsOf(head);
  const ruled = cellsOf(rule);
  if (!head.includes("|") || !rule.includes("-") || cells === ruled) return undefined;
  const at = start + head.length + between.length;
  const right = ruleOf(cells, rule);
  const widest = linesOf(written, start).reduce(
    (most, row) => (row.start === at ? most : Math.max(most, cellsOf(row.text))),
    0,
  );
  // Of a first line that is too short, only a person knows what it lacks.
  const isShort = cells < widest;
  return {
    start: at,
    end: at + rule.trimEnd().length,
    message: `This shows as text, not as a table: its first line has ${counted(cells)}, its second ${counted(ruled)}.`,
    hint: isShort ? `Give its first line ${counted(widest)} too.` : `Write ${right} for the second line.`,
    title: `Write ${right}`,
    mended: isShort ? [] : [{ start: at, end: at + rule.trimEnd().length, newText: right }],
  };
}

/** Rows that begin with `|`, and no line of dashes below the first. */
function readNoRule(written: string, start: number): Unread | undefined {
  const rows = linesOf(written, start);
  const [head, next] = rows;
  if (head === undefined || next === undefined || /^[|:\- \t]+$/.test(next.text)) return undefined;
  const cells = cellsOf(head.text);
  if (cells < 2 || cellsOf(next.text) !== cells || isFormula.test(head.text)) return undefined;
  if (rows.some((row) => !/^\|(?!\|)/.test(row.text) || cellsOf(row.text) > cells)) return undefined;
  const end = head.start + head.text.trimEnd().length;
  const right = ruleOf(cells);
  return {
    start: head.start,
    end,
    message: "This shows as text, not as a table: the line of dashes below its first line is missing.",
    hint: `Write ${right} below it.`,
    title: `Write ${right}`,
    // The line break and the signs of a quote, as they are.
    mended: [
      { start: next.start, end: next.start, newText: `${right}${written.slice(end - start, next.start - start)}` },
    ],
  };
}

/** Rows whose cells are parted by tabs, as they come out of word processors and spreadsheets. */
function readTabs(written: string, start: number, text: string): Unread | undefined {
  const [head, ...rows] = linesOf(written, start).map((line): WrittenLine => {
    // Markdown leaves out the tab before a first cell that is empty.
    const [, indent = ""] = /(?:^|[\r\n>])([ \t]*)$/.exec(text.slice(Math.max(0, line.start - 100), line.start)) ?? [];
    return indent.includes("\t") ? { start: line.start - indent.length, text: `${indent}${line.text}` } : line;
  });
  const [next] = rows;
  if (head === undefined || next === undefined) return undefined;
  const cells = cellsOfTabs(head.text);
  if (cells < 2 || cellsOfTabs(next.text) !== cells || rows.some((row) => cellsOfTabs(row.text) > cells))
    return undefined;
  if (isOther([head, ...rows])) return undefined;
  const end = head.start + head.text.trimEnd().length;
  const right = ruleOf(cells);
  const toRow = ({ start: at, text: row }: WrittenLine, after = "") => ({
    start: at,
    end: at + row.trimEnd().length,
    newText: `| ${cellTexts(row).join(" | ")} |${after}`,
  });
  const between = written.slice(end - start, next.start - start);
  return {
    start: head.start,
    end,
    message: "This shows as text, not as a table: tabs part no cells.",
    hint: `Write | between the cells, and ${right} below the first line.`,
    title: "Write a table",
    mended: [toRow(head, `${between}${right}`), ...rows.map((row) => toRow(row))],
  };
}

/** `|x| + |y|`: signs of arithmetic between tight pipes. */
const isFormula = /^\|\S.*\S\|[ \t]*[-+=<>≤≥≠·×*/]/;

/** Tabs part other things as well: lines of code, names and what they stand for, letters of items, text across cells. */
function isOther(rows: readonly WrittenLine[]): boolean {
  const cells = rows.map(({ text }) => cellTexts(text));
  return (
    rows.some(({ text }) => /[;{}\\][ \t]*$/.test(text)) ||
    cells.some((row) => row.length < 2 || row.some(isCut)) ||
    cells.every(([name = ""]) => /^(?:.*[:：]|[o§ü])?$|^\p{L}?\d{0,3}[.)]$/u.test(name)) ||
    // Only the first column goes without a name; two tabs in a row put what follows below each other.
    cells[0]?.some((cell, column) => column > 0 && cell === "") === true
  );
}

/** A cell with one end of code, of emphasis or of a link. */
function isCut(cell: string): boolean {
  const count = (sign: string) => cell.split(sign).length - 1;
  return count("`") % 2 === 1 || count("**") % 2 === 1 || count("[") !== count("]");
}

function cellTexts(line: string): readonly string[] {
  return line
    .trimEnd()
    .split("\t")
    .map((cell) => cell.trim().replaceAll("|", "\\|"));
}

function cellsOfTabs(line: string): number {
  return cellTexts(line).length;
}

function cellsOf(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).length;
}

/** A line of dashes for as many cells; those of `written` keep the side they are aligned to. */
function ruleOf(cells: number, written = ""): string {
  const sides = written.trim().replace(/^\|/, "").split("|");
  const ruled = Array.from({ length: cells }, (_, i) => {
    const side = sides[i]?.trim() ?? "";
    return `${side.startsWith(":") ? ":" : ""}---${side.length > 1 && side.endsWith(":") ? ":" : ""}`;
  });
  return `|${ruled.join("|")}|`;
}

/** A number of cells in words. */
export function counted(cells: number): string {
  return cells === 1 ? "one cell" : `${cells} cells`;
}

import { isUtf8 } from "node:buffer";
import { SetupError } from "../../../config/setup-error.ts";

/** A row of a table. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

/** A table as it was read. */
export interface Table {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly bad: readonly { readonly line: number; readonly why: string }[];
}

/** Reads CSV (RFC 4180) with commas, semicolons or tabs. Throws a `SetupError` where the file is no such text. */
export async function readTable(bytes: Uint8Array, file: string): Promise<Table> {
  const text = decode(bytes, file);
  // Excel may say on a line of its own what it separates cells with.
  const said = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const skipped = said === null ? 0 : 1;
  // The parser takes an end of line of two signs within quotes for two lines.
  const content = text.slice(said?.[0].length ?? 0).replace(/\r\n?/g, "\n");
  refuseQuotes(content, file, skipped);
  const { parse } = await import("csv-parse/sync");
  const bad: { readonly line: number; readonly why: string }[] = [];
  let last = 0;
  const read = parse(content, {
    delimiter: said?.[1] ?? delimiterOf(content),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    raw: true,
    on_skip: (cause) => {
      const at = cause === undefined || !("lines" in cause) ? 0 : Number(cause.lines);
      const line = at + skipped;
      // A row may stumble more than once.
      if (!bad.some((one) => one.line === line)) bad.push({ line, why: tell(cause?.code) });
    },
  });
  const rows: TableRow[] = [];
  for (const { record, info, raw } of read as unknown as readonly RawRecord[]) {
    const inner = raw.trim().split("\n").length - 1;
    last = info.lines;
    rows.push({ cells: record.map((cell) => cell.trim()), line: last - inner + skipped });
  }
  const [header, ...others] = rows;
  if (header === undefined)
    throw new SetupError(`${file} is empty.`, "Write a first line that names the columns: question,answer.");
  // A quote that is never closed swallows the rest: it is told where it opens, after the last row that could be read.
  const told = bad.map((one) => (one.why === unclosed ? { ...one, line: last + 1 + skipped } : one));
  return { header, rows: others.filter(({ cells }) => cells.some((cell) => cell !== "")), bad: told };
}

/** More quotes than this are no text: with the stray ones of a line, the parser's time grows with their square. */
const mostQuotes = 5_000;

function refuseQuotes(content: string, file: string, skipped: number): void {
  const lines = content.split("\n");
  const at = lines.findIndex((line) => line.length > mostQuotes && line.split('"').length > mostQuotes + 1);
  if (at < 0) return;
  throw new SetupError(
    `Line ${at + 1 + skipped} of ${file} has more than ${mostQuotes.toLocaleString("en")} quotes, which is no table that can be read.`,
    "Export the table again as CSV, or take the line out.",
  );
}

/** What the parser gives for a record; its types know only one of its options at a time. */
interface RawRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

const unclosed = "A quote opens in this row and never closes, so that it and all that follows could not be read.";

function tell(code: string | undefined): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return unclosed;
  if (
    code === "INVALID_OPENING_QUOTE" ||
    code === "CSV_INVALID_CLOSING_QUOTE" ||
    code === "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE"
  ) {
    return 'There is a quote in the middle of a cell: put the cell in quotes, and write the quote twice: "say ""yes""".';
  }
  return "This row could not be read.";
}

function decode(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new SetupError(
      `${file} is not UTF-8 text.`,
      "Save it as CSV UTF-8: in Excel, the kind of file is “CSV UTF-8 (Comma delimited)”.",
    );
  }
  return new TextDecoder("utf-8").decode(bytes);
}

/** The sign that separates the names of the columns. */
function delimiterOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, "") ?? "";
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: first.split(sign).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

import { stripVTControlCharacters } from "node:util";

/** A line on a terminal that is written over as work goes on, and disappears when it is done. */
export interface Progress {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** At most this often does the line change, in milliseconds: writing costs more than it tells. */
const interval = 80;

/** Shows progress on `stream` if that is a terminal, and nothing if it is not. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < interval) return;
      last = now;
      stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
    },
    clear: () => stream.write("\r\u001b[2K"),
  };
}

/** `1 page`, `2 pages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Milliseconds as seconds: `1.9 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Whether what is written to `stream` may be coloured: only a terminal is, and only while NO_COLOR is not set. */
export function hasColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.NO_COLOR;
}

/** Makes text of the content safe to write: it must not steer the terminal. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, " ");
}

/** The same for a text of several lines, which stay what they are. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;
const indentation = "  ";

/** Indents a line by one step. */
export function indent(line: string): string {
  return `${indentation}${line}`;
}

/** Breaks text, made printable, into lines that fit standard output behind so many steps of indentation. */
export function wrap(text: string, indents = 1): readonly string[] {
  const width = Math.min(process.stdout.columns || 80, widest) - indents * indentation.length;
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of printable(paragraph).split(/\s+/)) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    return line === "" ? lines : [...lines, line];
  });
}

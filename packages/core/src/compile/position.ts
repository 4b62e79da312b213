import type { Position, Range } from "../model/diagnostic.ts";

/** Turns offsets of a text into lines and columns. */
export interface LineIndex {
  readonly position: (offset: number) => Position;
  readonly range: (start: number, end: number) => Range;
  readonly offset: (position: Position) => number;
}

/** The very start of a file, for mistakes that have no place of their own. */
export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Indexes the line starts of a text; `\n`, `\r\n` and a lone `\r` end lines, as in Markdown. */
export function createLineIndex(text: string): LineIndex {
  // Most files are right, and ask for no place at all.
  let known: readonly number[] | undefined;
  const position = (offset: number): Position => {
    known ??= lineStarts(text);
    const starts = known;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return {
    position,
    range: (start, end) => ({ start: position(start), end: position(end) }),
    offset: ({ line, column }) => {
      known ??= lineStarts(text);
      return (known[line - 1] ?? text.length) + column - 1;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

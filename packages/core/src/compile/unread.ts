/** Markdown that was not read as such: where it stands in the file, and what would make it what it was meant as. */
export interface Unread {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  readonly title: string;
  /** Empty where it takes more than a few signs. */
  readonly mended: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** A line of a paragraph, without the signs of the quote that it stands in. */
export interface WrittenLine {
  /** Where it begins in the file. */
  readonly start: number;
  readonly text: string;
}

/** The lines of a paragraph whose text begins at `start` of its file. */
export function linesOf(written: string, start: number): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  for (const { index, 0: line, 1: before = "" } of written.matchAll(/([ \t>]*)[^\r\n]*/g)) {
    if (line !== "") lines.push({ start: start + index + before.length, text: line.slice(before.length) });
  }
  return lines;
}

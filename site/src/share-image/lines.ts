import type { SetText, Typeface } from "./fonts.ts";

/** Text broken into lines, and the size that it got. */
export interface TextBlock {
  readonly size: number;
  /** From one base line to the next. */
  readonly lineHeight: number;
  readonly lines: readonly SetText[];
}

/** Room for a text. */
export interface TextRoom {
  readonly width: number;
  readonly height: number;
  /** Sizes to try, the largest first; a text that is too long for the last ends with an ellipsis. */
  readonly sizes: readonly number[];
  /** The height of a line, in sizes of the type. */
  readonly lineHeight: number;
}

/** Sets a text as large as its room lets it. */
export function fitText(text: string, typeface: Typeface, { width, height, sizes, lineHeight }: TextRoom): TextBlock {
  // A space that does not break is none here.
  const words = text.split(/[ \t\n]+/).filter(Boolean);
  const wordWidths = new Map(words.map((word) => [word, typeface.widthOf(word)]));
  const widthOf = (word: string) => wordWidths.get(word) ?? typeface.widthOf(word);
  const linesIn = (size: number) => Math.max(1, Math.floor(height / (size * lineHeight)));
  const block = (size: number, lines: readonly string[]): TextBlock => ({
    size,
    lineHeight: size * lineHeight,
    lines: lines.map((line) => typeface.set(line)),
  });
  const space = typeface.widthOf(" ");
  for (const size of sizes) {
    const room = (width * 1000) / size;
    if (words.some((word) => widthOf(word) > room)) continue;
    const lines = breakLines(words, widthOf, space, room);
    if (lines.length <= linesIn(size)) return block(size, lines);
  }
  const size = sizes.at(-1) ?? 0;
  const room = (width * 1000) / size;
  const fits = (line: string) => typeface.widthOf(line) <= room;
  const lines = breakLines(
    words.flatMap((word) => (widthOf(word) <= room ? [word] : cutWord(word, fits))),
    widthOf,
    space,
    room,
  );
  return block(size, cut(lines, linesIn(size), fits));
}

function breakLines(
  words: readonly string[],
  widthOf: (word: string) => number,
  space: number,
  room: number,
): readonly string[] {
  const lines: string[] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const width = widthOf(word);
    if (taken + space + width <= room) {
      lines[lines.length - 1] += ` ${word}`;
      taken += space + width;
    } else {
      lines.push(word);
      taken = width;
    }
  }
  return lines;
}

/** As many lines as there is room for; what is left out shows as an ellipsis. */
function cut(lines: readonly string[], count: number, fits: (line: string) => boolean): readonly string[] {
  if (lines.length <= count) return lines;
  const last = Array.from(lines[count - 1] ?? "");
  const ended = () => `${last.join("").trimEnd()}…`;
  while (last.length > 0 && !fits(ended())) last.pop();
  return [...lines.slice(0, count - 1), ended()];
}

function cutWord(word: string, fits: (line: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  for (const sign of word) {
    const longer = (pieces.at(-1) ?? "") + sign;
    if (pieces.length > 0 && fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(sign);
  }
  return pieces;
}

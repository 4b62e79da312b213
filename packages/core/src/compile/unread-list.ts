import { linesOf, type Unread, type WrittenLine } from "./unread.ts";

/** The signs with which word processors begin the items of a list, those of their symbol fonts among them. */
export const bullets = "•◦▪‣●■·\uf0b7\uf0a7";

/** Not a row of signs, such as ●●○, nor a sign without text. */
const bullet = new RegExp(`^[${bullets}](?:[ \\t]+(?![${bullets}○□])(?=\\S)|(?=[\\p{L}\\p{N}*_\`[("“]))`, "u");
/** One of these alone may explain a colour, or begin a number: `● Open`, `·5`. */
const unsure = /^[●■·](?!\t| {2})/;
/** A sign, and another behind it that would begin something of its own. */
const doubled = /^.[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)])[ \t]/u;
/** A minus sign begins numbers too. */
const dash = /^(?:–[ \t]+|−[ \t]+(?=\p{L}{2}))/u;
/** Speech is written with dashes. */
const speech = /[?!…"”»][ \t]*$/;
const box = /^(?<mark>(?:[-*+]|\d{1,3}[.)])?)(?<box>\[[ xX]?\])[ \t]+\S/;
const glued = /^(?:-|\d{1,3}[.)])(?=\p{L})/u;
/** `-v` is an option or a sum, `2.x` a version. */
const letter = /^(?:-|\d{1,3}[.)])[a-z](?![\p{L}\p{M}'’])/iu;
/** What stands before the first paragraph of an item. */
const item = /(?:^|[\r\n])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/;

const beginWithDash = "Begin each item with - and a space, with an empty line above the first.";

/** A list that shows as text. `start` is where the paragraph `written` begins in `text`. */
export function readList(written: string, start: number, text: string): Unread | undefined {
  const lines = linesOf(written, start);
  const [first] = lines;
  if (first === undefined) return undefined;
  const inItem = item.test(text.slice(Math.max(0, start - 100), start));
  return readBullets(lines, inItem) ?? readDashes(lines) ?? readBoxes(lines, inItem) ?? readGlued(lines, inItem, text);
}

/** `• One` on lines of its own, as word processors write lists. */
function readBullets(lines: readonly WrittenLine[], inItem: boolean): Unread | undefined {
  const items = lines.filter(({ text }) => bullet.test(text));
  const [first] = items;
  if (first === undefined) return undefined;
  const above = lines[lines.indexOf(first) - 1]?.text;
  // A list begins with the paragraph, or is one below a line that leads to it and is not parted by the sign itself.
  if (items.length < 2 && (above !== undefined || unsure.test(first.text))) return undefined;
  if (above?.includes(first.text.slice(0, 1))) return undefined;
  const unread = asList(first, items, bullet);
  // An item twice over: it takes a person to tell which of its signs goes.
  return (inItem && above === undefined) ||
    items.some(({ text }) => doubled.test(text) || text.includes(text.slice(0, 1), 1))
    ? { ...unread, mended: [] }
    : unread;
}

/** `– One` on at least two lines: at the beginning, or below a line that ends with a colon. */
function readDashes(lines: readonly WrittenLine[]): Unread | undefined {
  const items = lines.filter(({ text }) => dash.test(text));
  const [first] = items;
  if (first === undefined || items.length < 2 || !isLedTo(lines, first)) return undefined;
  return items.some(({ text }) => speech.test(text)) ? undefined : asList(first, items, dash);
}

/** A line within a paragraph may begin with any sign by chance, unless the one above leads to it. */
function isLedTo(lines: readonly WrittenLine[], line: WrittenLine): boolean {
  const above = lines[lines.indexOf(line) - 1];
  return above === undefined || /[:：][*_ \t\\]*$/.test(above.text);
}

function asList(first: WrittenLine, items: readonly WrittenLine[], sign: RegExp): Unread {
  const signOf = ({ text }: WrittenLine) => sign.exec(text)?.[0] ?? "";
  return {
    start: first.start,
    end: first.start + signOf(first).length,
    message: `This shows as text, not as a list: “${signOf(first).trim()}” begins no item.`,
    hint: beginWithDash,
    title: "Write a list",
    mended: items.map((line) => ({ start: line.start, end: line.start + signOf(line).length, newText: "- " })),
  };
}

/** `[ ] One` without a dash, `-[ ] One` and `[] One`. */
function readBoxes(lines: readonly WrittenLine[], inItem: boolean): Unread | undefined {
  const found = lines.flatMap(({ start, text }, i) => {
    const { mark = "", box: written = "" } = box.exec(text)?.groups ?? {};
    const behind = text.slice(mark.length + written.length).trimStart();
    return written === "" ? [] : [{ start, mark, written, behind, isOpening: i === 0, isMarked: inItem && i === 0 }];
  });
  const slips = found.filter(({ mark, written, behind, isMarked }) =>
    mark !== "" ? true : written === "[]" ? isMarked || /^\p{L}/u.test(behind) : !isMarked,
  );
  const [first] = slips;
  if (first === undefined) return undefined;
  // One alone may be a sign in a sentence.
  if (slips.length < 2 && first.mark === "" && !first.isMarked) {
    if (first.written !== "[ ]" || !first.isOpening || !/^[\p{Lu}\d]/u.test(first.behind)) return undefined;
  }
  const fault =
    first.written === "[]" && (first.isMarked || first.mark !== "")
      ? "the space in “[]” is missing"
      : first.mark === ""
        ? `“${first.written}” stands without “- ”`
        : `the space behind “${first.mark}” is missing`;
  return {
    start: first.start,
    end: first.start + first.mark.length + first.written.length,
    message: `This shows as text, not as an item to tick: ${fault}.`,
    hint: "Begin each item with - [ ] and a space.",
    title: "Write - [ ]",
    mended: slips.map(({ start, mark, written, isMarked }) => ({
      start,
      end: start + mark.length + written.length,
      newText: `${isMarked && mark === "" ? "" : `${mark || "-"} `}${written === "[]" ? "[ ]" : written}`,
    })),
  };
}

/** `-One` and `1.One`, on at least two lines, or right below an item: a single one may be a name or a number. */
function readGlued(lines: readonly WrittenLine[], inItem: boolean, text: string): Unread | undefined {
  const items = lines.filter((line, i) => glued.test(line.text) && !(inItem && i === 0));
  const [first] = items;
  if (first === undefined || items.some((line) => letter.test(line.text))) return undefined;
  const opening = lines[0]?.start ?? first.start;
  const isBelowItem = inItem && items.every((line) => indentAt(text, line.start) === indentAt(text, opening));
  if (!isBelowItem && (items.length < 2 || !isLedTo(lines, first))) return undefined;
  const numbers = items.map((line) => Number.parseInt(line.text, 10));
  const [from = 1] = numbers;
  const areDashes = items.every((line) => line.text.startsWith("-") && !speech.test(line.text));
  const areCounted = numbers.every((number, i) => number === from + i) || numbers.every((number) => number === 1);
  if (!areDashes && !(areCounted && (isBelowItem || from === 1))) return undefined;
  const markOf = ({ text }: WrittenLine) => glued.exec(text)?.[0] ?? "";
  const mark = markOf(first);
  return {
    start: first.start,
    end: first.start + mark.length,
    message: `This shows as text, not as a list: the space behind “${mark}” is missing.`,
    hint:
      mark === "-"
        ? "Begin each item with - and a space."
        : "Begin each item with its number, a full stop and a space.",
    title: `Write a space behind “${mark}”`,
    mended: items.map((line) => {
      const at = line.start + markOf(line).length;
      return { start: at, end: at, newText: " " };
    }),
  };
}

/** What stands before the first sign of a line: that of an item, too. */
function indentAt(text: string, at: number): string {
  const line = text.slice(Math.max(0, text.lastIndexOf("\n", at - 1) + 1, at - 100), at);
  return /^[ \t>]*/.exec(line)?.[0] ?? "";
}

import { linesOf, type Unread, type WrittenLine } from "./unread.ts";

/** The signs with which word processors begin the items of a list, those of their symbol fonts among them. */
export const bullets = "•◦▪‣●■·\uf0b7\uf0a7";

const bullet = new RegExp(`^[${bullets}][ \\t]*`);
const dash = /^[–—−][ \t]+/;
const box = /^(?<mark>(?:[-*+]|\d{1,3}[.)])?)(?<box>\[[ xX]?\])[ \t]+\S/;
const glued = /^(?:-|\d{1,3}[.)])(?=\p{L})/u;
/** What stands before the first paragraph of an item. */
const item = /(?:^|[\r\n])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/;

const beginWithDash = "Begin each item with - and a space, with an empty line above the first.";

/** A list that shows as text. `start` is where the paragraph `written` begins in `text`. */
export function readList(written: string, start: number, text: string): Unread | undefined {
  const lines = linesOf(written, start);
  const [first] = lines;
  if (first === undefined) return undefined;
  const inItem = item.test(text.slice(Math.max(0, start - 100), start));
  return (
    readSigns(lines, bullet, 1) ?? readSigns(lines, dash, 2) ?? readBoxes(lines, inItem) ?? readGlued(lines, inItem)
  );
}

/** `• One` on lines of its own, or `– One` on at least two, as word processors write lists. */
function readSigns(lines: readonly WrittenLine[], sign: RegExp, atLeast: number): Unread | undefined {
  const items = lines.filter(({ text }) => sign.test(text));
  const [first] = items;
  // A list begins with the paragraph, or is one below a line that leads to it.
  if (first === undefined || items.length < (first === lines[0] ? atLeast : 2)) return undefined;
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
    return written === "" ? [] : [{ start, mark, written, isMarked: inItem && i === 0 }];
  });
  const slips = found.filter(({ mark, written, isMarked }) => !isMarked || mark !== "" || written === "[]");
  const [first] = slips;
  // One alone may be a sign in a sentence.
  if (first === undefined || (slips.length < 2 && first.mark === "" && first.written.toLowerCase() === "[x]")) {
    return undefined;
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

/** `-One` and `1.One`, on at least two lines: a single one may be a name or a number. */
function readGlued(lines: readonly WrittenLine[], inItem: boolean): Unread | undefined {
  const items = lines.filter(({ text }) => glued.test(text));
  const [first] = items;
  if (first === undefined || items.length + (inItem ? 1 : 0) < 2) return undefined;
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

import type { Nodes, Table, Text } from "mdast";
import { entryTypes } from "../model/types.ts";
import { calloutType } from "./callout-type.ts";
import { linkProtocols } from "./html-list.ts";
import { inFileOf, nodeRange } from "./node-range.ts";
import type { LineIndex } from "./position.ts";
import { type Problem, warning, withFix } from "./problem.ts";
import type { Unread } from "./unread.ts";
import { bullets, readList } from "./unread-list.ts";
import { counted, readTable } from "./unread-table.ts";

/**
 * `unread-markdown`: text in which Markdown stands that was not read as such, for a space too many or too few. `text` is that
 * of the node's file. Most text has none of it, which a look for single signs tells.
 */
export function checkRawText(
  node: Text,
  parent: Nodes | undefined,
  text: string,
  lines: () => LineIndex,
): readonly Problem[] {
  if (!telling.test(node.value)) return [];
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const problems: Problem[] = [];
  const tell = (unread: Unread) => {
    const place = inFileOf(node, lines().range(unread.start, unread.end));
    const edits = unread.mended.map((one) => ({
      place: inFileOf(node, lines().range(one.start, one.end)),
      newText: one.newText,
    }));
    const problem = warning("unread-markdown", unread.message, place, unread.hint);
    problems.push(edits.length === 0 ? problem : withFix(problem, unread.title, ...edits));
  };
  const isOpening = parent?.type === "paragraph" && parent.children[0] === node;
  const opening = isOpening ? readOpening(text, start.offset, parent.position?.end.offset ?? end.offset) : undefined;
  if (opening !== undefined) tell(opening);
  if (!node.value.includes("]")) return problems;
  for (let at = text.indexOf("]", start.offset); at >= 0 && at < end.offset; at = text.indexOf("]", at + 1)) {
    const link = readLink(text, at);
    if (link !== undefined) tell(link);
  }
  return problems;
}

/** Cells beyond those of the first row: they show nowhere. */
export function checkRows({ align, children: rows }: Table): readonly Problem[] {
  const columns = align?.length ?? rows[0]?.children.length ?? 0;
  return rows.flatMap((row) => {
    const extra = row.children[columns];
    if (extra === undefined) return [];
    const { end } = nodeRange(row);
    return warning(
      "unread-markdown",
      `This row has ${counted(row.children.length)}, and its table ${columns === 1 ? "one" : columns}: from here on it shows nowhere.`,
      { ...nodeRange(extra), end },
      "Write \\| for the sign itself, also in `code`; or give the first row more cells.",
    );
  });
}

/** Text without any of these needs no closer look. */
const telling = new RegExp(`[\\]|\\t${bullets}]|^#|^:::|(?:^|\\n)(?:[–−][ \\t]|(?:-|\\d{1,3}[.)])\\p{L})`, "u");

/** What follows the text of a link: its address, and a title where there is one. None is longer in earnest. */
const behindText =
  /\](?<gap>[ \t]*)\((?<address>(?:[^()<>\r\n"']|\([^()<>\r\n"']{0,100}\)){1,500})(?:(?:"[^"()\r\n]{0,500}"|'[^'()\r\n]{0,500}')[ \t]*)?\)/y;

const schemes = [...entryTypes, ...linkProtocols].join("|");
const endings = "mdx?|png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|mp3|m4a|wav|vtt|pdf|docx?|xlsx?|pptx?|csv|zip|html?";
/** Parentheses behind brackets hold many things; these are meant as addresses. */
const addressLike = new RegExp(`^(?:(?:${schemes}):|\\.{1,2}/|/|#\\w|www\\.)|\\.(?:${endings})(?:[?#].*)?$`, "i");

/** A heading has something below it, which in comments of code is another one. */
const isFollowed = /^(?![ \t]*\r?\n#)\s*\S/;

/** `#TODO`, `#FIXME: …` and `#Room12` are keywords; so is one below which nothing follows. */
const keyword = /^#(?:[\p{Lu}\d_-]+(?:\s*$|:)|\p{L}*\d\S*\s*$)/u;

/** What a paragraph was meant to begin with or to be: a heading, a callout, a list or a table. */
function readOpening(text: string, start: number, end: number): Unread | undefined {
  const written = text.slice(start, end);
  const heading = /^(?:#{2,6}(?=[\p{L}\p{N}])|#(?=\p{Lu}[^#\r\n]*[^#.\s]\s*$))/u.exec(written);
  if (
    heading !== null &&
    (heading[0] !== "#" || (!keyword.test(written) && isFollowed.test(text.slice(end, end + 100))))
  ) {
    return readHeading(heading[0], written, start);
  }
  return readCallout(written, start) ?? readList(written, start, text) ?? readTable(written, start, text);
}

/** `##Heading`; one `#` alone also begins numbers and keywords, so that it has to be a line by itself, with a capital. */
function readHeading(signs: string, written: string, start: number): Unread {
  const [line = ""] = /^[^\r\n]*/.exec(written) ?? [];
  return {
    start,
    end: start + line.length,
    message: `This shows as text, not as a heading: the space behind ${signs} is missing.`,
    hint: `Write a space behind ${signs}; for the sign itself, \\#.`,
    title: `Write a space behind ${signs}`,
    mended: [{ start: start + signs.length, end: start + signs.length, newText: " " }],
  };
}

/** `:::note`, as other tools write callouts, or `[!NOTE]`, as GitHub does in quotes. */
function readCallout(written: string, start: number): Unread | undefined {
  const [sign = "", name = "", other = ""] =
    /^(?:::{2,}[ \t]*([a-z]+)\b[^\r\n]*|\[!([a-z]+)\](?=[ \t]*(?:\r|\n|$)))/i.exec(written) ?? [];
  const type = calloutType(name || other);
  if (type === undefined) return undefined;
  return {
    start,
    end: start + sign.length,
    message: `This shows as text, not as a callout: “${sign.trimEnd()}” means nothing here.`,
    hint: `Write <Callout type="${type}"> and </Callout> around the text, in an .mdx file.`,
    title: "",
    mended: [],
  };
}

function readLink(text: string, at: number): Unread | undefined {
  behindText.lastIndex = at;
  const match = behindText.exec(text);
  const opening = match === null || isEscaped(text, at) ? undefined : openingBefore(text, at);
  if (match === null || opening === undefined) return undefined;
  const { gap = "", address = "" } = match.groups ?? {};
  const written = address.trim();
  if (!addressLike.test(written)) return undefined;
  const isPicture = text[opening - 1] === "!" && !isEscaped(text, opening - 1);
  const what = isPicture ? "picture" : "link";
  const place = { start: isPicture ? opening - 1 : opening, end: at + match[0].length };
  const start = at + 1 + gap.length + 1 + address.indexOf(written);
  // Windows parts folders with another sign.
  const slashed = written.replaceAll("\\", "/");
  const right = slashed.replace(/^([a-z]+:)[ \t]+/i, "$1").replace(/[ \t]/g, "%20");
  if (gap === "" && !/[ \t]/.test(written)) return undefined;
  if (gap !== "" && !isPicture && isRemark(text.slice(opening + 1, at), text[opening - 1] ?? "", written))
    return undefined;
  const inBrackets = /^[a-z]+:[ \t]/i.test(written) ? "" : ` or <${slashed}>`;
  const ways = right === written ? "" : `, and ${right}${inBrackets} in the parentheses`;
  if (gap !== "") {
    return {
      ...place,
      message: `This shows as text, not as a ${what}: a space stands between ] and (.`,
      hint: `Take the space away${ways}.`,
      title: "Take the space away",
      mended: [{ start: at, end: start + written.length, newText: `](${right}` }],
    };
  }
  return {
    ...place,
    message: `This shows as text, not as a ${what}: its address “${written}” has a space in it.`,
    hint: `Write ${right}${inBrackets}.`,
    title: `Write “${right}”`,
    mended: [{ start, end: start + written.length, newText: right }],
  };
}

/** `[^1] (see a.md)`, `rows[0] (a.csv)`, `[skip ci] (#432)` and `[options] (./file or ./folder)` stand beside their parentheses. */
function isRemark(label: string, before: string, written: string): boolean {
  const isLabel = !/^(?:\^.*|[ xX]?)$/.test(label) && !/[\p{L}\p{N}]/u.test(before);
  return !isLabel || /^#\d/.test(written) || remark.test(written);
}

/** Words and signs that are part of a sentence, not of an address. */
const remark = /(?:^|[ \t])(?:see|or|and|from|in|with|e\.g\.|i\.e\.|cf\.|xem|và|hoặc|trong)[ \t]|[,;][ \t]/i;

/** The bracket that opens the text of a link, on the same line. */
function openingBefore(text: string, at: number): number | undefined {
  const from = Math.max(0, at - 500);
  const before = text.slice(from, at);
  const opening = before.lastIndexOf("[");
  return opening < 0 || isEscaped(before, opening) || /[\r\n]/.test(before.slice(opening)) ? undefined : from + opening;
}

function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === "\\";
}

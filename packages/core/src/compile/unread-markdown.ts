import type { Text } from "mdast";
import { entryTypes } from "../model/types.ts";
import { linkProtocols } from "./html-list.ts";
import { inFileOf } from "./node-range.ts";
import type { LineIndex } from "./position.ts";
import { type Problem, warning, withFix } from "./problem.ts";

/**
 * `unread-markdown`: text in which Markdown stands that was not read as such, for a space too many or too few. `text` is that
 * of the node's file. Most text has none of it, which a look for single signs tells.
 */
export function checkRawText(node: Text, text: string, lines: () => LineIndex): readonly Problem[] {
  if (!node.value.includes("]")) return [];
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const problems: Problem[] = [];
  for (let at = text.indexOf("]", start.offset); at >= 0 && at < end.offset; at = text.indexOf("]", at + 1)) {
    const link = readLink(text, at);
    if (link === undefined) continue;
    const place = inFileOf(node, lines().range(link.start, link.end));
    const problem = warning("unread-markdown", link.message, place, link.hint);
    const mended = inFileOf(node, lines().range(link.mended.start, link.mended.end));
    problems.push(withFix(problem, link.title, { place: mended, newText: link.mended.newText }));
  }
  return problems;
}

/** What follows the text of a link: its address, and a title where there is one. None is longer in earnest. */
const behindText =
  /\](?<gap>[ \t]*)\((?<address>[^()<>\r\n"']{1,500})(?:(?:"[^"()\r\n]{0,500}"|'[^'()\r\n]{0,500}')[ \t]*)?\)/y;

const schemes = [...entryTypes, ...linkProtocols].join("|");
const endings = "mdx?|png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|mp3|m4a|wav|vtt|pdf|docx?|xlsx?|pptx?|csv|zip|html?";
/** Parentheses behind brackets hold many things; these are meant as addresses. */
const addressLike = new RegExp(`^(?:(?:${schemes}):|\\.{1,2}/|/|#\\w|www\\.)|\\.(?:${endings})(?:[?#].*)?$`, "i");

/** A link that was not read as one: where it stands, and what would make it one. */
interface UnreadLink {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  readonly title: string;
  readonly mended: { readonly start: number; readonly end: number; readonly newText: string };
}

function readLink(text: string, at: number): UnreadLink | undefined {
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
  const right = written.replace(/^([a-z]+:)[ \t]+/i, "$1").replace(/[ \t]/g, "%20");
  if (gap === "" && right === written) return undefined;
  const inBrackets = /^[a-z]+:[ \t]/i.test(written) ? "" : ` or <${written}>`;
  const ways = right === written ? "" : `, and ${right}${inBrackets} in the parentheses`;
  if (gap !== "") {
    return {
      ...place,
      message: `This shows as text, not as a ${what}: a space stands between ] and (.`,
      hint: `Take the space away${ways}.`,
      title: "Take the space away",
      mended: { start: at, end: start + written.length, newText: `](${right}` },
    };
  }
  return {
    ...place,
    message: `This shows as text, not as a ${what}: its address “${written}” has a space in it.`,
    hint: `Write ${right}${inBrackets}.`,
    title: `Write “${right}”`,
    mended: { start, end: start + written.length, newText: right },
  };
}

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

import type { Element, Nodes as HastNodes } from "hast";
import { htmlToHast } from "satteri";
import type { Range } from "../model/diagnostic.ts";
import { allowedTags, isAllowedAttribute } from "./html-list.ts";
import { fromWord, insteadOfTag, isFromWord } from "./pasted-html.ts";
import { error, type Problem } from "./problem.ts";

/** A tag that an author wrote, with the names of its attributes as written or as properties. */
export interface WrittenTag {
  readonly tag: string;
  readonly attributes: readonly string[];
  /** What it shows, where it names something. */
  readonly address?: string | undefined;
}

/** The tags of a piece of raw HTML; pieces may be half open, as Markdown cuts them. */
export function readHtmlTags(html: string): readonly PlacedTag[] {
  const found: PlacedTag[] = [];
  const written = withoutComments(html);
  // Where to look for the next tag of a name: tags of one name come in the order in which they stand, and some are implied.
  const next = new Map<string, number>();
  let last = 0;
  const stack: HastNodes[] = [htmlToHast(html, { fragment: true }) as HastNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "element") {
      // The parser tells no places.
      const pattern = new RegExp(`<${node.tagName.replace(/[^\w-]/g, "\\$&")}(?=[\\s/>])[^>]*>?`, "gi");
      pattern.lastIndex = next.get(node.tagName) ?? 0;
      const match = pattern.lastIndex > html.length ? null : pattern.exec(written);
      next.set(node.tagName, match === null ? Number.POSITIVE_INFINITY : match.index + 1);
      last = match?.index ?? last;
      found.push({ element: node, start: last, end: last + (match?.[0].split(/[\r\n]/, 1)[0]?.length ?? 0) });
    }
    if ("children" in node) stack.push(...node.children.toReversed());
  }
  return found;
}

/** The same text with blanks in the place of comments. */
function withoutComments(html: string): string {
  let blanked = "";
  let at = 0;
  for (let open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--", at)) {
    const close = html.indexOf("-->", open + 4);
    const end = close < 0 ? html.length : close + 3;
    blanked += html.slice(at, open) + " ".repeat(end - open);
    at = end;
  }
  return blanked + html.slice(at);
}

/** The text of a piece of raw HTML: a line per block, without comments; a piece in a sentence is a tag, and has none. */
export function htmlText(html: string): string {
  if (/^<br\s*\/?>$/i.test(html)) return "\n";
  // Most tags by themselves say nothing.
  if (/^<\/?(?!br\b|img\b)[a-z][^<>]*>$/i.test(html)) return "";
  const text = textOf(htmlToHast(html, { fragment: true }) as HastNodes);
  // What is no single tag is a block.
  return text === "" || /^<[^<>]*>$/.test(html) ? text : `${text}\n`;
}

function textOf(node: HastNodes): string {
  if (node.type === "text") return node.value.replace(/\s+/g, " ");
  if (!("children" in node)) return "";
  if (node.type === "element" && node.tagName === "img") return String(node.properties.alt ?? "");
  const text = node.children.map(textOf).join("");
  if (node.type !== "element") return text;
  return text + endOf(node.tagName);
}

/** Tags after which a line ends. */
const lines = /^(?:blockquote|br|dd|details|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|summary|table|tr|ul)$/;

/** What stands between a tag and what follows, where its text is read aloud. */
export function endOf(tag: string): string {
  return lines.test(tag) ? "\n" : /^t[dh]$/.test(tag) ? " " : "";
}

/** A tag of raw HTML, and where its first line stands in it. */
export interface PlacedTag {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

/** Says what of a tag is beyond what authors may write. */
export function checkTag(
  { tag, attributes, address }: WrittenTag,
  place: Range,
  blockNames: readonly string[],
): readonly Problem[] {
  if (tag === "script" || tag === "style") {
    return [
      error(
        "forbidden-code",
        `<${tag}> cannot stand in content.`,
        place,
        "Code and styles belong to the site's owner; delete it.",
      ),
    ];
  }
  const block = blockNames.find((name) => name.toLowerCase() === tag);
  if (block !== undefined) {
    const message = `<${block}> is a block, and blocks work in .mdx files only.`;
    return [error("raw-html", message, place, "Rename this file from .md to .mdx.")];
  }
  if (isFromWord(`<${tag}`)) return [error("raw-html", fromWord.message, place, fromWord.hint)];
  if (!allowedTags.has(tag)) {
    const message = `<${tag}> is not among the HTML tags that content may have.`;
    return [error("raw-html", message, place, insteadOfTag(tag, address))];
  }
  return attributes.flatMap((name) => {
    if (/^on/i.test(name))
      return [error("forbidden-code", `“${name}” runs code, which content cannot.`, place, "Delete it.")];
    if (isAllowedAttribute(tag, name)) return [];
    return [
      error(
        "raw-html",
        `<${tag}> cannot have “${name}” in content.`,
        place,
        "Delete it; looks belong to the site's theme.",
      ),
    ];
  });
}

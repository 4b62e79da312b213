import type { Html } from "mdast";
import { allowedTags, isAllowedAttribute } from "../../../compile/html-list.ts";
import { type ScannedTag, scanTags } from "../../../compile/scan-tag.ts";
import { escapeAddress } from "../../../publish/markdown/escape.ts";
import { escapeHtml, unescapeHtml } from "../../rewrite/attribute-source.ts";
import { comment } from "./comment.ts";
import { type Pen, resolveAt } from "./pen.ts";

/** Tags that hold nothing. */
const voidTags: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/** Tags of HTML that content cannot have; what they hold stays. Any other name in angle brackets was meant as text. */
const knownTags: ReadonlySet<string> = new Set(
  (
    "address area article aside audio base basefont bdi bdo big blink body button canvas center circle cite col colgroup " +
    "data datalist dialog dir embed fieldset figcaption figure font footer form frame frameset g head header hgroup html " +
    "iframe label legend line link main map mark marquee menu meta meter nav nobr noscript object optgroup option output " +
    "param path picture polygon polyline progress rect script search section select small source style svg template text " +
    "textarea time title track u use video wbr"
  ).split(" "),
);

/** Converts raw HTML of a Markdown file: what content may have stays, other tags go and leave what they hold. */
export function convertHtml(node: Html, inLink: boolean, pen: Pen): void {
  const offset = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (offset === undefined || end === undefined) return;
  const source = pen.text.slice(offset, end);
  if (pen.to === "mdx") {
    for (const match of source.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) {
      pen.put(offset + match.index, offset + match.index + match[0].length, comment(match[1] ?? "", "mdx"));
    }
    for (const match of source.matchAll(/<(?:![A-Z]|\?)[^>]*>/g)) {
      pen.put(offset + match.index, offset + match.index + match[0].length, comment(match[0], "mdx"));
    }
  }
  const code = codeElement(source);
  if (code !== undefined) {
    pen.note(offset + code.start, `<${code.name}> is code, which content cannot have: it was made a comment.`);
    pen.put(offset + code.start, offset + code.end, comment(source.slice(code.start, code.end), pen.to));
  }
  const tags = scanTags(source).filter(({ start }) => code === undefined || start < code.start || start >= code.end);
  for (const tag of tags) {
    convertTag(tag, source, offset, inLink, pen);
    if (pen.to === "mdx" && tag.name.toLowerCase() === "details") standAlone(tag, offset, pen);
  }
  if (pen.to === "mdx") escapeBetween(source, tags, offset, pen);
}

/** Puts a tag that holds paragraphs on a line of its own: MDX takes it for a part of one where it shares its line. */
function standAlone({ start, end, kind }: ScannedTag, offset: number, { text, put }: Pen): void {
  const from = offset + start;
  const lineStart = Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("\r", from - 1)) + 1;
  const before = text.slice(lineStart, from);
  // The sign of a quote and the indentation of a list hold for the next line, too.
  const indent = (/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?[ \t]*/.exec(before)?.[0] ?? "").replace(/[^>\s]/g, " ");
  const until = offset + end;
  if (kind === "close" && before.slice(indent.length) !== "") put(from, from, `\n${indent}`);
  if (/[^\s]/.test(/[^\r\n]*/.exec(text.slice(until))?.[0] ?? "")) put(until, until, `\n${indent}`);
}

/** `<script>` and `<style>`, with what they hold. */
function codeElement(
  source: string,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const match = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/i.exec(source);
  if (match === null) return undefined;
  return { name: (match[1] ?? "").toLowerCase(), start: match.index, end: match.index + match[0].length };
}

function convertTag(tag: ScannedTag, source: string, offset: number, inLink: boolean, pen: Pen): void {
  const name = tag.name.toLowerCase();
  const at = offset + tag.start;
  const whole = source.slice(tag.start, tag.end);
  if (!allowedTags.has(name)) {
    if (!knownTags.has(name)) {
      // <your-token> and Array<string> are no tags.
      pen.put(at, at + 1, pen.to === "mdx" ? "\\<" : "&lt;");
      return;
    }
    const kept = leftOf(tag, at, pen);
    if (tag.kind !== "close")
      pen.note(at, `<${name}> is not among the tags that content may have: it was taken out, and what it holds kept.`);
    pen.put(
      at,
      offset + tag.end,
      kept ?? (tag.kind === "close" || tag.attributes.length === 0 ? "" : comment(whole, pen.to)),
    );
    return;
  }
  if (tag.kind === "close") {
    if (voidTags.has(name)) pen.put(at, offset + tag.end, "");
    return;
  }
  if (name === "img" && convertImageTag(tag, offset, inLink, pen)) return;
  convertAttributes(tag, name, offset, pen);
  if (pen.to === "mdx" && voidTags.has(name) && tag.kind === "open")
    pen.put(offset + tag.end - 1, offset + tag.end, " />");
}

/** What a tag shows, such as a recording or a page of another site, as a link. */
function leftOf({ attributes, kind }: ScannedTag, at: number, pen: Pen): string | undefined {
  if (kind === "close") return undefined;
  const value = (name: string) => {
    const found = attributes.find((one) => one.name.toLowerCase() === name);
    return found === undefined || found.quote === "{" ? undefined : found.value;
  };
  const src = value("src") ?? value("data");
  if (src === undefined) return undefined;
  const found = resolveAt(at, unescapeHtml(src), "link", pen);
  if (found.kind === "gone") return undefined;
  const href = found.kind === "to" ? found.href : unescapeHtml(src);
  const title = value("title") ?? value("alt") ?? src.slice(src.lastIndexOf("/") + 1);
  return `[${title.replace(/[[\]\\]/g, "\\$&") || href}](${escapeAddress(href)})`;
}

/** Converts the attributes of a tag that may stay. Also used for lower-case tags of MDX. */
export function convertAttributes(tag: ScannedTag, name: string, offset: number, pen: Pen): void {
  for (const one of tag.attributes) {
    const start = offset + one.start;
    const end = offset + one.end;
    const attribute = one.name.toLowerCase();
    if (name === "a" && attribute === "name") {
      // An anchor as it was written before there was `id`.
      pen.put(start, start + one.name.length, "id");
      continue;
    }
    const allowedName = attribute === "classname" || attribute === "htmlfor" ? "class" : attribute;
    if (one.name === "" || one.quote === "{" || /^on/.test(attribute) || !isAllowedAttribute(name, allowedName)) {
      if (
        !(
          one.quote === "{" &&
          /^\s*(?:\d+|true|false|"[^"]*"|'[^']*')\s*$/.test(one.value ?? "") &&
          isAllowedAttribute(name, allowedName)
        )
      ) {
        pen.note(start, `“${one.name || "{…}"}” of <${name}> was taken out: content cannot have it.`);
        pen.put(start, end, "");
        continue;
      }
    }
    if ((attribute === "href" && name === "a") || (attribute === "src" && name === "img")) {
      convertAddressAttribute(one, { start, end, tagEnd: offset + tag.end }, attribute, pen);
    } else if (pen.to === "mdx" && one.quote === "") {
      pen.put(start, end, `${one.name}="${escapeHtml(one.value ?? "", '"')}"`);
    }
  }
}

/** Puts words in the place of a picture that pages cannot show; false where they can. */
export function convertImageTag(tag: ScannedTag, offset: number, inLink: boolean, pen: Pen): boolean {
  const value = (name: string) => {
    const found = tag.attributes.find((one) => one.name.toLowerCase() === name);
    return found === undefined ? "" : textOf(found);
  };
  const src = value("src");
  const at = offset + tag.start;
  const found = src === "" ? undefined : pen.resolve(src, "image");
  if (found?.kind !== "gone") return false;
  pen.note(at, `The picture ${src} was taken out: ${found.why}.`);
  const words = [...new Set([value("alt"), value("title")].filter((one) => one !== ""))].join(", ");
  const shown = escapeHtml(words, '"')
    .replaceAll("<", "&lt;")
    .replace(/[{}]/g, pen.to === "mdx" ? "\\$&" : "$&");
  // A link may have been opened in this paragraph, in a tag of its own.
  const before = pen.text.slice(Math.max(0, at - 3000), at).replace(/^[\s\S]*\n[ \t>]*\n/, "");
  const isInLink = inLink || /<a\s[^>]*>(?:(?!<\/a)[\s\S])*$/i.test(before);
  const kept =
    /^https?:/.test(src) && !isInLink
      ? `<a href="${escapeHtml(src, '"')}">${shown || "Picture"}</a>`
      : `${shown || (isInLink ? "Picture" : "")} ${comment(src, pen.to)}`;
  pen.put(at, offset + tag.end, kept);
  return true;
}

function convertAddressAttribute(
  attribute: ScannedTag["attributes"][number],
  { start, end, tagEnd }: { readonly start: number; readonly end: number; readonly tagEnd: number },
  name: string,
  pen: Pen,
): void {
  const written = textOf(attribute);
  const found = resolveAt(start, written, name === "src" ? "image" : "link", pen);
  if (found.kind === "to") pen.put(start, end, `${name}="${escapeHtml(found.href, '"')}"`);
  else if (found.kind === "gone") {
    pen.put(start, end, "");
    pen.put(tagEnd, tagEnd, comment(written, pen.to));
  } else if (attribute.quote === "{" || (attribute.quote === "" && pen.to === "mdx")) {
    pen.put(start, end, `${name}="${escapeHtml(written, '"')}"`);
  }
}

/** The text of an attribute, as far as it is one. */
export function textOf({ value = "", quote }: ScannedTag["attributes"][number]): string {
  return quote === "{" ? value.trim().replace(/^(["'`])([\s\S]*)\1$/, "$2") : unescapeHtml(value);
}

/** What stands between tags is text, in which MDX would find code. */
function escapeBetween(source: string, tags: readonly ScannedTag[], offset: number, { put }: Pen): void {
  for (const match of source.matchAll(/[{}]/g)) {
    const inTag = tags.some(({ start, end }) => match.index >= start && match.index < end);
    const inComment = [...source.matchAll(/<!--[\s\S]*?(?:-->|$)/g)].some(
      (one) => match.index >= one.index && match.index < one.index + one[0].length,
    );
    if (!inTag && !inComment) put(offset + match.index, offset + match.index, "\\");
  }
}

/** Whether a tag holds nothing, and closes itself in MDX. */
export function isVoidTag(name: string): boolean {
  return voidTags.has(name);
}

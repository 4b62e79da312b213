import { attributeOf, type HtmlElement, type HtmlNode, hasClass, textOf } from "../../html/html-tree.ts";
import { escapeAddress, escapeLabel, escapeText, escapeTitle } from "./escape.ts";

/** What turning HTML into Markdown needs to know beside the HTML. */
export interface MarkdownContext {
  /** Makes the address of a link or an image one that holds wherever the text is read. */
  readonly address: (url: string) => string;
  /** What is right for a question of the text, by its id, as blocks of Markdown; undefined to tell what the page shows. */
  readonly answerOf: (id: string) => readonly string[] | undefined;
}

/** Tags whose content is no reading matter: pictures drawn for the eye, and what is there to be filled in. */
const dropped: ReadonlySet<string> = new Set(
  "script style template svg select option textarea progress meter object canvas".split(" "),
);

/** Whether a reader of text has nothing of an element. */
export function isDropped(element: HtmlElement): boolean {
  if (dropped.has(element.tag) || hasClass(element, "kh-typed") || hasClass(element, "kh-video__note")) return true;
  return attributeOf(element, "hidden") !== undefined || attributeOf(element, "aria-hidden") === "true";
}

/** Prose within a paragraph, a heading or a cell as Markdown, without space around it. */
export function inlineMarkdown(nodes: readonly HtmlNode[], context: MarkdownContext): string {
  return pieces(nodes, context)
    .replace(/(?:\\\n\s*)+$/, "")
    .trim()
    .replace(/[ \t\n]{2,}|\t/g, (space) => (space.includes("\n") ? "\n" : " "));
}

function pieces(nodes: readonly HtmlNode[], context: MarkdownContext): string {
  let text = "";
  nodes.forEach((node, index) => {
    if (typeof node === "string") text += escapeText(node);
    else if (!isDropped(node)) {
      const added = piece(node, context, text, textOf(nodes.slice(index + 1, index + 2)));
      // Right before a link it would make a picture of it.
      if (added.startsWith("[") && text.endsWith("!")) text = `${text.slice(0, -1)}\\!`;
      text += added;
    }
  });
  return text;
}

function piece(element: HtmlElement, context: MarkdownContext, before: string, after: string): string {
  const inner = () => pieces(element.children, context);
  switch (element.tag) {
    case "strong":
    case "b":
      return marked("**", "strong", inner(), before, after);
    case "em":
    case "i":
      return marked(
        /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after) ? "*" : "_",
        "em",
        inner(),
        before,
        after,
      );
    case "del":
    case "s":
      return marked("~~", "del", inner(), before, after);
    case "code":
      return code(textOf(element.children));
    case "br":
      return "\\\n";
    case "a":
      return link(element, inner(), context);
    case "img":
      return image(element, context);
    case "input":
      return field(element);
    case "button":
      // A term's word is a button that opens its meaning, which follows it. Others do something that text cannot.
      return attributeOf(element, "popovertarget") === undefined ? "" : inner();
    case "video":
    case "audio":
      return recording(element, context);
    default:
      return inner();
  }
}

/** Marks text; spaces at its ends stay outside. Where Markdown would not see the marks, tags do the same. */
function marked(mark: string, tag: string, inner: string, before: string, after: string): string {
  const [, lead = "", text = "", tail = ""] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
  if (text === "") return inner;
  const letter = /[\p{L}\p{N}]/u;
  const opens = lead !== "" || letter.test(text.slice(0, 1)) || !letter.test(before.slice(-1));
  const closes = tail !== "" || letter.test(text.slice(-1)) || !letter.test(after.slice(0, 1));
  return opens && closes ? lead + mark + text + mark + tail : `${lead}<${tag}>${text}</${tag}>${tail}`;
}

/** Code in a sentence, between as many backticks as it takes. */
function code(text: string): string {
  const line = text.replace(/(?<!\s)\s*\n\s*/g, " ");
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
  return fence + pad + line + pad + fence;
}

function link(element: HtmlElement, inner: string, { address }: MarkdownContext): string {
  const href = attributeOf(element, "href");
  // Where a footnote is called, and back.
  if (attributeOf(element, "data-footnote-backref") !== undefined) return "";
  if (attributeOf(element, "data-footnote-ref") !== undefined) return `[^${footnoteName(href ?? "")}]`;
  if (href === undefined || href === "" || inner.trim() === "") return inner;
  const text = textOf(element.children);
  if (text === href && /^https?:\/\/[^\s<>]+$/.test(href)) return `<${href}>`;
  if (`mailto:${text}` === href && /^[^\s<>]+@[^\s<>]+$/.test(text)) return `<${text}>`;
  return `[${inner.trim().replaceAll("\\://", "://")}](${escapeAddress(address(href))}${titlePart(element)})`;
}

function image(element: HtmlElement, { address }: MarkdownContext): string {
  const src = attributeOf(element, "src");
  const alt = attributeOf(element, "alt") ?? "";
  // A picture without words is there for the look of the page.
  if (alt === "") return "";
  if (src === undefined) return escapeText(alt);
  return `![${escapeLabel(alt).replace(/\s+/g, " ")}](${escapeAddress(address(src))}${titlePart(element)})`;
}

function titlePart(element: HtmlElement): string {
  const title = attributeOf(element, "title");
  return title === undefined || title === "" ? "" : ` "${escapeTitle(title)}"`;
}

/** A field to fill in is a gap in the text; what is picked or ticked is told by the list that it stands in. */
function field(element: HtmlElement): string {
  const type = attributeOf(element, "type") ?? "text";
  return ["text", "number", "search"].includes(type) ? "\\_\\_\\_" : "";
}

/** A recording cannot be read, but found. */
function recording(element: HtmlElement, { address }: MarkdownContext): string {
  const source = [element, ...element.children.filter((child) => typeof child !== "string")].find(
    (one) => attributeOf(one, "src") !== undefined && one.tag !== "track",
  );
  const src = source && attributeOf(source, "src");
  if (src === undefined) return "";
  const name = attributeOf(element, "title") ?? attributeOf(element, "aria-label") ?? src.split("/").at(-1) ?? src;
  return `[${escapeText(name)}](${escapeAddress(address(src))})`;
}

/** The name of a footnote from the address of its text: `#fn-1`. */
export function footnoteName(href: string): string {
  return href.replace(/^#?(?:user-content-)?fn-?/, "").replace(/[^\p{L}\p{N}_-]/gu, "-");
}

/** Whether an element is a box to tick. */
export function isBox(element: HtmlElement): boolean {
  return element.tag === "input" && ["checkbox", "radio"].includes(attributeOf(element, "type") ?? "");
}

/** Whether a paragraph is the title of a block or of a part of one, such as that of a callout. */
export function isBlockTitle(element: HtmlElement): boolean {
  return element.tag === "p" && /\bkh-\w+__(?:title|name)\b/.test(attributeOf(element, "class") ?? "");
}

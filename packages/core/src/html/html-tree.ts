/** An element of compiled HTML. */
export interface HtmlElement {
  readonly tag: string;
  /** Its attributes as they are written; `attributeOf` reads them. */
  readonly attributes: string;
  readonly children: readonly HtmlNode[];
}

/** An element, or text with its entities resolved. */
export type HtmlNode = HtmlElement | string;

const voidTags: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/**
 * Reads HTML that this package wrote, in which every element is closed, tags are in lower case, and attribute
 * values in double quotes. Publishing reads thousands of bodies, and a parser for all HTML takes five times as long.
 */
export function readHtml(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: { readonly tag: string; readonly children: HtmlNode[] }[] = [{ tag: "", children: root }];
  let at = 0;
  while (at < html.length) {
    const children = open[open.length - 1]?.children ?? root;
    const start = html.indexOf("<", at);
    if (start < 0) {
      children.push(decodeEntities(html.slice(at)));
      break;
    }
    if (start > at) children.push(decodeEntities(html.slice(at, start)));
    const end = tagEnd(html, start);
    if (html[start + 1] === "/") {
      const tag = html.slice(start + 2, end);
      const index = open.findLastIndex((one) => one.tag === tag);
      if (index > 0) open.length = index;
    } else if (html[start + 1] !== "!") {
      let nameEnd = start + 1;
      while (nameEnd < end && !isSpace(html.charCodeAt(nameEnd))) nameEnd += 1;
      const tag = html.slice(start + 1, nameEnd);
      const own: HtmlNode[] = [];
      children.push({ tag, attributes: html.slice(nameEnd, end), children: own });
      // Of code, which is highlighted word by word, only the text is of interest.
      const close = tag === "code" ? html.indexOf("</code>", end) : -1;
      if (close > 0) {
        own.push(decodeEntities(html.slice(end + 1, close).replace(/<[^>]*>/g, "")));
        at = close + "</code>".length;
        continue;
      }
      if (!voidTags.has(tag)) open.push({ tag, children: own });
    }
    at = end + 1;
  }
  return root;
}

/** The place of the `>` that ends the tag; one within quotes does not. */
function tagEnd(html: string, start: number): number {
  const end = html.indexOf(">", start);
  // Most tags have no attributes.
  if (end >= 0 && !html.slice(start, end).includes('"')) return end;
  for (let at = start; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code === 0x22) {
      const close = html.indexOf('"', at + 1);
      if (close < 0) break;
      at = close;
    }
  }
  return html.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

const attribute = /([^\s="]+)(?:="([^"]*)")?/g;

/** The value of an attribute, empty where it has none; undefined where there is no such attribute. */
export function attributeOf({ attributes }: HtmlElement, name: string): string | undefined {
  // Most elements have none.
  if (!attributes.includes(name)) return undefined;
  for (const [, found, value = ""] of attributes.matchAll(attribute)) if (found === name) return decodeEntities(value);
  return undefined;
}

/** Whether an element has a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return element.attributes.includes(name) && (attributeOf(element, "class") ?? "").split(" ").includes(name);
}

/** The text of nodes, tags left out. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return (name !== undefined ? named[name] : undefined) ?? whole;
  });
}

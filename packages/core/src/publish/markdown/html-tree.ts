/** An element of compiled HTML. */
export interface HtmlElement {
  /** In lower case. */
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
 * Reads HTML that this package wrote, in which every element is closed and every attribute value stands in double
 * quotes. Publishing reads thousands of bodies, and a parser for all HTML takes five times as long.
 */
export function readHtml(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: { readonly tag: string; readonly children: HtmlNode[] }[] = [{ tag: "", children: root }];
  let at = 0;
  while (at < html.length) {
    const children = open.at(-1)?.children ?? root;
    const start = html.indexOf("<", at);
    if (start < 0) {
      children.push(decodeEntities(html.slice(at)));
      break;
    }
    if (start > at) children.push(decodeEntities(html.slice(at, start)));
    const end = tagEnd(html, start);
    if (html[start + 1] === "/") {
      const tag = html.slice(start + 2, end).toLowerCase();
      const index = open.findLastIndex((one) => one.tag === tag);
      if (index > 0) open.length = index;
    } else if (html[start + 1] !== "!") {
      let nameEnd = start + 1;
      while (nameEnd < end && !isSpace(html.charCodeAt(nameEnd))) nameEnd += 1;
      const tag = html.slice(start + 1, nameEnd).toLowerCase();
      const own: HtmlNode[] = [];
      children.push({ tag, attributes: html.slice(nameEnd, end), children: own });
      if (!voidTags.has(tag)) open.push({ tag, children: own });
    }
    at = end + 1;
  }
  return root;
}

/** The place of the `>` that ends the tag; one within quotes does not. */
function tagEnd(html: string, start: number): number {
  let at = start;
  for (;;) {
    const end = html.indexOf(">", at);
    if (end < 0) return html.length;
    const quote = html.indexOf('"', at);
    if (quote < 0 || quote > end) return end;
    const close = html.indexOf('"', quote + 1);
    if (close < 0) return html.length;
    at = close + 1;
  }
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

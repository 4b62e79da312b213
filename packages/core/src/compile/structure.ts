import type {
  Definition,
  FootnoteDefinition,
  Heading,
  Html,
  Image,
  Link,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { find, html as htmlProperties } from "property-information";
import type { Range } from "../model/diagnostic.ts";
import type { Block, BlockNode } from "./blocks/block.ts";
import { checkCodeLanguage } from "./code-language.ts";
import type { AddressUse } from "./links.ts";
import { type FileRange, firstLineRange, inFileOf, nodeRange, type Source, textOf } from "./node-range.ts";
import { fromWord, isFromWord } from "./pasted-html.ts";
import { createLineIndex, type LineIndex } from "./position.ts";
import { error, type Problem, warning, withFix } from "./problem.ts";
import { addressPlace, attributeLiteral, isCode, readProps } from "./props.ts";
import { checkTag, readHtmlTags, type WrittenTag } from "./raw-html.ts";
import { addressesInSrcset } from "./srcset.ts";
import { didYouMean, slipOf } from "./suggest.ts";
import { checkFence } from "./unclosed-code.ts";
import { checkRawText, checkRows } from "./unread-markdown.ts";
import { walk } from "./walk.ts";

/** A block with its props read. */
export interface ReadBlock {
  readonly block: Block;
  readonly props: Readonly<Record<string, unknown>>;
  /** One more than the level of the heading that it stands under; 2 where it stands under none. */
  readonly level: number;
}

/** An address in the content: of a link, an image, or a definition that either may use. */
export interface Address {
  readonly href: string;
  readonly use: AddressUse;
  readonly place: FileRange;
  /** The node to write the resolved URL to; absent where it stands in raw HTML. */
  readonly node?: Link | Image | Definition | BlockNode;
}

/** What one walk over a parsed file finds. */
export interface Structure {
  readonly blocks: ReadonlyMap<BlockNode, ReadBlock>;
  /** The names of the blocks that stand in the file, also of those whose props are wrong. */
  readonly blockNames: ReadonlySet<string>;
  readonly headings: readonly Heading[];
  readonly addresses: readonly Address[];
  /** Anchors that authors wrote themselves, as `id` of an HTML tag. */
  readonly ownAnchors: readonly string[];
  /** Definitions of links, images and footnotes, for what refers to them. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
  /** Whether raw HTML stands in a Markdown file, so that it must be parsed when rendering. */
  readonly hasRawHtml: boolean;
  /** The languages that blocks of code name, in lower case. */
  readonly codeLanguages: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Walks a parsed file once and collects everything that later stages need. */
export function readStructure(
  root: Root,
  text: string,
  blockList: readonly Block[],
  given: ReadonlySet<BlockNode>,
): Structure {
  const byName = new Map(blockList.map((block) => [block.name, block]));
  const names = [...byName.keys()];
  const blocks = new Map<BlockNode, ReadBlock>();
  const blockNames = new Set<string>();
  const headings: Heading[] = [];
  const lastHeading = new Map<Nodes, number>();
  const addresses: Address[] = [];
  const ownAnchors: string[] = [];
  const definitions: (Definition | FootnoteDefinition)[] = [];
  const pictured = new Set<string>();
  const codeLanguages = new Set<string>();
  const problems: Problem[] = [];
  const lineIndexes = new Map<Source | undefined, LineIndex>();
  let hasRawHtml = false;

  walk(root, (node, parent, ancestors) => {
    switch (node.type) {
      case "heading":
        headings.push(node);
        if (parent !== undefined) lastHeading.set(parent, Math.max(node.depth, 2));
        break;
      case "footnoteDefinition":
        definitions.push(node);
        break;
      case "link":
      case "definition":
        if (node.type === "definition") definitions.push(node);
        addresses.push({ href: node.url, use: "link", place: nodeRange(node), node });
        break;
      case "image":
        addresses.push({ href: node.url, use: "image", place: nodeRange(node), node });
        if (!node.alt) problems.push(missingAlt(nodeRange(node)));
        break;
      case "imageReference":
        pictured.add(node.identifier);
        if (!node.alt) problems.push(missingAlt(nodeRange(node)));
        break;
      case "text":
        problems.push(...checkRawText(node, parent, textOf(node, text), () => linesOf(node)));
        break;
      case "table":
        problems.push(...checkRows(node));
        break;
      case "code":
        if (node.lang) codeLanguages.add(node.lang.toLowerCase());
        problems.push(...checkFence(node, textOf(node, text)), ...checkCodeLanguage(node, textOf(node, text)));
        break;
      case "html":
        hasRawHtml = true;
        readRawHtml(node);
        break;
      case "mdxjsEsm":
        problems.push(
          error(
            "forbidden-code",
            "“import” and “export” are code, which content cannot have.",
            firstLineRange(node, text),
            "Blocks need no import: delete this line. If it is a sentence, begin it with another word.",
          ),
        );
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        readExpression(node);
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        readElement(node, parent, ancestors);
        break;
    }
  });
  for (const [i, { node, ...address }] of addresses.entries()) {
    // Of several definitions of a name, the first holds.
    if (node === undefined || !("identifier" in node) || !pictured.delete(node.identifier)) continue;
    addresses[i] = { ...address, node, use: "image" };
  }
  return { blocks, blockNames, headings, addresses, ownAnchors, definitions, hasRawHtml, codeLanguages, problems };

  function readExpression(node: MdxFlowExpression | MdxTextExpression): void {
    if (node.value.trim() === "") {
      const problem = warning(
        "unread-markdown",
        "{} shows nothing: braces hold comments in MDX.",
        firstLineRange(node, text),
        "Write \\{\\} for the signs themselves, or put them in `backticks`.",
      );
      problems.push(withFix(problem, "Write \\{\\}", { place: nodeRange(node), newText: `\\{${node.value}\\}` }));
      return;
    }
    if (node.value.replace(/\/\*[\s\S]*?\*\//g, "").trim() === "") return;
    const shown = node.value.trim().split("\n", 1)[0] ?? "";
    problems.push(
      error(
        "forbidden-code",
        `{${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}} is code, which content cannot have.`,
        firstLineRange(node, text),
        "For the sign itself write \\{, or put code in `backticks`; comments are {/* … */}.",
      ),
    );
  }

  function linesOf(node: Nodes): LineIndex {
    const source = node.data?.source;
    const lines = lineIndexes.get(source) ?? createLineIndex(textOf(node, text));
    lineIndexes.set(source, lines);
    return lines;
  }

  function readRawHtml(node: Html): void {
    const offset = node.position?.start.offset ?? 0;
    const lines = linesOf(node);
    for (const { element, start, end } of readHtmlTags(node.value)) {
      const place = inFileOf(node, lines.range(offset + start, offset + end));
      problems.push(...checkTag({ tag: element.tagName, ...writtenOf(element.properties) }, place, names));
      noteTag(element.tagName, element.properties, place);
    }
  }

  function readElement(node: BlockNode, parent: Nodes | undefined, ancestors: readonly Nodes[]): void {
    const place = firstLineRange(node, text);
    if (node.name === null) {
      problems.push(error("unknown-block", "<> is no tag.", place, "Write < as &lt; if you mean the sign."));
      return;
    }
    if (/^[a-z][a-z0-9-]*$/.test(node.name)) {
      const block = names.find((name) => name.toLowerCase() === node.name);
      if (block !== undefined) {
        const problem = error("unknown-block", `There is no tag <${node.name}>.`, place, `Did you mean “${block}”?`);
        problems.push(renamed(problem, node, block));
        return;
      }
      const { properties, code } = readTagAttributes(node);
      for (const name of code) problems.push(isCode(name, node.name, place));
      problems.push(...checkTag({ tag: node.name, ...writtenOf(properties) }, place, []));
      noteTag(node.name, properties, place, node);
      return;
    }
    const block = byName.get(node.name);
    if (block === undefined && isFromWord(`<${node.name}`)) {
      problems.push(error("unknown-block", fromWord.message, place, fromWord.hint));
      return;
    }
    if (block === undefined) {
      const hint = didYouMean(node.name, names) ?? "See the manual for the blocks there are.";
      const problem = error("unknown-block", `There is no block <${node.name}>.`, place, hint);
      problems.push(renamed(problem, node, slipOf(node.name, names)));
      return;
    }
    blockNames.add(block.name);
    const wrongPlace = checkBlockPlace(node, block, parent, ancestors, place, textOf(node, text));
    if (wrongPlace !== undefined) problems.push(wrongPlace);
    if (block.inline === true) putInSentence(node, parent);
    else if (node.type === "mdxJsxFlowElement") node.children = wrapPhrasing(node.children);
    // What a short-form question is given is not the author's writing.
    const { props, problems: propProblems } = readProps(node, given.has(node) ? undefined : block, text);
    problems.push(...propProblems);
    if (props === undefined) return;
    const section = ancestors.findLast((one) => lastHeading.has(one));
    const level = (section === undefined ? 1 : (lastHeading.get(section) ?? 1)) + 1;
    blocks.set(node, { block, props, level });
    const children = visible(node.children as readonly RootContent[]);
    problems.push(...(block.check?.(props, { node, children, place, ancestors }) ?? []));
    for (const { prop, href, use } of block.addresses?.(props) ?? [])
      addresses.push({ href, use, place: addressPlace(node, prop, href, text) });
    const blockText = block.text?.(props);
    if (blockText !== undefined) node.data = { ...node.data, blockText };
  }

  /** A problem of a tag that another name would mend, in its opening and its closing. */
  function renamed(problem: Problem, node: BlockNode, newText: string | undefined): Problem {
    const { start, end } = node.position ?? {};
    if (newText === undefined || node.name === null || start?.offset === undefined || end?.offset === undefined)
      return problem;
    const opening = start.offset + 1;
    const lines = linesOf(node);
    const closing = new RegExp(`</${node.name}(?=\\s*>$)`).exec(textOf(node, text).slice(0, end.offset));
    const places = [opening, ...(closing === null || closing.index < opening ? [] : [closing.index + 2])];
    const { length } = node.name;
    return withFix(
      problem,
      `Write <${newText}>`,
      ...places.map((at) => ({ place: lines.range(at, at + length), newText })),
    );
  }

  function noteTag(
    tag: string,
    properties: Readonly<Record<string, unknown>>,
    place: FileRange,
    node?: BlockNode,
  ): void {
    const at = { place, ...(node === undefined ? {} : { node }) };
    if (tag === "a" && typeof properties.href === "string")
      addresses.push({ href: properties.href, use: "link", ...at });
    if (tag === "img" && typeof properties.src === "string")
      addresses.push({ href: properties.src, use: "image", ...at });
    if (tag === "source" && properties.srcSet !== undefined) {
      for (const href of addressesInSrcset(String(properties.srcSet))) addresses.push({ href, use: "image", ...at });
    }
    // An empty alt is right for a picture that only decorates.
    if (tag === "img" && properties.alt === undefined) problems.push(missingAlt(place));
    const anchor = anchorOf(tag, properties);
    if (anchor !== undefined) ownAnchors.push(anchor);
  }
}

/** The anchor that a tag is: by its id, or as one wrote before there were ids, `<a name="…">`. */
export function anchorOf(tag: string, { id, name }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof id === "string") return id;
  return tag === "a" && typeof name === "string" && name !== "" ? name : undefined;
}

/** The attributes of a lower-case tag in MDX as hast properties, and the names of those that are code. */
export function readTagAttributes(node: BlockNode): {
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly code: readonly string[];
} {
  const properties: Record<string, string | number | boolean> = {};
  const code: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      code.push(`{${attribute.value}}`);
      continue;
    }
    const literal = /^on/i.test(attribute.name) ? undefined : attributeLiteral(attribute)?.value;
    const { property } = find(htmlProperties, attribute.name === "className" ? "class" : attribute.name);
    if (typeof literal === "string" || typeof literal === "number" || typeof literal === "boolean")
      properties[property] = literal;
    else code.push(attribute.name);
  }
  return { properties, code };
}

/** Where a block may not stand: outside of the block that it belongs to, within itself, or in a sentence. */
function checkBlockPlace(
  node: BlockNode,
  { name, parents, inline = false }: Block,
  parent: Nodes | undefined,
  ancestors: readonly Nodes[],
  place: Range,
  text: string,
): Problem | undefined {
  const holders = inline ? ancestors : [parent];
  if (parents !== undefined && !holders.some((holder) => parents.some((one) => isElementNamed(holder, one)))) {
    // Within one of them, but not directly, it can only be meant for that.
    const near = parents.filter((one) => ancestors.some((ancestor) => isElementNamed(ancestor, one)));
    const meant = near.length > 0 ? near : parents;
    const between = meant.map((one) => `between <${one}> and </${one}>`).join(" or ");
    const outside = meant.map((one) => `<${one}>`).join(" or ");
    if (near.length > 0) {
      const { where, hint } = whatParts(node, near, ancestors, text);
      return error("block-place", `<${name}> stands in ${where} within ${outside}, not directly in it.`, place, hint);
    }
    const hint = inline ? `Put it ${between}.` : `Put it ${between}, not in a list or quote.`;
    return error("block-place", `<${name}> stands outside of ${outside}.`, place, hint);
  }
  if (holders.some((holder) => isElementNamed(holder, name))) {
    return error(
      "block-place",
      `<${name}> stands inside of another <${name}>.`,
      place,
      `Close the first with </${name}> before.`,
    );
  }
  if (!inline && node.type === "mdxJsxTextElement") {
    return error(
      "block-place",
      `<${name}> stands inside of a sentence.`,
      place,
      "Put it on lines of its own, with an empty line before and after it.",
    );
  }
  return undefined;
}

/** What stands between a block and the one that it belongs to, and what to do about it. */
function whatParts(
  node: BlockNode,
  holders: readonly string[],
  ancestors: readonly Nodes[],
  text: string,
): { readonly where: string; readonly hint: string } {
  const inner = ancestors.slice(
    ancestors.findLastIndex((one) => holders.some((name) => isElementNamed(one, name))) + 1,
  );
  const parting = inner.findLast((one) => one.type === "listItem" || one.type === "blockquote" || "name" in one);
  if (parting !== undefined && "name" in parting)
    return { where: `<${parting.name}>`, hint: `Put it behind </${parting.name}>.` };
  const offset = node.position?.start.offset ?? 0;
  const before = text.slice(
    Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1,
    offset,
  );
  if (parting?.type === "blockquote")
    return { where: "a quote", hint: "Take the > in front of it away, and leave an empty line before it." };
  const where = parting === undefined ? "a line of text" : "a list";
  return /(?:[-*+]|\d[.)])[ \t]+$/.test(before)
    ? { where, hint: "Take the sign of the list in front of it away, and leave an empty line before it." }
    : { where, hint: "Leave an empty line before it, and do not indent it." };
}

const phrasing: ReadonlySet<string> = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "break",
  "link",
  "image",
  "linkReference",
  "imageReference",
  "footnoteReference",
  "mdxJsxTextElement",
  "mdxTextExpression",
]);

/** `<Hint>Text</Hint>` on one line holds bare text; in a block it is a paragraph like any other. */
function wrapPhrasing(children: MdxJsxFlowElement["children"]): MdxJsxFlowElement["children"] {
  const wrapped: MdxJsxFlowElement["children"] = [];
  let open: Paragraph | undefined;
  for (const child of children as readonly RootContent[]) {
    if (!phrasing.has(child.type)) {
      open = undefined;
      wrapped.push(child as MdxJsxFlowElement["children"][number]);
      continue;
    }
    if (open === undefined) {
      open = { type: "paragraph", children: [] };
      wrapped.push(open);
    }
    open.children.push(child as PhrasingContent);
    // What is wrong with it is told at its place.
    const { position, data } = child;
    if (position !== undefined) open.position = { start: open.position?.start ?? position.start, end: position.end };
    if (data?.source !== undefined) open.data = { source: data.source };
  }
  return wrapped;
}

/** A block of a sentence that stands alone on its line is a paragraph of one word. */
function putInSentence(node: BlockNode, parent: Nodes | undefined): void {
  if (node.type !== "mdxJsxFlowElement" || parent === undefined || !("children" in parent)) return;
  const siblings: Nodes[] = parent.children;
  const at = siblings.indexOf(node);
  const { position } = node;
  // The two types of element differ in nothing but their name.
  const phrase: PhrasingContent = Object.assign(node as object as MdxJsxTextElement, {
    type: "mdxJsxTextElement" as const,
  });
  const source = node.data?.source;
  siblings[at] = {
    type: "paragraph",
    children: [phrase],
    ...(position === undefined ? {} : { position }),
    ...(source === undefined ? {} : { data: { source } }),
  };
}

function missingAlt(place: Range): Problem {
  return warning(
    "missing-alt",
    "This image has no text for people who cannot see it.",
    place,
    "Write what it shows: ![The Export button, top right](export.png).",
  );
}

function isElementNamed(node: Nodes | undefined, name: string): boolean {
  return node !== undefined && "name" in node && node.name === name;
}

/** The nodes of a list of content that are not made of comments only. */
export function visible(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.filter((node) => node.type !== "mdxFlowExpression");
}

/** What a tag says of itself. */
function writtenOf(properties: Readonly<Record<string, unknown>>): Pick<WrittenTag, "attributes" | "address"> {
  const { src, data } = properties;
  const address = src ?? data;
  return { attributes: Object.keys(properties), address: typeof address === "string" ? address : undefined };
}

import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { endOf, htmlText } from "./raw-html.ts";

const blockTypes: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "code",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "list",
  "thematicBreak",
  "mdxJsxFlowElement",
  "footnoteDefinition",
]);

/** The text of nodes as a reader would read it aloud: a line per block, cells apart, no markup, no comments. */
export function plainText(nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  for (const node of nodes) collect(node, parts);
  const [only = "", end] = parts;
  if (parts.length < 3 && (end === undefined || end === "\n") && !/\s{2}|[^\S ]/.test(only)) return only.trim();
  return parts
    .join("")
    .replace(oddSpace, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}

/** The same on one line: what stands in titles and lists. */
export function plainLine(nodes: readonly Nodes[]): string {
  return plainText(nodes).replaceAll("\n", " ");
}

/** Space within a line that is not one blank: to replace blanks by themselves takes longer than all the rest. */
const oddSpace = /[^\S\n]{2,}|[^\S\n ]/g;

declare module "mdast" {
  interface Data {
    /** What plain text says in place of the node, where its readers see something else than its content. */
    plainText?: string;
  }
}

function collect(node: Nodes, parts: string[]): void {
  const { blockText, plainText: instead } = node.data ?? {};
  if (blockText?.before !== undefined) parts.push(blockText.before, "\n");
  if (instead === undefined) collectContent(node, parts);
  else parts.push(instead);
  if (blockText?.after !== undefined) parts.push(blockText.after);
  if (blockTypes.has(node.type)) parts.push("\n");
}

function collectContent(node: Nodes, parts: string[]): void {
  switch (node.type) {
    case "text":
      // Where an author's editor wraps a line, a sentence goes on.
      parts.push(node.value.includes("\n") ? node.value.replace(/(?<!\s)\s*\n\s*/g, " ") : node.value);
      break;
    case "inlineCode":
    case "code":
      parts.push(node.value);
      break;
    case "image":
    case "imageReference":
      parts.push(node.alt ?? "");
      break;
    case "break":
      parts.push("\n");
      break;
    case "html":
      parts.push(htmlText(node.value));
      break;
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      if (node.name === "img") parts.push(altOf(node));
      collectChildren(node.children, parts);
      parts.push(endOf(node.name ?? ""));
      break;
    default:
      if ("children" in node) collectChildren(node.children, parts);
  }
}

function collectChildren(children: readonly Nodes[], parts: string[]): void {
  for (const child of children) {
    collect(child, parts);
    if (child.type === "tableCell") parts.push(" ");
  }
}

/** What a tag says of its picture. */
function altOf({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): string {
  const alt = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "alt");
  return typeof alt?.value === "string" ? alt.value : "";
}

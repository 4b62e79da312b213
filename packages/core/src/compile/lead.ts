import type { Nodes, PhrasingContent, Root } from "mdast";
import { fillFaqPlacesInText } from "./faq-place.ts";
import { plainText } from "./plain-text.ts";

/**
 * What a body says first, as plain text: its first paragraph, or the list, quote, table or code that stands in its place, also
 * within a block. Headings, pictures by themselves, practice questions and FAQs of other entries are passed over. Empty
 * where nothing is left.
 */
export function leadOf(tree: Root): string {
  return firstText(tree.children);
}

function firstText(nodes: readonly Nodes[]): string {
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== "") return text;
  }
  return "";
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case "heading":
    case "footnoteDefinition":
      return "";
    case "paragraph":
      return node.children.every(isPicture) ? "" : withoutFaqs(plainText([node]));
    case "mdxJsxFlowElement":
      if (node.name === "Question") return "";
      return isTag(node.name) ? withoutFaqs(plainText([node])) : firstText(node.children);
    default:
      return plainText([node]);
  }
}

/** A tag of HTML, such as `p`, may hold words without a paragraph around them; a block holds paragraphs. */
function isTag(name: string | null): boolean {
  return name !== null && /^[a-z]/.test(name);
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === "link" || node.type === "linkReference") return node.children.every(isPicture);
  if (node.type === "text") return node.value.trim() === "";
  return node.type === "image" || node.type === "imageReference" || node.type === "break";
}

function withoutFaqs(text: string): string {
  return fillFaqPlacesInText(text, () => "").trim();
}

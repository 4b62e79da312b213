import type { Element, ElementContent } from "hast";
import type { Nodes, RootContent } from "mdast";
import type { BlockNode } from "./block.ts";

/** Whether a node is the block of that name. */
export function isBlock(node: Nodes | undefined, name: string): node is BlockNode & RootContent {
  return (node?.type === "mdxJsxFlowElement" || node?.type === "mdxJsxTextElement") && node.name === name;
}

/** Whether a node is the element of that name, once drawn. */
export function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === "element" && node.tagName === tagName;
}

/** The name of a tag for a heading of a level, at most `h6`. */
export function headingTag(level: number): string {
  return `h${Math.min(level, 6)}`;
}

import type { Element, ElementContent } from "hast";
import { h } from "../h.ts";

/** A label holds phrasing: the paragraph around a piece of one paragraph is left out. */
export function unwrapParagraph(nodes: ElementContent[]): ElementContent[] {
  const elements = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [only] = elements;
  return elements.length === 1 && only?.type === "element" && only.tagName === "p" ? only.children : nodes;
}

/** What stands on the page a second time must not have the ids of the first. */
export function withoutIds(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const { id: _, ...properties } = node.properties;
    return { ...node, properties, children: withoutIds(node.children) };
  });
}

/** Rows to be filled in, as a list that is named by what is asked. */
export function drawRows(id: string, rows: readonly Element[]): Element {
  return h("div", { className: ["kh-question__rows"], role: "group", ariaLabelledBy: `${id}-prompt` }, [
    h("ul", [...rows]),
  ]);
}

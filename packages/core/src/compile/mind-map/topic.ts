import type { ElementContent } from "hast";
import { isElement } from "../blocks/holds.ts";

/** An idea of a mind map, and those that branch off it. */
export interface Topic {
  readonly label: string;
  /** Where its first link leads. */
  readonly href?: string;
  readonly topics: readonly Topic[];
}

/** Reads the topics of a list that is drawn already, links resolved. */
export function topicsOf(list: ElementContent): readonly Topic[] {
  if (list.type !== "element") return [];
  return list.children.flatMap((item) => (isElement(item, "li") ? [topicOf(item.children)] : []));
}

function topicOf(nodes: readonly ElementContent[]): Topic {
  const own = nodes.filter((node) => !isList(node));
  const href = linkIn(own);
  return {
    label: textOf(own).replace(/\s+/g, " ").trim(),
    ...(href === undefined ? {} : { href }),
    topics: nodes.filter(isList).flatMap(topicsOf),
  };
}

function isList(node: ElementContent): boolean {
  return isElement(node, "ul") || isElement(node, "ol");
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      return node.tagName === "img" ? String(node.properties.alt ?? "") : textOf(node.children);
    })
    .join("");
}

function linkIn(nodes: readonly ElementContent[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    if (node.tagName === "a" && typeof node.properties.href === "string") return node.properties.href;
    const deeper = linkIn(node.children);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

import type { Nodes, Root } from "mdast";

/** A container of Markdown's directives, which other tools write for admonitions: `:::note[Title]`. */
export interface Directive {
  readonly type: "containerDirective";
  readonly name: string;
  readonly position?: Root["position"];
  readonly children: readonly Nodes[];
}

/** Whether a node is a directive; mdast itself does not know them. */
export function isDirective(node: unknown): node is Directive {
  return typeof node === "object" && node !== null && "type" in node && node.type === "containerDirective";
}

import type { Nodes, Root } from "mdast";

/** Visits every node of a tree in reading order, with the node that holds it; made for speed, since every file is walked. */
export function walk(root: Root, visit: (node: Nodes, parent: Nodes | undefined) => void): void {
  step(root, undefined, visit);
}

function step(node: Nodes, parent: Nodes | undefined, visit: (node: Nodes, parent: Nodes | undefined) => void): void {
  visit(node, parent);
  if (!("children" in node)) return;
  // Content is at most a hundred levels deep by now.
  for (const child of node.children) step(child, node, visit);
}

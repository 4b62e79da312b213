import type { Nodes, Root } from "mdast";

/** Told of every node, with the node that holds it, and all that it stands in from the root on, only valid during the call. */
export type Visit = (node: Nodes, parent: Nodes | undefined, ancestors: readonly Nodes[]) => void;

/** Visits every node of a tree in reading order; made for speed, since every file is walked. */
export function walk(root: Root, visit: Visit): void {
  step(root, undefined, [], visit);
}

function step(node: Nodes, parent: Nodes | undefined, ancestors: Nodes[], visit: Visit): void {
  visit(node, parent, ancestors);
  if (!("children" in node)) return;
  ancestors.push(node);
  // Content is at most a hundred levels deep by now.
  for (const child of node.children) step(child, node, ancestors, visit);
  ancestors.pop();
}

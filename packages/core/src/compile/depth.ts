import type { Nodes, Root } from "mdast";
import { nodeRange } from "./node-range.ts";
import { error, type Problem } from "./problem.ts";

/** How deep content may nest; recursive steps of HTML libraries overflow at about a thousand. */
export const maxDepth = 100;

/** Finds the first node that nests too deep, without recursion. */
export function checkDepth(tree: Root): Problem | undefined {
  const nodes: Nodes[] = [tree];
  const depths = [0];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > maxDepth) {
      return error(
        "depth",
        `Content is nested more than ${maxDepth} levels deep here.`,
        nodeRange(node),
        "Flatten the lists and quotes; nobody can read them this deep.",
      );
    }
    if (!("children" in node)) continue;
    for (const child of node.children) {
      nodes.push(child);
      depths.push(depth + 1);
    }
  }
  return undefined;
}

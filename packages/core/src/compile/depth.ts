import type { Nodes, Root } from "mdast";
import { createHtmlDepth } from "./html-depth.ts";
import { nodeRange } from "./node-range.ts";
import { error, type Problem } from "./problem.ts";
import { walk } from "./walk.ts";

/** How deep content may nest; recursive steps of HTML libraries overflow at about a thousand. */
const maxDepth = 100;

/** Finds the first node that nests too deep, without recursion. */
export function checkDepth(tree: Root): Problem | undefined {
  const nodes: Nodes[] = [tree];
  const depths = [0];
  let hasHtml = false;
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
    if (node.type === "html") hasHtml = true;
    if (!("children" in node)) continue;
    for (const child of node.children) {
      nodes.push(child);
      depths.push(depth + 1);
    }
  }
  return hasHtml ? checkTags(tree) : undefined;
}

/** Finds the first piece of raw HTML that stands in too many open tags: Markdown gives each piece by itself. */
function checkTags(tree: Root): Problem | undefined {
  const html = createHtmlDepth();
  let found: Nodes | undefined;
  walk(tree, (node) => {
    if (node.type !== "html" || found !== undefined) return;
    if (html.follow(node.value) > maxDepth) found = node;
  });
  return (
    found &&
    error(
      "depth",
      `HTML tags are nested more than ${maxDepth} levels deep here.`,
      nodeRange(found),
      "Close each tag that is opened, as in <b>…</b>.",
    )
  );
}

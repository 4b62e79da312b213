import GithubSlugger from "github-slugger";
import type { Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { plainText } from "./plain-text.ts";

/**
 * Makes the short form of a quiz a block: a `##` heading and what follows it becomes a Question whose id is the
 * heading's slug, unless a Question of its own stands under it. Returns the blocks that were made.
 */
export function wrapQuizSections(root: Root): ReadonlySet<MdxJsxFlowElement> {
  const slugger = new GithubSlugger();
  const made = new Set<MdxJsxFlowElement>();
  const children: RootContent[] = [];
  for (const section of sections(root.children)) {
    const [heading] = section;
    if (heading?.type !== "heading" || heading.depth !== 2 || section.some(isQuestion)) {
      children.push(...section);
      continue;
    }
    const id = slugger.slug(plainText([heading])) || slugger.slug("question");
    const last = section.at(-1) ?? heading;
    const block: MdxJsxFlowElement = {
      type: "mdxJsxFlowElement",
      name: "Question",
      attributes: [{ type: "mdxJsxAttribute", name: "id", value: id }],
      children: section as MdxJsxFlowElement["children"],
      ...(heading.position && last.position
        ? { position: { start: heading.position.start, end: last.position.end } }
        : {}),
    };
    made.add(block);
    children.push(block);
  }
  root.children = children;
  return made;
}

/** Cuts content before every heading of level 1 or 2. */
function sections(nodes: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const cut: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "heading" && node.depth <= 2) cut.push([]);
    cut.at(-1)?.push(node);
  }
  return cut;
}

function isQuestion(node: RootContent): boolean {
  return node.type === "mdxJsxFlowElement" && node.name === "Question";
}

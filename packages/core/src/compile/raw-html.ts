import type { Element, Nodes as HastNodes } from "hast";
import { htmlToHast } from "satteri";
import type { Range } from "../model/diagnostic.ts";
import { allowedTags, isAllowedAttribute } from "./html-list.ts";
import { error, type Problem } from "./problem.ts";

/** A tag that an author wrote, with the names of its attributes as written or as properties. */
export interface WrittenTag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

/** The tags of a piece of raw HTML; pieces may be half open, as Markdown cuts them. */
export function readHtmlTags(html: string): readonly Element[] {
  const found: Element[] = [];
  const stack: HastNodes[] = [htmlToHast(html, { fragment: true }) as HastNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "element") found.push(node);
    if ("children" in node) stack.push(...node.children);
  }
  return found;
}

/** Says what of a tag is beyond what authors may write. */
export function checkTag(
  { tag, attributes }: WrittenTag,
  place: Range,
  blockNames: readonly string[],
): readonly Problem[] {
  if (tag === "script" || tag === "style") {
    return [
      error(
        "forbidden-code",
        `<${tag}> cannot stand in content.`,
        place,
        "Code and styles belong to the site's owner; delete it.",
      ),
    ];
  }
  const block = blockNames.find((name) => name.toLowerCase() === tag);
  if (block !== undefined) {
    return [
      error(
        "raw-html",
        `<${block}> is a block, and blocks work in .mdx files only.`,
        place,
        "Rename this file from .md to .mdx.",
      ),
    ];
  }
  if (!allowedTags.has(tag)) {
    return [
      error(
        "raw-html",
        `<${tag}> is not among the HTML tags that content may have.`,
        place,
        "Use Markdown or a block for it; for the sign itself write &lt;.",
      ),
    ];
  }
  return attributes.flatMap((name) => {
    if (/^on/i.test(name))
      return [error("forbidden-code", `“${name}” runs code, which content cannot.`, place, "Delete it.")];
    if (isAllowedAttribute(tag, name)) return [];
    return [
      error(
        "raw-html",
        `<${tag}> cannot have “${name}” in content.`,
        place,
        "Delete it; looks belong to the site's theme.",
      ),
    ];
  });
}

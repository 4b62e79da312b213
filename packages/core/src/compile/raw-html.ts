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
export function readHtmlTags(html: string): readonly PlacedTag[] {
  const found: PlacedTag[] = [];
  let from = 0;
  const stack: HastNodes[] = [htmlToHast(html, { fragment: true }) as HastNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "element") {
      // The parser tells no places; tags come in the order in which they stand.
      const pattern = new RegExp(`<${node.tagName.replace(/[^\w-]/g, "\\$&")}(?=[\\s/>])[^>]*>?`, "gi");
      pattern.lastIndex = from;
      const match = pattern.exec(html);
      const start = match?.index ?? from;
      found.push({ element: node, start, end: start + (match?.[0].split(/[\r\n]/, 1)[0]?.length ?? 0) });
      from = start;
    }
    if ("children" in node) stack.push(...node.children.toReversed());
  }
  return found;
}

/** A tag of raw HTML, and where its first line stands in it. */
export interface PlacedTag {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
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
    const message = `<${block}> is a block, and blocks work in .mdx files only.`;
    return [error("raw-html", message, place, "Rename this file from .md to .mdx.")];
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

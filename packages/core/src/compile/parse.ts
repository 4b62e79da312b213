import type { Root } from "mdast";
import type {} from "mdast-util-mdx-expression";
import type {} from "mdast-util-mdx-jsx";
import type {} from "mdast-util-mdxjs-esm";
import { markdownToMdast, mdxToMdast } from "satteri";
import { type Plugin, unified } from "unified";
import { cutFrontmatter } from "./frontmatter.ts";
import { checkLimits } from "./parse-limits.ts";

/** How a content file is read: `md` is CommonMark and GFM, `mdx` adds blocks. */
export type Format = "md" | "mdx";

// The front matter is cut out before parsing, so that its mistakes and those of the body are found independently.
const features = { frontmatter: false } as const;

const satteri: Plugin<[Format], string, Root> = function (format) {
  this.parser = (text) =>
    // The trees of satteri are standard mdast; its own type only names its nodes anew.
    (format === "mdx" ? mdxToMdast(text, { features }) : markdownToMdast(text, { features })) as Root;
};

const processors = { md: unified().use(satteri, "md").freeze(), mdx: unified().use(satteri, "mdx").freeze() };

/** Parses a content file to mdast with the positions of the file; throws where it is no valid MDX, or more than can be parsed. */
export function parseContent(text: string, format: Format): Root {
  if (format === "mdx") checkLimits(text);
  return processors[format].parse(blankFrontmatter(text));
}

/** Replaces the front matter by blanks, so that what follows keeps its place. */
export function blankFrontmatter(text: string): string {
  const block = cutFrontmatter(text);
  if (block === undefined) return text;
  const blank = text.slice(0, block.bodyOffset).replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
  return blank + text.slice(block.bodyOffset);
}

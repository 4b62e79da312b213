import type { Edit } from "../../rewrite/edit.ts";
import { comment } from "./comment.ts";
import { fencedCode } from "./fences.ts";

/** A text as it is parsed: what no parser takes is blanked, so that all else keeps its place. */
export interface Masked {
  readonly text: string;
  /** What is written in the place of what was blanked, where the result is MDX. */
  readonly edits: readonly Edit[];
  /** Tags of components that stand on lines of their own in Markdown, as they were written. */
  readonly components: readonly ComponentTag[];
  /** The anchors that headings were given by hand, `## Heading {#id}`, by where the heading begins. */
  readonly headingIds: ReadonlyMap<number, string>;
}

/** A tag of a component. */
export interface ComponentTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Blanks what other tools add to Markdown: ids of headings; in MDX comments of HTML; and else tags of components on lines of
 * their own, since what stands between them is Markdown to those tools, and raw HTML to a parser.
 */
export function mask(text: string, isMdx: boolean): Masked {
  const code = fencedCode(text);
  const isCode = (at: number) => code.some(({ start, end }) => at >= start && at < end);
  const edits: Edit[] = [];
  const headingIds = new Map<number, string>();
  let masked = text;
  const blank = (start: number, end: number, replacement: string) => {
    const whole = text.slice(start, end);
    masked = masked.slice(0, start) + whole.replace(/[^\r\n]/g, " ") + masked.slice(end);
    edits.push({ start, end, text: replacement });
  };
  for (const match of text.matchAll(
    /^([ \t>]*#{1,6}[ \t][^\r\n]*?)([ \t]*(?:\{#([^}\s]+)\}|\{\/\*\s*#([^}\s]+)\s*\*\/\}))[ \t]*$/gm,
  )) {
    if (isCode(match.index)) continue;
    const [, before = "", mark = "", id, commentId] = match;
    const start = match.index + before.length;
    blank(start, start + mark.length, "");
    headingIds.set(match.index, id ?? commentId ?? "");
  }
  if (isMdx) {
    for (const match of text.matchAll(/<!--([\s\S]*?)-->/g)) {
      if (!isCode(match.index)) blank(match.index, match.index + match[0].length, comment(match[1] ?? "", "mdx"));
    }
  }
  const components: ComponentTag[] = [];
  if (!isMdx) {
    const comments = [...text.matchAll(/<!--[\s\S]*?(?:-->|$)/g)];
    for (const match of text.matchAll(/(?<=^ {0,3})<\/?([A-Z]\w*)(?:\s[^<>\r\n]*)?>(?=[ \t]*$)/gm)) {
      const { 0: tag, 1: name = "", index } = match;
      // <Enter> alone is a word in brackets.
      if (!tag.endsWith("/>") && !text.includes(`</${name}>`)) continue;
      if (isCode(index) || comments.some((one) => index > one.index && index < one.index + one[0].length)) continue;
      masked = masked.slice(0, index) + " ".repeat(tag.length) + masked.slice(index + tag.length);
      components.push({ name, start: index, end: index + tag.length });
    }
  }
  return { text: masked, edits, components, headingIds };
}

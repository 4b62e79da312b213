import type { BlockContent, List, Paragraph, PhrasingContent } from "mdast";
import { allowedTags } from "../../../compile/html-list.ts";
import { scanTags } from "../../../compile/scan-tag.ts";

/** Whether an answer is written in Markdown or HTML; everything else is text, of which every sign is itself. */
export function isMarkup(answer: string): boolean {
  if (/\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*\s][^*\n]*\*\*|^```/m.test(answer)) return true;
  return scanTags(answer).some(({ name }) => allowedTags.has(name.toLowerCase()));
}

/** A plain answer as Markdown: paragraphs, lines, lists and addresses stay what they were. */
export async function textToMarkdown(answer: string): Promise<string> {
  const [{ toMarkdown }, { gfmToMarkdown }] = await Promise.all([
    import("mdast-util-to-markdown"),
    import("mdast-util-gfm"),
  ]);
  const children = answer
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .filter((part) => part.trim() !== "")
    .flatMap(toBlocks);
  return toMarkdown(
    { type: "root", children },
    { extensions: [gfmToMarkdown()], bullet: "-", listItemIndent: "one" },
  ).trimEnd();
}

const bullet = /^\s*[-*•–‣·]\s+/;
const numeral = /^\s*\d{1,3}[.)]\s+/;

/** Lines that begin with a bullet or a number are a list, in whatever they stand. */
function toBlocks(part: string): readonly BlockContent[] {
  const blocks: BlockContent[] = [];
  for (const line of part.split("\n")) {
    const ordered = numeral.test(line);
    const last = blocks.at(-1);
    if (ordered || bullet.test(line)) {
      const item = {
        type: "listItem" as const,
        spread: false,
        children: [paragraph(line.replace(ordered ? numeral : bullet, ""))],
      };
      if (last?.type === "list" && last.ordered === ordered) last.children.push(item);
      else
        blocks.push({
          type: "list",
          ordered,
          spread: false,
          children: [item],
          ...(ordered ? { start: Number.parseInt(line, 10) } : {}),
        } satisfies List);
    } else if (last?.type === "paragraph") {
      last.children.push({ type: "break" }, ...paragraph(line.trim()).children);
    } else blocks.push(paragraph(line.trim()));
  }
  return blocks;
}

/** A line with its addresses as links; a formula of a spreadsheet is text. */
function paragraph(line: string): Paragraph {
  if (/^[=+@-]\s*\w+\(/.test(line)) return { type: "paragraph", children: [{ type: "text", value: line }] };
  const children: PhrasingContent[] = [];
  let at = 0;
  for (const match of line.matchAll(/https?:\/\/[^\s<>"'()[\]]*[^\s<>"'()[\].,;:!?]/g)) {
    if (match.index > at) children.push({ type: "text", value: line.slice(at, match.index) });
    children.push({ type: "link", url: match[0], children: [{ type: "text", value: match[0] }] });
    at = match.index + match[0].length;
  }
  if (at < line.length) children.push({ type: "text", value: line.slice(at) });
  return { type: "paragraph", children };
}

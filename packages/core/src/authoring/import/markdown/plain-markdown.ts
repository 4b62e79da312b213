import type { Code, Text } from "mdast";
import type { Pen } from "./pen.ts";

/** Escapes what is text in Markdown and code in MDX. */
export function escapeText(node: Text, { text, from, to, put }: Pen): void {
  if (from === "mdx" || to === "md" || node.position === undefined) return;
  const start = node.position.start.offset ?? 0;
  const source = text.slice(start, node.position.end.offset);
  for (const match of source.matchAll(/\\.|[{<]/gs)) {
    if (match[0].length === 1) put(start + match.index, start + match.index, "\\");
  }
}

/** A sentence that begins with “import” or “export” would be code in MDX. */
export function escapeFirstWord(start: number, { text, from, to, put }: Pen): void {
  if (from === "mdx" || to === "md") return;
  const word = /^(?:import|export)\b/.exec(text.slice(start, start + 8))?.[0];
  if (word !== undefined) put(start, start + 1, `&#${word.charCodeAt(0)};`);
}

/** Code that is indented only is a paragraph in MDX: it gets fences. */
export function fenceCode(node: Code, inAlert: boolean, { text, from, to, put }: Pen): void {
  if (from === "mdx" || to === "md" || node.position === undefined) return;
  const start = node.position.start.offset ?? 0;
  const end = node.position.end.offset ?? start;
  const source = text.slice(start, end);
  if (/^[`~]{3,}/.test(source)) return;
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  // What stands before it in its line holds it: the sign of a quote, the indentation of a list.
  const before = text
    .slice(lineStart, start)
    .replace(inAlert ? /^[ \t]{0,3}> ?/ : "", "")
    .replace(/[^>\s]/g, " ");
  const longest = Math.max(2, ...[...node.value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  put(start, end, [fence, ...node.value.split("\n"), fence].join(`\n${before}`));
}

import type { Code } from "mdast";
import { inFileOf } from "./node-range.ts";
import { type Problem, warning } from "./problem.ts";

/** `unclosed-code`: a fence without its closing line makes code of all that follows; `text` is that of the node's file. */
export function checkFence(node: Code, text: string): readonly Problem[] {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const sign = text[start.offset];
  // Code may be indented instead.
  if (sign !== "`" && sign !== "~") return [];
  let length = 1;
  while (text[start.offset + length] === sign) length++;
  if (length < 3) return [];
  // In a list or quote the closing line has its indent and signs before it.
  let last = end.offset;
  while (last > start.offset && /\s/.test(text[last - 1] ?? "")) last--;
  let closing = 0;
  while (text[last - closing - 1] === sign) closing++;
  const isFirstLine = start.offset + length >= last;
  const before = text.slice(text.lastIndexOf("\n", last - 1) + 1, last - closing);
  if (!isFirstLine && closing >= length && /^[\s>]*$/.test(before)) return [];
  const place = { line: start.line, column: start.column };
  return [
    warning(
      "unclosed-code",
      "This block of code has no end, so that all that follows is code.",
      inFileOf(node, { start: place, end: { ...place, column: place.column + length } }),
      `Write ${sign.repeat(length)} where it ends, on a line of its own.`,
    ),
  ];
}

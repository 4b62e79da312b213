import type { Nodes } from "mdast";
import type { Range } from "../model/diagnostic.ts";
import { fileStart } from "./position.ts";

/** The range of a node in its file. */
export function nodeRange(node: Nodes): Range {
  if (node.position === undefined) return fileStart;
  const { start, end } = node.position;
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

/** The range of the first line of a node: enough to point at a whole block. */
export function firstLineRange(node: Nodes, text: string): Range {
  const { start, end } = nodeRange(node);
  if (start.line === end.line) return { start, end };
  const offset = node.position?.start.offset ?? 0;
  const length = /[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return { start, end: { line: start.line, column: start.column + Math.max(1, length) } };
}

import type { Nodes } from "mdast";
import type { Range } from "../model/diagnostic.ts";
import { fileStart } from "./position.ts";

/** The partial that a node comes from. */
export interface Source {
  /** Relative to the content folder. */
  readonly file: string;
  readonly text: string;
}

declare module "mdast" {
  interface Data {
    /** Absent where the node stands in the entry's own file. */
    source?: Source;
  }
}

/** A range that may lie in another file than the one that is compiled. */
export interface FileRange extends Range {
  /** A partial, relative to the content folder; absent for the file itself. */
  readonly file?: string;
}

/** The text that the positions of a node count in; `text` is that of the entry's own file. */
export function textOf(node: Nodes, text: string): string {
  return node.data?.source?.text ?? text;
}

/** Says that a range lies in the file that a node comes from. */
export function inFileOf(node: Nodes, { start, end }: Range): FileRange {
  const source = node.data?.source;
  return source === undefined ? { start, end } : { start, end, file: source.file };
}

/** The range of a node in its file. */
export function nodeRange(node: Nodes): FileRange {
  if (node.position === undefined) return fileStart;
  const { start, end } = node.position;
  return inFileOf(node, {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  });
}

/** The range of the first line of a node: enough to point at a whole block. */
export function firstLineRange(node: Nodes, text: string): FileRange {
  const range = nodeRange(node);
  const { start, end } = range;
  if (start.line === end.line) return range;
  const offset = node.position?.start.offset ?? 0;
  return {
    ...range,
    end: { line: start.line, column: start.column + Math.max(1, lengthOfLine(textOf(node, text), offset)) },
  };
}

/** The length of what a line has from an offset on. */
function lengthOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  const line = text.slice(offset, end < 0 ? text.length : end);
  const breaks = line.indexOf("\r");
  return breaks < 0 ? line.length : breaks;
}

import { cutFrontmatter } from "../compile/frontmatter.ts";
import { createLineIndex, fileStart } from "../compile/position.ts";
import { createSlugger } from "../compile/slugger.ts";
import type { Position, Range } from "../model/diagnostic.ts";
import { addressAt } from "./address-at.ts";
import type { Workspace } from "./workspace.ts";

/** Where something is defined. */
export interface Definition {
  /** Where the word or the address stands that was asked for. */
  readonly origin: Range;
  /** Relative to the content folder. */
  readonly file: string;
  readonly range: Range;
}

/** What the address at a place of a file leads to: the file, at the heading that its anchor names. */
export function define(workspace: Workspace, file: string, position: Position): Definition | undefined {
  const address = addressAt(workspace, file, position);
  if (address === undefined) return undefined;
  const text = address.anchor === undefined ? undefined : workspace.text(address.file);
  return {
    origin: address.range,
    file: address.file,
    range: (text !== undefined && anchorRange(text, address.anchor)) || fileStart,
  };
}

/** The line of a heading, or of a block, whose anchor this is. Works also where the file cannot be parsed. */
function anchorRange(text: string, anchor: string | undefined): Range | undefined {
  const slugger = createSlugger();
  const body = cutFrontmatter(text)?.bodyOffset ?? 0;
  const first = createLineIndex(text).position(body).line;
  const lines = text.slice(body).split(/\r\n|\n|\r/);
  let inCode = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    if (inCode) continue;
    const isUnderlined = /^\s{0,3}[^\s>#*+|-]/.test(line) && /^(?:=+|-+)\s*$/.test(lines[index + 1] ?? "");
    const heading = isUnderlined ? line.trim() : /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    const isIt =
      heading === undefined
        ? /<\w+\b[^>]*\bid="([^"]*)"/.exec(line)?.[1] === anchor
        : slugger.slug(plain(heading)) === anchor;
    const number = first + index;
    if (isIt) return { start: { line: number, column: 1 }, end: { line: number, column: line.length + 1 } };
  }
  return undefined;
}

/** A heading without the signs of Markdown; an underscore within a word is none. */
function plain(heading: string): string {
  return heading.replace(/[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\[([^\]]*)\]\([^)]*\)/gu, "$1");
}

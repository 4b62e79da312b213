import GithubSlugger from "github-slugger";
import { fileStart } from "../compile/position.ts";
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

/** The line of a heading, or of a block, whose anchor this is. */
function anchorRange(text: string, anchor: string | undefined): Range | undefined {
  const slugger = new GithubSlugger();
  let inCode = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    if (inCode) continue;
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    const isIt =
      heading === undefined
        ? /<\w+\b[^>]*\bid="([^"]*)"/.exec(line)?.[1] === anchor
        : slugger.slug(heading.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, "$1")) === anchor;
    if (isIt) return { start: { line: index + 1, column: 1 }, end: { line: index + 1, column: line.length + 1 } };
  }
  return undefined;
}

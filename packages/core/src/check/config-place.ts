import { createLineIndex, fileStart } from "../compile/position.ts";
import type { Range } from "../model/diagnostic.ts";

/**
 * Where a key stands in the text of a configuration, which may be code, below the key `within` if it is there; the start of
 * the file where it is put together elsewhere.
 */
export function placeOfKey(key: string, text: string, within?: string): Range {
  const from = within === undefined ? undefined : findKey(within, text, 0);
  const found = findKey(key, text, from?.end ?? 0);
  return found === undefined ? fileStart : createLineIndex(text).range(found.start, found.end);
}

function findKey(
  key: string,
  text: string,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  const quoted = JSON.stringify(key)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`(?<=["'\`])${quoted}(?=["'\`]\\s*:)|(?<![\\w$"'\`-])${quoted}(?=\\s*:)`, "g");
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

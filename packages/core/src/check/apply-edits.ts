import { createLineIndex } from "../compile/position.ts";
import type { Fix, TextEdit } from "../model/diagnostic.ts";

/** Applies edits that do not overlap to a text, whose line endings stay as they are. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = createLineIndex(text);
  const placed = edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const { start, end, newText } of placed) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** Of the fixes of one file, those that can be made together: of two that touch the same place, the first. */
export function compatibleFixes<F extends Fix>(fixes: readonly F[]): readonly F[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const isFree = edits.every((edit) => taken.every((other) => !overlap(edit, other)));
    if (isFree) taken.push(...edits);
    return isFree;
  });
}

function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: TextEdit["range"]["start"], b: TextEdit["range"]["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

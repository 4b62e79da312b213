import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findFields } from "../rewrite/fields.ts";
import type { EditedFile } from "./edit-content.ts";
import { type RewriteSetting, rewriteAddress } from "./rewrite.ts";

/** Works out what changes in the file of golden questions. Lines that are no JSON stay as they are: the check tells them. */
export function editGolden(root: string, rewrite: RewriteSetting): readonly EditedFile[] {
  const path = resolve(root, rewrite.config.golden);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return [];
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const edits = [...text.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    try {
      JSON.parse(line[0]);
      return findFields(line[0], line.index).flatMap((field) => {
        const value = rewriteAddress(field, "", rewrite);
        return value === undefined ? [] : [{ start: field.start, end: field.end, text: field.write(value) }];
      });
    } catch {
      return [];
    }
  });
  return edits.length === 0
    ? []
    : [{ path, source: { file: rewrite.config.golden, bytes, text }, edits, inContent: false }];
}

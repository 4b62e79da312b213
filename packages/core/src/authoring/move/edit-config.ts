import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EditedFile } from "./edit-content.ts";
import { type Moving, refsOf } from "./places.ts";

/** Works out what changes in the configuration: it may name entries, as its navigation does. It is code, so that only whole texts that are the ref count. */
export function editConfig(root: string, file: string, moving: Moving): readonly EditedFile[] {
  const path = join(root, file);
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const { before, after } = refsOf(moving);
  const pattern = new RegExp(
    `(["'\`])${before.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}(?=(?:#[^"'\`\\r\\n]*)?\\1)`,
    "g",
  );
  const edits = [...text.matchAll(pattern)].map(({ index }) => ({
    start: index + 1,
    end: index + 1 + before.length,
    text: after,
  }));
  return edits.length === 0 ? [] : [{ path, source: { file, bytes, text }, edits, inContent: false }];
}

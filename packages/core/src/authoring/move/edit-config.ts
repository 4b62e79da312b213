import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { contentPath } from "../../check/content-path.ts";
import { configFiles } from "../../config/load.ts";
import { isWithin } from "../../files/is-within.ts";
import type { Edit } from "../rewrite/edit.ts";
import type { EditedFile } from "./edit-content.ts";
import { refsOf } from "./places.ts";
import type { RewriteSetting } from "./rewrite.ts";
import { themePathOf } from "./theme-paths.ts";

/**
 * Works out what changes in the configuration and in the files of the root that it imports: its navigation may name entries by
 * ref or by page, and its theme a file. They are code: only texts that are nothing but the ref, the page or the path count.
 */
export async function editConfig(root: string, setting: RewriteSetting): Promise<readonly EditedFile[]> {
  const names = renamed(setting);
  const files = (await configFiles(root)).filter((path) => isWithin(path, root));
  return files.flatMap((path): readonly EditedFile[] => {
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
    const edits = [...names].flatMap(([from, to]) =>
      textsThatAre(from, text).map((at): Edit => ({ start: at, end: at + from.length, text: to })),
    );
    const file = relative(root, path).replaceAll("\\", "/");
    return edits.length === 0 ? [] : [{ path, source: { file, bytes, text }, edits, inContent: false }];
  });
}

/** What a configuration may name, with what it says afterwards. */
function renamed({ move: { entries, places }, pages, config }: RewriteSetting): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const moving of entries.values()) names.set(refsOf(moving).before, refsOf(moving).after);
  for (const [from, to] of pages) names.set(from, to).set(from.replace(/\/$/, ""), to.replace(/\/$/, ""));
  for (const [from, to] of places) {
    const written = themePathOf(from, config);
    if (written !== undefined) names.set(written, `${written.startsWith("./") ? "./" : ""}${contentPath(to, config)}`);
  }
  return names;
}

/** Where quoted texts stand that are a name, with or without an anchor behind it. */
function textsThatAre(name: string, text: string): readonly number[] {
  const literal = name.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const pattern = new RegExp(`(?<=(["'\`]))${literal}(?=(?:#[^"'\`\\r\\n]*)?\\1)`, "g");
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

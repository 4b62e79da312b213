import { compileFile } from "../compile/entry.ts";
import type { ChangedFile } from "../git/changed-files.ts";
import { readObjects } from "../git/read-objects.ts";
import { openCompileCache } from "./compile-cache.ts";
import { byCodeUnit } from "./content-files.ts";
import { packFile } from "./known-file.ts";
import { locate } from "./locate.ts";
import type { Content, ReadEntry } from "./read-content.ts";
import type { CompileSetting } from "./source-file.ts";

/**
 * The content as it was before its files changed, read with the configuration of now: what has not changed is taken from
 * the content of now, so that it costs no more than the change is big.
 */
export async function readContentBefore(
  now: Content,
  changed: readonly ChangedFile[],
  { folder, config, code, withContent }: CompileSetting,
): Promise<Content> {
  const names = new Set(changed.map(({ file }) => file));
  const files = new Set([...now.files].filter((file) => !names.has(file)));
  const entries = now.entries.filter(({ file }) => !names.has(file));
  const before = changed.flatMap(({ file, before }) => (before === undefined ? [] : [{ file, object: before }]));
  for (const { file } of before) files.add(file);

  const located = before.flatMap(({ file, object }) => {
    const location = isHidden(file) ? undefined : locate(file, config);
    return location === undefined ? [] : [{ file, location, object }];
  });
  const sources = await readObjects(
    folder,
    located.map(({ object }) => object),
  );
  const cache = openCompileCache(undefined, "");
  for (const [i, { file, location }] of located.entries()) {
    const source = sources[i] ?? new Uint8Array();
    cache.add(file, packFile("", await compileFile(source, file, location, config, { code, withContent })));
  }
  const old = located.flatMap(({ file, location }): ReadEntry[] => {
    const known = cache.files.get(file);
    return known === undefined ? [] : [{ file, location, known }];
  });
  return { entries: [...entries, ...old].sort((a, b) => byCodeUnit(a.file, b.file)), files };
}

/** Files that reading a content folder passes over. */
function isHidden(file: string): boolean {
  return file.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

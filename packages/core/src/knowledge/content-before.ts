import { compileFile } from "../compile/entry.ts";
import type { ReadPartial } from "../compile/partial.ts";
import type { ChangedFile } from "../git/changed-files.ts";
import { readObjects } from "../git/read-objects.ts";
import { openCompileCache } from "./compile-cache.ts";
import { byCodeUnit } from "./content-files.ts";
import { packFile } from "./known-file.ts";
import { locate } from "./locate.ts";
import { withNamesOnDisk } from "./names-on-disk.ts";
import { createPartialReader } from "./partial-reader.ts";
import { type Content, partialsOf, type ReadEntry } from "./read-content.ts";
import { type ContentSetting, readSource } from "./source-file.ts";

/** What changed files held before, by their names. */
export type SourcesBefore = ReadonlyMap<string, Uint8Array>;

/** Reads what changed files of a content folder held before. */
export async function readSourcesBefore(folder: string, changed: readonly ChangedFile[]): Promise<SourcesBefore> {
  const there = changed.flatMap(({ file, before }) => (before === undefined ? [] : [{ file, object: before }]));
  const objects = await readObjects(
    folder,
    there.map(({ object }) => object),
  );
  return new Map(there.map(({ file }, i) => [file, objects[i] ?? new Uint8Array()]));
}

/**
 * The content as it was before its files changed, read with the configuration of now: what has not changed is taken from
 * the content of now, so that it costs no more than the change is big.
 */
export async function readContentBefore(
  now: Content,
  changed: readonly ChangedFile[],
  sources: SourcesBefore,
  { folder, config, code, withContent }: ContentSetting,
): Promise<Content> {
  const names = new Set(changed.map(({ file }) => file));
  const files = new Set([...[...now.files].filter((file) => !names.has(file)), ...sources.keys()]);
  const includesChanged = ({ known }: ReadEntry) => Object.keys(known.partials ?? {}).some((file) => names.has(file));
  const same = now.entries.filter((entry) => !names.has(entry.file) && !includesChanged(entry));
  const readNow = createPartialReader(folder);
  const readPartial: ReadPartial = (file) => {
    if (!names.has(file)) return readNow(file);
    const bytes = sources.get(file);
    return bytes === undefined ? undefined : { bytes, hash: file };
  };

  const located = [...sources.keys()].flatMap((file) => {
    const location = isHidden(file) ? undefined : locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
  const including = now.entries.filter((entry) => !names.has(entry.file) && includesChanged(entry));
  const cache = openCompileCache(undefined, "");
  const old: ReadEntry[] = [];
  for (const { file, location } of [...located, ...including]) {
    const source = sources.get(file) ?? bytesOf(folder, file);
    const compiled = await compileFile(source, file, location, config, { code, readPartial, withContent });
    cache.add(file, packFile("", compiled));
    const known = cache.files.get(file);
    if (known !== undefined) old.push({ file, location, known });
  }
  const entries = [...same, ...old].sort((a, b) => byCodeUnit(a.file, b.file));
  return {
    entries: withNamesOnDisk(entries, files, config),
    files,
    outside: now.outside.filter((file) => !names.has(file)),
    partials: partialsOf(entries),
  };
}

function bytesOf(folder: string, file: string): Uint8Array {
  const read = readSource(folder, file);
  return "bytes" in read ? read.bytes : new Uint8Array();
}

/** Files that reading a content folder passes over. */
function isHidden(file: string): boolean {
  return file.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

import type { CompileCache } from "./compile-cache.ts";
import { compileFiles } from "./compile-files.ts";
import { listContent } from "./content-files.ts";
import type { KnownFile } from "./known-file.ts";
import { locate } from "./locate.ts";
import { withNamesOnDisk } from "./names-on-disk.ts";
import { createPartialReader } from "./partial-reader.ts";
import { type CompileSetting, type ContentSetting, type LocatedFile, readSource } from "./source-file.ts";

/** A content file that is an entry, compiled. */
export interface ReadEntry extends LocatedFile {
  readonly known: KnownFile;
}

/** The content folder, read. */
export interface Content {
  readonly entries: readonly ReadEntry[];
  readonly files: ReadonlySet<string>;
  /** Symbolic links that lead out of the content folder; they are not among `files`. */
  readonly outside: readonly string[];
  /** The partials that stand in entries. */
  readonly partials: ReadonlySet<string>;
}

/** Told while content is read: how many of how many files are compiled. */
export type Progress = (done: number, total: number) => void;

/** Reads the content folder; only files that the cache does not know are compiled, and it knows them afterwards. */
export async function readContent(given: ContentSetting, cache: CompileCache, onProgress?: Progress): Promise<Content> {
  const setting: CompileSetting = { ...given, readPartial: createPartialReader(given.folder) };
  const { folder, config } = setting;
  const listing = listContent(folder, config.content);
  const files = new Set(listing.files);
  const located = [...files].flatMap((file): LocatedFile[] => {
    const location = locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
  const stale = located.filter(({ file }) => !isFresh(file, cache.files.get(file), setting));
  let done = 0;
  await compileFiles(stale, setting, (file, packed) => {
    cache.add(file, packed);
    done++;
    if (done % 50 === 0) onProgress?.(done, stale.length);
  });
  const present = new Set(located.map(({ file }) => file));
  for (const file of cache.files.keys()) if (!present.has(file)) cache.remove(file);
  const entries = located.flatMap(({ file, location }) => {
    const known = cache.files.get(file);
    return known === undefined ? [] : [{ file, location, known }];
  });
  return {
    entries: withNamesOnDisk(entries, files, config),
    files,
    outside: listing.outside,
    partials: partialsOf(entries),
  };
}

function isFresh(
  file: string,
  known: KnownFile | undefined,
  { folder, readPartial, withContent }: CompileSetting,
): boolean {
  if (known === undefined || (withContent && known.content === undefined && !hasErrors(known))) return false;
  const read = readSource(folder, file);
  if (!("source" in read) || read.source !== known.source) return false;
  return Object.entries(known.partials ?? {}).every(([partial, hash]) => (readPartial(partial)?.hash ?? "") === hash);
}

/** The partials that stand in entries. */
export function partialsOf(entries: readonly ReadEntry[]): ReadonlySet<string> {
  const present = new Set<string>();
  for (const { known } of entries) {
    for (const [partial, hash] of Object.entries(known.partials ?? {})) if (hash !== "") present.add(partial);
  }
  return present;
}

function hasErrors({ problems }: KnownFile): boolean {
  return problems.some(({ severity }) => severity === "error");
}

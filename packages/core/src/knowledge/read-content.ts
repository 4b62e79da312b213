import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { compileFile } from "../compile/entry.ts";
import { fileStart } from "../compile/position.ts";
import { error } from "../compile/problem.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { type CompileCache, hashSource, type KnownFile, toKnownFile } from "./compile-cache.ts";
import { listContentFiles } from "./content-files.ts";
import { type Location, locate } from "./locate.ts";

/** A content file that is an entry, compiled. */
export interface ReadEntry {
  /** Relative to the content folder. */
  readonly file: string;
  readonly location: Location;
  readonly known: KnownFile;
}

/** The content folder, read. */
export interface Content {
  readonly entries: readonly ReadEntry[];
  readonly files: ReadonlySet<string>;
}

/** Told while content is read: how many of how many entries are done. */
export type Progress = (done: number, total: number) => void;

/** Reads the content folder; only files that the cache does not know are compiled, and it knows them afterwards. */
export async function readContent(
  folder: string,
  config: ResolvedConfig,
  cache: CompileCache,
  options: { readonly withContent: boolean; readonly onProgress?: Progress | undefined },
): Promise<Content> {
  const files = listContentFiles(folder);
  const located = files.flatMap((file) => {
    const location = locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
  const entries: ReadEntry[] = [];
  for (const { file, location } of located) {
    entries.push({
      file,
      location,
      known: await readEntry(folder, file, location, config, cache, options.withContent),
    });
    if (entries.length % 64 === 0) {
      options.onProgress?.(entries.length, located.length);
      await nextTurn();
    }
  }
  forgetOthers(cache, new Set(located.map(({ file }) => file)));
  return { entries, files: new Set(files) };
}

async function readEntry(
  folder: string,
  file: string,
  location: Location,
  config: ResolvedConfig,
  cache: CompileCache,
  withContent: boolean,
): Promise<KnownFile> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    const problem = error(
      "unreadable",
      `This file cannot be read (${reason}).`,
      fileStart,
      "Check its permissions, or where the link leads.",
    );
    return { source: "", facts: undefined, problems: [problem], content: undefined, revision: undefined };
  }
  const source = hashSource(bytes);
  const known = cache.files.get(file);
  if (known?.source === source && (!withContent || known.content !== undefined || hasErrors(known))) return known;
  const fresh = toKnownFile(source, await compileFile(bytes, file, location, config, { withContent }));
  cache.files.set(file, fresh);
  cache.changed = true;
  return fresh;
}

function hasErrors({ problems }: KnownFile): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function forgetOthers(cache: CompileCache, present: ReadonlySet<string>): void {
  for (const file of cache.files.keys()) {
    if (present.has(file)) continue;
    cache.files.delete(file);
    cache.changed = true;
  }
}

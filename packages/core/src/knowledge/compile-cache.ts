import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KnownFile, unpackFile } from "./known-file.ts";

/** What is known of the files of a content folder, by file; it is plain memory until it is saved. */
export interface CompileCache {
  readonly files: Map<string, KnownFile>;
  /** Whether anything differs from what is on disk. */
  changed: boolean;
}

const fileName = "compiled.cache";
const newline = 0x0a;

/**
 * Opens the cache in a folder. `key` names everything beside the sources that a compiled file depends on;
 * a cache with another key, or one that is damaged, counts as empty.
 *
 * The file has lines: the key; for each file its name, what is known of it, and its body; and at last the key again,
 * which one that was cut short lacks.
 */
export function openCompileCache(folder: string, key: string): CompileCache {
  const files = new Map<string, KnownFile>();
  try {
    const whole = readFileSync(join(folder, fileName));
    let at = 0;
    const line = (): Buffer => {
      const end = whole.indexOf(newline, at);
      if (end < 0) throw new RangeError("The cache is cut short.");
      const found = whole.subarray(at, end);
      at = end + 1;
      return found;
    };
    if (line().toString() !== key) return { files, changed: true };
    for (let file = line().toString(); file !== key; file = line().toString()) {
      files.set(file, unpackFile({ meta: line().toString(), body: line() }));
    }
    return { files, changed: false };
  } catch {
    return { files: new Map(), changed: true };
  }
}

/** Writes the cache: to a new file that takes the old one's place, so that a killed process leaves either. */
export function saveCompileCache(folder: string, key: string, cache: CompileCache): void {
  if (!cache.changed) return;
  const parts: (string | Uint8Array)[] = [key, "\n"];
  for (const [file, { packed }] of cache.files) parts.push(file, "\n", packed.meta, "\n", packed.body, "\n");
  parts.push(key, "\n");
  const path = join(folder, fileName);
  const temporary = `${path}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(temporary, Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  cache.changed = false;
}

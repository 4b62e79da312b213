import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type IndexPart, type PackedPart, unpackPart } from "./packed-part.ts";

/** Keeps the parts of search indexes from one run to the next, by a key that names all that they are made from. */
export interface PartCache {
  readonly read: (key: string) => IndexPart | undefined;
  readonly write: (key: string, part: PackedPart) => void;
  /** Forgets all other parts. */
  readonly keepOnly: (keys: ReadonlySet<string>) => void;
}

/** Opens the cache in `folder`, a file a part. One that is damaged counts as missing; one that cannot be written costs time only. */
export function openPartCache(folder: string): PartCache {
  const ending = ".part";
  const fileOf = (key: string) => join(folder, `${key}${ending}`);
  return {
    read(key) {
      try {
        return unpackPart(readFileSync(fileOf(key)));
      } catch {
        return undefined;
      }
    },
    write(key, part) {
      const temporary = `${fileOf(key)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, part);
        renameSync(temporary, fileOf(key));
      } catch {
        rmSync(temporary, { force: true });
      }
    },
    keepOnly(keys) {
      try {
        for (const name of readdirSync(folder)) {
          if (!keys.has(name.slice(0, -ending.length))) rmSync(join(folder, name), { force: true });
        }
      } catch {
        // Nothing was kept, or it stays for the next time.
      }
    },
  };
}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BodyPlace, type BodyStore, openBodyStore } from "./body-store.ts";
import { type KnownFile, type PackedFile, unpackFile } from "./known-file.ts";

/** What is known of the files of a content folder. */
export interface CompileCache {
  /** By file. */
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly add: (file: string, packed: PackedFile) => void;
  readonly remove: (file: string) => void;
  /** Writes down what is known: to a new file that takes the old one's place, so that a killed process leaves either. */
  readonly save: () => void;
}

const fileName = "compiled.cache";

/**
 * Opens the cache in a folder, or, for `undefined`, one in memory. `key` names everything beside the sources that a
 * compiled file depends on; a cache with another key, or one that is damaged, counts as empty. One that cannot be written
 * costs time, not the result.
 *
 * The file has lines: the key; for each file its name, what is known of it, and the place of its body; and at last the key
 * again, which one that was cut short lacks.
 */
export function openCompileCache(folder: string | undefined, key: string): CompileCache {
  const bodies = folder === undefined ? undefined : openBodyStore(join(folder, "bodies"));
  // No closure of this function: who is to read a body some day would hold all that is known with it.
  const read = bodies === undefined ? readNothing : bodies.read;
  const stored = folder === undefined || bodies === undefined ? undefined : readFiles(folder, key, bodies);
  const files = stored ?? new Map<string, KnownFile>();
  let changed = stored === undefined;
  return {
    files,
    add(file, { meta, body }) {
      files.set(file, unpackFile(meta, body && (bodies?.keep(body) ?? body), read));
      changed = true;
    },
    remove(file) {
      changed = files.delete(file) || changed;
    },
    save() {
      if (!changed || folder === undefined || bodies === undefined) return;
      try {
        if (bodies.isWasteful(placesOf(files))) moveBodies(files, bodies);
        writeFiles(folder, key, files);
        bodies.forgetOthers(placesOf(files));
        changed = false;
      } catch {
        // The next run tries again.
      }
    },
  };
}

function readNothing(): never {
  throw new TypeError("A cache in memory keeps nothing on the disk.");
}

function readFiles(folder: string, key: string, bodies: BodyStore): Map<string, KnownFile> | undefined {
  try {
    const lines = readFileSync(join(folder, fileName), "utf8").split("\n");
    const files = new Map<string, KnownFile>();
    if (lines[0] !== key || lines.at(-1) !== key || lines.length % 3 !== 2) return undefined;
    for (let at = 1; at + 3 < lines.length; at += 3) {
      const [file = "", meta = "", place = ""] = lines.slice(at, at + 3);
      const body = place === "" ? undefined : (JSON.parse(place) as BodyPlace);
      files.set(file, unpackFile(meta, body, bodies.read));
    }
    return bodies.has(placesOf(files)) ? files : undefined;
  } catch {
    return undefined;
  }
}

function writeFiles(folder: string, key: string, files: ReadonlyMap<string, KnownFile>): void {
  const lines = [key];
  for (const [file, { meta, body }] of files) {
    // What the disk could not take is compiled again the next time.
    if (body instanceof Uint8Array) continue;
    lines.push(file, meta, body === undefined ? "" : JSON.stringify(body));
  }
  lines.push(key);
  const path = join(folder, fileName);
  const temporary = `${path}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(temporary, lines.join("\n"));
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** Keeps all bodies together in a new file, and forgets what lies between them. */
function moveBodies(files: Map<string, KnownFile>, bodies: BodyStore): void {
  bodies.renew();
  for (const [file, { meta, body }] of files) {
    if (body === undefined || body instanceof Uint8Array) continue;
    files.set(file, unpackFile(meta, bodies.keep(bodies.read(body)) ?? body, bodies.read));
  }
}

function placesOf(files: ReadonlyMap<string, KnownFile>): readonly BodyPlace[] {
  return [...files.values()].flatMap(({ body }) => (body === undefined || body instanceof Uint8Array ? [] : [body]));
}

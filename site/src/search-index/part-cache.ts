import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexPart } from "./make-part.ts";

/** Keeps the parts of search indexes from one run to the next, by a key that names all that they are made from. */
export interface PartCache {
  readonly read: (key: string) => IndexPart | undefined;
  readonly write: (key: string, part: IndexPart) => void;
  /** Forgets all other parts. */
  readonly keepOnly: (keys: ReadonlySet<string>) => void;
}

/** How a part begins in its file; the contents of its files follow on the next line, one behind the other. */
interface Head {
  readonly files: readonly (readonly [path: string, bytes: number])[];
  readonly counted: IndexPart["counted"];
}

const newline = 0x0a;

/** Opens the cache in `folder`, a file a part. One that is damaged counts as missing; one that cannot be written costs time only. */
export function openPartCache(folder: string): PartCache {
  const ending = ".part";
  const fileOf = (key: string) => join(folder, `${key}${ending}`);
  return {
    read(key) {
      try {
        return unpack(readFileSync(fileOf(key)));
      } catch {
        return undefined;
      }
    },
    write(key, part) {
      const temporary = `${fileOf(key)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, pack(part));
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

function pack({ files, counted }: IndexPart): Uint8Array {
  const head: Head = { files: files.map(({ path, content }) => [path, content.length]), counted };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...files.map(({ content }) => content)]);
}

function unpack(bytes: Uint8Array): IndexPart {
  const start = bytes.indexOf(newline) + 1;
  // Packed by this module, in this version: the keys see to that.
  const { files, counted } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start))) as Head;
  let at = start;
  const unpacked = files.map(([path, length]) => {
    const content = bytes.subarray(at, at + length);
    at += length;
    return { path, content };
  });
  if (at !== bytes.length) throw new RangeError("The part is cut short.");
  return { files: unpacked, counted };
}

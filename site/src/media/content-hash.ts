import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { failure } from "../driver/failure.ts";

/** Tells the hashes of files, and remembers them from one build to the next. */
export interface ContentHashes {
  /** The hash of a file's content: 10 hexadecimal digits. Throws a failure where the file changes meanwhile. */
  readonly hashOf: (path: string) => Promise<string>;
  /** Throws a failure where a file is not any more what was hashed. */
  readonly checkUnchanged: (path: string, file: string) => Promise<void>;
  /** Keeps what is known for the next build. One that cannot be kept costs time only. */
  readonly save: () => Promise<void>;
}

/** A file as the system describes it, and its hash. */
type Known = readonly [size: number, modified: number, changed: number, hash: string];

/** A file that was written so shortly before could be written again within the tick of the system's clock. */
const settled = 2_000;

/** Opens the hashes that are kept in `folder`. What is damaged counts as unknown. */
export async function openContentHashes(folder: string): Promise<ContentHashes> {
  const store = join(folder, "hashes.json");
  const before = await readStore(store);
  const now = new Map<string, Known>();
  return {
    async hashOf(path) {
      const [size, modified, changed] = await describe(path);
      const known = before.get(path);
      const isSame = known !== undefined && known[0] === size && known[1] === modified && known[2] === changed;
      const hash = isSame ? known[3] : await hashFile(path);
      now.set(path, [size, modified, changed, hash]);
      return hash;
    },
    async checkUnchanged(path, file) {
      const known = now.get(path);
      const [size, modified, changed] = await describe(path);
      if (known === undefined || (known[0] === size && known[1] === modified && known[2] === changed)) return;
      throw failure("failed", `content/${file} was changed while the site was being built: build it again.`);
    },
    async save() {
      const start = Date.now();
      const kept = [...now].filter(([, [, modified, changed]]) => start - Math.max(modified, changed) > settled);
      // What another site of the same content shows is kept as well.
      const all = JSON.stringify([...new Map([...before, ...kept])].sort(([a], [b]) => (a < b ? -1 : 1)));
      const temporary = `${store}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, all);
        await rename(temporary, store);
      } catch {
        // The next build hashes again.
      }
    },
  };
}

async function describe(path: string): Promise<readonly [size: number, modified: number, changed: number]> {
  const { size, mtimeMs, ctimeMs } = await stat(path);
  return [size, mtimeMs, ctimeMs];
}

/** A recording may be larger than memory, and is read piece by piece. */
async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex").slice(0, 10);
}

async function readStore(store: string): Promise<ReadonlyMap<string, Known>> {
  try {
    // Written by this module; what it is not is not found by the path of a file.
    return new Map(JSON.parse(await readFile(store, "utf8")) as [string, Known][]);
  } catch {
    return new Map();
  }
}

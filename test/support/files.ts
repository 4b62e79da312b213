import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** What a test file may hold: text, raw bytes, or data that is written as JSON. */
export type FileContent = string | Uint8Array | Readonly<Record<string, unknown>> | readonly unknown[];

/** Paths with `/`, relative to a folder, and what to write there. */
export type Files = Readonly<Record<string, FileContent>>;

/** Writes files below a folder, with the folders they need. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, toBytes(content));
  }
}

/** The paths of all files below a folder, with `/`, sorted; empty if there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/**
 * A hash of every file below a folder: two folders hold the same bytes if and only if their fingerprints are equal,
 * and a failed `toEqual` names the files that differ.
 */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    hashes[path] = createHash("sha256")
      .update(await readFile(join(folder, path)))
      .digest("hex");
  }
  return hashes;
}

function toBytes(content: FileContent): string | Uint8Array {
  if (typeof content === "string" || content instanceof Uint8Array) return content;
  return `${JSON.stringify(content, null, 2)}\n`;
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is to be written; its folder need not be there. */
export interface FileToWrite {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** Writes files in their order, but for those that are there already; returns the latter. */
export function writeFiles(files: readonly FileToWrite[], folders: Set<string>): readonly string[] {
  const there: string[] = [];
  for (const { file, content } of files) {
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    try {
      writeFileSync(file, content, { flag: "wx" });
    } catch (error) {
      if (!isThere(error)) throw error;
      there.push(file);
    }
  }
  return there;
}

/** Whether the system refused because there is a file of that name. */
export function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

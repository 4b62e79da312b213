import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../config/setup-error.ts";
import { isWithin } from "../files/is-within.ts";

/** What lies under a content folder; paths are relative to it, with `/`, in an order that no file system decides. */
export interface ContentListing {
  readonly files: readonly string[];
  /** Symbolic links to what lies elsewhere: whoever wrote them could publish any file of the machine that builds. */
  readonly outside: readonly string[];
}

/** Every file under the content folder that may be read; `named` is the folder as the configuration has it. */
export function listContentFiles(folder: string, named: string): readonly string[] {
  return listContent(folder, named).files;
}

/** Every file under the content folder, and what only leads out of it; `named` is the folder as the configuration has it. */
export function listContent(folder: string, named: string): ContentListing {
  const files: string[] = [];
  const outside: string[] = [];
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const item of readFolder(folder, at, named)) {
      if (item.name.startsWith(".") || item.name === "node_modules") continue;
      const path = at === "" ? item.name : `${at}/${item.name}`;
      if (item.isDirectory()) pending.push(path);
      else if (item.isSymbolicLink()) (leadsOut(folder, path) ? outside : files).push(path);
      else if (item.isFile()) files.push(path);
    }
  }
  return { files: files.sort(byCodeUnit), outside: outside.sort(byCodeUnit) };
}

/** Whether a path in a folder leads to something that is not in it. One that leads nowhere does not. */
export function leadsOut(folder: string, path: string): boolean {
  try {
    return !isWithin(realpathSync(join(folder, path)), realpathSync(folder));
  } catch {
    return false;
  }
}

/** Compares by code unit, the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readFolder(folder: string, at: string, named: string) {
  try {
    return readdirSync(join(folder, at), { withFileTypes: true });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (reason === "ENOENT" && at === "") {
      throw new SetupError(
        `There is no content folder at ${folder}.`,
        `Create it with a first lesson, ${join(named, "lessons/first.md").replaceAll("\\", "/")}, or set “content” in the configuration.`,
      );
    }
    throw new SetupError(`The folder ${join(folder, at)} cannot be read (${reason}).`);
  }
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../config/setup-error.ts";

/**
 * Every file under the content folder, relative to it, with `/`, in an order that no file system decides; `named` is the
 * folder as the configuration has it.
 */
export function listContentFiles(folder: string, named: string): readonly string[] {
  const files: string[] = [];
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const item of readFolder(folder, at, named)) {
      if (item.name.startsWith(".") || item.name === "node_modules") continue;
      const path = at === "" ? item.name : `${at}/${item.name}`;
      if (item.isDirectory()) pending.push(path);
      else if (item.isFile() || item.isSymbolicLink()) files.push(path);
    }
  }
  return files.sort(byCodeUnit);
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

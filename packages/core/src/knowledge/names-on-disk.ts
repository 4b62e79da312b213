import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedConfig } from "../config/schema.ts";
import { splitLocale } from "./locate.ts";
import type { ReadEntry } from "./read-content.ts";

/**
 * Lets links lead to files whose names lie decomposed on the disk (`u` and two dots for `ü`), as archives made on a Mac
 * leave them: what a link names is read as NFC, so that both ways of writing it name both.
 */
export function withNamesOnDisk(
  entries: readonly ReadEntry[],
  files: ReadonlySet<string>,
  config: ResolvedConfig,
): readonly ReadEntry[] {
  const names = new Map<string, string>();
  for (const file of files) {
    const composed = file.normalize("NFC");
    if (composed !== file && !files.has(composed)) names.set(composed, file);
  }
  if (names.size === 0) return entries;
  const onDisk = (file: string): string => {
    const own = names.get(file);
    if (own !== undefined || files.has(file)) return own ?? file;
    // What is not translated is named under the folder of its language all the same.
    const { rest } = splitLocale(file, config);
    return `${file.slice(0, file.length - rest.length)}${names.get(rest) ?? rest}`;
  };
  return entries.map((entry) => {
    const { facts } = entry.known;
    if (facts === undefined) return entry;
    const links = facts.links.map((link) => {
      const { target } = link;
      if ((target.kind !== "entry" && target.kind !== "media") || target.file === undefined) return link;
      const file = onDisk(target.file);
      return file === target.file ? link : { ...link, target: { ...target, file } };
    });
    return { ...entry, known: { ...entry.known, facts: { ...facts, links } } };
  });
}

/** The path of a file that is named as NFC, be it in a folder as that or decomposed. */
export function pathOnDisk(folder: string, file: string): string {
  const path = join(folder, file);
  const decomposed = join(folder, file.normalize("NFD"));
  return !existsSync(path) && existsSync(decomposed) ? decomposed : path;
}

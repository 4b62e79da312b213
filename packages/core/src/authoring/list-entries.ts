import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedConfig } from "../config/schema.ts";
import { listContentFiles } from "../knowledge/content-files.ts";
import { locate } from "../knowledge/locate.ts";
import type { LocatedFile } from "../knowledge/source-file.ts";

/** The entries of a content folder by their names alone; none where there is no such folder yet. */
export function listEntries(root: string, config: ResolvedConfig): readonly LocatedFile[] {
  const folder = join(root, config.content);
  if (!existsSync(folder)) return [];
  return listContentFiles(folder, config.content).flatMap((file) => {
    const location = locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
}

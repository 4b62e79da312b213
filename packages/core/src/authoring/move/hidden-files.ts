import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files below a folder that Knowhow passes over, for their names or those of their folders begin with a dot; relative to it, with `/`. */
export function listHiddenFiles(folder: string): readonly string[] {
  const hidden: string[] = [];
  const visit = (at: string, isHidden: boolean) => {
    for (const item of readdirSync(join(folder, at), { withFileTypes: true })) {
      if (item.name === "node_modules") continue;
      const path = at === "" ? item.name : `${at}/${item.name}`;
      const own = isHidden || item.name.startsWith(".");
      if (item.isDirectory()) visit(path, own);
      else if (own && item.isFile()) hidden.push(path);
    }
  };
  visit("", false);
  return hidden;
}

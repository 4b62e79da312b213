import { fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import { nearest } from "../../compile/suggest.ts";
import { isEntryFile, isPartial, splitLocale } from "../../knowledge/locate.ts";
import { entryFolders } from "../../model/types.ts";
import type { Rule } from "../rule.ts";

/** `stray-entry`: a Markdown file that lies in no type's folder is published nowhere, which its author should know. */
export const strayFiles: Rule = function* ({ files, located, config }) {
  const known = new Set(located.map(({ file }) => file));
  const folders = Object.values(entryFolders);
  for (const file of files) {
    if (!isEntryFile(file) || isPartial(file) || known.has(file)) continue;
    const first = splitLocale(file, config).rest.split("/")[0] ?? "";
    const near = nearest(first, [...folders, ...Object.keys(config.locales)]);
    yield {
      file,
      ...warning(
        "stray-entry",
        `${file} is in none of the folders of entries, so it is not published.`,
        fileStart,
        near === undefined
          ? `Move it under ${folders.join("/, ")}/, or begin its name with “_”.`
          : `Did you mean the folder “${near}/”?`,
      ),
    };
  }
};

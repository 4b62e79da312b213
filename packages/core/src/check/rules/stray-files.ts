import { fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import { nearest } from "../../compile/suggest.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { isEntryFile, isPartial, splitLocale } from "../../knowledge/locate.ts";
import { entryFolders } from "../../model/types.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `stray-entry`: a Markdown file that lies in no type's folder is published nowhere, which its author should know. */
export const strayFiles: Rule = function* ({ files, located, config }) {
  const known = new Set(located.map(({ file }) => file));
  for (const file of files) {
    if (!isEntryFile(file) || isPartial(file) || known.has(file)) continue;
    const { message, hint } = tell(file, config);
    yield {
      file,
      ...warning("stray-entry", `${contentPath(file, config)} ${message}, so it is not published.`, fileStart, hint),
    };
  }
};

const folders: readonly string[] = Object.values(entryFolders);

function tell(file: string, config: ResolvedConfig): { readonly message: string; readonly hint: string } {
  const [first = "", second = ""] = splitLocale(file, config).rest.split("/");
  if (folders.includes(first))
    return { message: "has no name of its own", hint: "Give the file a name other than “index”." };
  const message = "is in none of the folders of entries";
  if (folders.includes(second) && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(first)) {
    if (first === config.defaultLocale) return { message, hint: `Entries in “${first}” lie directly in ${second}/.` };
    return { message, hint: `If “${first}” is a language, add it to “locales” in the configuration.` };
  }
  const near = nearest(first, [...folders, ...Object.keys(config.locales)]);
  if (near !== undefined) return { message, hint: `Did you mean the folder “${near}/”?` };
  return { message, hint: `Move it under ${folders.join("/, ")}/, or begin its name with “_”.` };
}

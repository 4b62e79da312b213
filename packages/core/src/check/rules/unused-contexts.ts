import { createLineIndex, fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** `unused-context`: a place in the work that the configuration names has an entry that helps there. */
export const unusedContexts: Rule = function* ({ entries, located, config, configFile }) {
  // Entries that could not be read may name it.
  if (entries.length < located.length) return;
  const helped = new Set(
    entries.flatMap(({ frontmatter }) => (frontmatter.status === "published" ? frontmatter.contexts : [])),
  );
  for (const context of Object.keys(config.contexts)) {
    if (helped.has(context)) continue;
    yield {
      file: configFile.file,
      relativeTo: "root",
      ...warning(
        "unused-context",
        `No published entry helps at “${context}”, so an application that asks for help there gets none.`,
        placeOfKey(context, configFile.text),
        "Name it in “contexts” of an entry, or take it out of the configuration.",
      ),
    };
  }
};

/** Where a key stands in a configuration, which may be code; the start of the file where it is put together elsewhere. */
function placeOfKey(key: string, text: string): Range {
  const quoted = JSON.stringify(key)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const match = new RegExp(`(?<=["'\`])${quoted}(?=["'\`]\\s*:)|(?<![\\w$"'\`-])${quoted}(?=\\s*:)`).exec(text);
  return match === null ? fileStart : createLineIndex(text).range(match.index, match.index + match[0].length);
}

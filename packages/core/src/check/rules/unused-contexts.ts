import { warning } from "../../compile/problem.ts";
import { placeOfKey } from "../config-place.ts";
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

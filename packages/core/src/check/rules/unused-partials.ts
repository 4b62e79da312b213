import { fileStart } from "../../compile/position.ts";
import { info } from "../../compile/problem.ts";
import { isEntryFile, isPartial } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `unused-partial`: a partial that stands in no entry is published nowhere. */
export const unusedPartials: Rule = function* ({ files, partials, located, entries, config }) {
  // What an entry includes that could not be read is not known.
  if (entries.length < located.length) return;
  for (const file of files) {
    if (!isEntryFile(file) || !isPartial(file)) continue;
    // Content names it as NFC, however its name lies on the disk.
    if (partials.has(file) || partials.has(file.normalize("NFC"))) continue;
    const message = `${contentPath(file, config)} is a partial, and no entry includes it.`;
    yield { file, ...info("unused-partial", message, fileStart, "Include it, or delete it when nobody needs it.") };
  }
};

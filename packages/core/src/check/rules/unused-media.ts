import { fileStart } from "../../compile/position.ts";
import { info } from "../../compile/problem.ts";
import { isPartial } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";
import { mediaFile } from "./media-uses.ts";

/** `unused-media`: a picture or recording that no entry shows or links to is published nowhere. */
export const unusedMedia: Rule = function* ({ files, located, entries, config }) {
  // What an entry shows that could not be read is not known.
  if (entries.length < located.length) return;
  const suspects = [...files].filter((file) => mediaFile.test(file) && !isPartial(file));
  if (suspects.length === 0) return;
  const used = new Set<string>();
  for (const { links } of entries) for (const { target } of links) if (target.kind === "media") used.add(target.file);
  for (const file of suspects) {
    if (used.has(file)) continue;
    const message = `No entry shows ${contentPath(file, config)} or links to it.`;
    yield { file, ...info("unused-media", message, fileStart, "Delete it, or begin its name with “_” to keep it.") };
  }
};

import { createLineIndex, fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import { nearestRef } from "../../compile/suggest.ts";
import { navTargets } from "../../config/nav.ts";
import { parseRef } from "../../knowledge/locate.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/**
 * `broken-ref`, `hidden-entry`: the refs of the configuration's `nav` name entries that are there, and no drafts. An entry for
 * another audience than the site's is no mistake: the site leaves its link out.
 */
export const navRefs: Rule = function* ({ config, configFile, index }) {
  for (const to of navTargets(config.nav ?? [])) {
    const parsed = parseRef(to.replace(/#.*$/, ""));
    if (parsed === undefined) continue;
    const ref = `${parsed.type}:${parsed.id}`;
    const place = placeOfText(to, configFile.text);
    const told = { file: configFile.file, relativeTo: "root" as const };
    if (index.files(ref).length === 0) {
      const near = nearestRef(ref, index.refs());
      const hint = near === undefined ? "Create it, or take the link out of “nav”." : `Did you mean “${near}”?`;
      yield { ...told, ...error("broken-ref", `There is no entry ${ref} for the navigation to lead to.`, place, hint) };
      continue;
    }
    const found = Object.keys(config.locales).flatMap((locale) => index.own(ref, locale) ?? []);
    if (found.length === 0 || found.some(({ frontmatter }) => frontmatter.status !== "draft")) continue;
    const message = `${ref} is a draft, so the navigation cannot lead to it.`;
    yield {
      ...told,
      ...error("hidden-entry", message, place, "Publish it, or take the link out of “nav” until it is."),
    };
  }
};

/** Where a text stands in quotes in a configuration, which may be code; the start of the file where it is put together. */
function placeOfText(text: string, source: string): Range {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const match = new RegExp(`(?<=["'\`])${escaped}(?=["'\`])`).exec(source);
  return match === null ? fileStart : createLineIndex(source).range(match.index, match.index + match[0].length);
}

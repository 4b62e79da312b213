import { splitAddress } from "../../compile/links.ts";
import { createLineIndex, fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import { nearestRef } from "../../compile/suggest.ts";
import { navTargets } from "../../config/nav.ts";
import { parseRef } from "../../knowledge/locate.ts";
import type { Range } from "../../model/diagnostic.ts";
import { isOn } from "../entry-index.ts";
import { type EntryPages, entryPages, findEntryPage } from "../entry-pages.ts";
import type { CheckInput, Rule } from "../rule.ts";

/**
 * `broken-ref`, `broken-link`, `hidden-entry`: the refs and pages of the configuration's `nav` are those of entries that are
 * there, and no drafts. A ref of an entry for another audience than the site's is no mistake: the site leaves its link out.
 */
export const navRefs: Rule = function* (input) {
  const { config, configFile, index } = input;
  if (config.nav === undefined) return;
  const pages = entryPages(input);
  for (const to of navTargets(config.nav)) {
    const place = placeOfText(to, configFile.text);
    const told = { file: configFile.file, relativeTo: "root" as const };
    const ref = refOf(to, pages, input);
    if (ref === "missing") {
      const message = `There is no page ${to} for the navigation to lead to.`;
      const hint = "Correct it, or name the entry by its ref: lesson:crm/export-report.";
      yield { ...told, ...error("broken-link", message, place, hint) };
      continue;
    }
    if (ref === undefined) continue;
    if (index.files(ref).length === 0) {
      const near = nearestRef(ref, index.refs());
      const hint = near === undefined ? "Create it, or take the link out of “nav”." : `Did you mean “${near}”?`;
      yield { ...told, ...error("broken-ref", `There is no entry ${ref} for the navigation to lead to.`, place, hint) };
      continue;
    }
    const found = Object.keys(config.locales).flatMap((locale) => index.own(ref, locale) ?? []);
    if (found.length === 0) continue;
    if (found.every(({ frontmatter }) => frontmatter.status === "draft")) {
      const message = `${ref} is a draft, so the navigation cannot lead to it.`;
      const hint = "Publish it, or take the link out of “nav” until it is.";
      yield { ...told, ...error("hidden-entry", message, place, hint) };
    } else if (to.startsWith("/") && config.outputs.some((output) => !found.some((entry) => isOn(output, entry)))) {
      const message = `${ref} is not for all readers, and a link to its page is there for all of them.`;
      yield {
        ...told,
        ...error("hidden-entry", message, place, `Write ${ref}: such a link is left out where need be.`),
      };
    }
  }
};

/** The entry that a link of the navigation leads to, if to one. */
function refOf(to: string, pages: EntryPages, { config, isServed }: CheckInput): string | undefined {
  const { path } = splitAddress(to);
  if (path.startsWith("/")) {
    if (isServed(path)) return undefined;
    const page = findEntryPage(path.slice(1), pages, config);
    return page === undefined || page === "missing" ? page : page.ref;
  }
  const parsed = parseRef(path);
  return parsed && `${parsed.type}:${parsed.id}`;
}

/** Where a text stands in quotes in a configuration, which may be code; the start of the file where it is put together. */
function placeOfText(text: string, source: string): Range {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const match = new RegExp(`(?<=["'\`])${escaped}(?=["'\`])`).exec(source);
  return match === null ? fileStart : createLineIndex(source).range(match.index, match.index + match[0].length);
}

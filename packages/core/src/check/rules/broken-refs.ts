import type { EntryFacts } from "../../compile/entry.ts";
import { error } from "../../compile/problem.ts";
import { didYouMean, nearestRef } from "../../compile/suggest.ts";
import { parseRef } from "../../knowledge/locate.ts";
import { entryTypes } from "../../model/types.ts";
import { indexEntries, isPublished } from "../entry-index.ts";
import type { Rule } from "../rule.ts";

/** `broken-ref`: the refs of the front matter (`related`, `prerequisites`, `lesson`) name entries that are there. */
export const brokenRefs: Rule = function* (input) {
  const index = indexEntries(input);
  for (const entry of input.entries) {
    for (const { ref, field } of frontmatterRefs(entry)) {
      const parsed = parseRef(ref);
      if (parsed === undefined) {
        const hint = didYouMean(ref.split(":")[0] ?? "", entryTypes);
        yield {
          file: entry.file,
          ...error(
            "broken-ref",
            `“${ref}” is no ref.`,
            { field },
            `Write a type and an id, for example lesson:crm/export-report. ${hint ?? ""}`.trim(),
          ),
        };
        continue;
      }
      const target = `${parsed.type}:${parsed.id}`;
      if (!index.exists(target)) {
        const near = nearestRef(target, index.refs());
        yield {
          file: entry.file,
          ...error(
            "broken-ref",
            `There is no entry ${ref}.`,
            { field },
            near === undefined ? "Create it, or correct the ref." : `Did you mean “${near}”?`,
          ),
        };
        continue;
      }
      const found = index.find(target, entry.location.locale);
      if (found !== undefined && isPublished(entry, input.config) && !isPublished(found, input.config)) {
        const why =
          found.frontmatter.status === "draft" ? "a draft" : `for the audience “${found.frontmatter.audience}”`;
        yield {
          file: entry.file,
          ...error(
            "broken-ref",
            `${ref} is ${why}, so readers of this entry would not find it.`,
            { field },
            "Publish it, or take the ref out until it is.",
          ),
        };
      }
    }
  }
};

/** Every ref in the front matter of an entry, with its place. */
export function frontmatterRefs({
  frontmatter,
}: EntryFacts): readonly { readonly ref: string; readonly field: readonly (string | number)[] }[] {
  const list = (key: string, refs: readonly string[]) => refs.map((ref, i) => ({ ref, field: [key, i] }));
  return [
    ...list("related", frontmatter.related),
    ...("prerequisites" in frontmatter ? list("prerequisites", frontmatter.prerequisites) : []),
    ...("lesson" in frontmatter && frontmatter.lesson !== undefined
      ? [{ ref: frontmatter.lesson, field: ["lesson"] }]
      : []),
  ];
}

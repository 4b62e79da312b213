import type { EntryFacts } from "../../compile/entry.ts";
import { error, mendedBy } from "../../compile/problem.ts";
import { nearest, slipOf } from "../../compile/suggest.ts";
import { yamlText } from "../../compile/yaml-text.ts";
import { parseRef } from "../../knowledge/locate.ts";
import { type EntryType, entryTypes } from "../../model/types.ts";
import { checkTarget } from "../entry-target.ts";
import type { Rule } from "../rule.ts";

/** `broken-ref`: the refs of the front matter (`related`, `prerequisites`, `lesson`, `steps`) name entries that are there. */
export const brokenRefs: Rule = function* (input) {
  const { index } = input;
  for (const entry of input.entries) {
    for (const { ref, field, type } of frontmatterRefs(entry)) {
      const { file } = entry;
      const parsed = parseRef(ref);
      if (parsed === undefined) {
        const problem = error("broken-ref", `“${ref}” is no ref.`, { field }, meant(ref, index.refs()));
        yield { file, ...mendedBy(problem, yamlText(onlyMeant(ref, index.refs()))) };
        continue;
      }
      if (type !== undefined && parsed.type !== type) {
        yield {
          file,
          ...error(
            "broken-ref",
            `“${ref}” is no ${type}.`,
            { field },
            `Name the ${type}, for example ${type}:crm/export-report.`,
          ),
        };
        continue;
      }
      const checked = checkTarget(`${parsed.type}:${parsed.id}`, entry, index, input.config, {
        code: "broken-ref",
        place: { field },
      });
      if ("problem" in checked) yield { file, ...checked.problem };
    }
  }
};

interface FrontmatterRef {
  readonly ref: string;
  readonly field: readonly (string | number)[];
  /** What it must lead to, where that matters. */
  readonly type?: EntryType;
}

function frontmatterRefs({ frontmatter }: EntryFacts): readonly FrontmatterRef[] {
  const list = (key: string, refs: readonly string[]) => refs.map((ref, i) => ({ ref, field: [key, i] }));
  return [
    ...list("related", frontmatter.related),
    ...("prerequisites" in frontmatter ? list("prerequisites", frontmatter.prerequisites) : []),
    ...("steps" in frontmatter ? list("steps", frontmatter.steps) : []),
    ...("lesson" in frontmatter && frontmatter.lesson !== undefined
      ? [{ ref: frontmatter.lesson, field: ["lesson"], type: "lesson" as const }]
      : []),
  ];
}

/** The one ref that has an id which somebody wrote without its type, or with a slip in the type. */
function onlyMeant(ref: string, refs: readonly string[]): string | undefined {
  const colon = ref.indexOf(":");
  const type = colon < 0 ? undefined : slipOf(ref.slice(0, colon), entryTypes);
  const id = ref.slice(colon + 1).replace(/\.mdx?$/, "");
  const [only, ...others] = refs.filter((one) =>
    type === undefined ? colon < 0 && one.slice(one.indexOf(":") + 1) === id : one === `${type}:${id}`,
  );
  return others.length === 0 ? only : undefined;
}

/** What somebody meant who wrote an id without its type, or a type wrong. */
function meant(ref: string, refs: readonly string[]): string {
  const colon = ref.indexOf(":");
  const type = colon < 0 ? undefined : nearest(ref.slice(0, colon), entryTypes);
  if (type !== undefined) return `Did you mean “${type}${ref.slice(colon)}”?`;
  const id = ref.slice(colon + 1).replace(/\.mdx?$/, "");
  const same = refs.find((one) => one.slice(one.indexOf(":") + 1) === id || one.endsWith(`/${id}`));
  if (same !== undefined) return `Did you mean “${same}”?`;
  return "Write a type and an id, for example lesson:crm/export-report.";
}

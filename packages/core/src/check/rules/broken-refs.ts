import type { EntryFacts } from "../../compile/entry.ts";
import { error, mendedBy } from "../../compile/problem.ts";
import { yamlText } from "../../compile/yaml-text.ts";
import { parseRef } from "../../knowledge/locate.ts";
import type { EntryType } from "../../model/types.ts";
import { checkTarget } from "../entry-target.ts";
import { meantRef, onlyMeantRef } from "../meant-ref.ts";
import type { Rule } from "../rule.ts";

/** `broken-ref`: the refs of the front matter (`related`, `prerequisites`, `lesson`, `steps`) name entries that are there. */
export const brokenRefs: Rule = function* (input) {
  const { index } = input;
  for (const entry of input.entries) {
    for (const { ref, field, type } of frontmatterRefs(entry)) {
      const { file } = entry;
      const close = ref.replace(/^([a-z]+)\s*:\s+/, "$1:");
      if (close !== ref && parseRef(close) !== undefined) {
        const problem = error("broken-ref", `“${ref}” is no ref.`, { field }, `Write ${close}, without the space.`);
        yield { file, ...mendedBy(problem, yamlText(close)) };
        continue;
      }
      const parsed = parseRef(ref);
      if (parsed === undefined) {
        const problem = error("broken-ref", `“${ref}” is no ref.`, { field }, meantRef(ref, index.refs()));
        yield { file, ...mendedBy(problem, yamlText(onlyMeantRef(ref, index.refs()))) };
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

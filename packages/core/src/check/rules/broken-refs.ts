import { error, mendedBy } from "../../compile/problem.ts";
import { yamlText } from "../../compile/yaml-text.ts";
import { parseRef } from "../../knowledge/locate.ts";
import { checkTarget } from "../entry-target.ts";
import { frontmatterRefs } from "../frontmatter-refs.ts";
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

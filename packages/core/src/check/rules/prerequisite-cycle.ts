import { error } from "../../compile/problem.ts";
import { findCycles, refsOfField } from "../find-cycles.ts";
import type { Rule } from "../rule.ts";

/** `prerequisite-cycle`: no entry is, through others, a prerequisite of itself. Told once per cycle. */
export const prerequisiteCycle: Rule = function* (input) {
  const cycles = findCycles(input, ({ frontmatter }) =>
    refsOfField("prerequisites", "prerequisites" in frontmatter ? frontmatter.prerequisites : []),
  );
  for (const { file, place, refs } of cycles) {
    const alone = refs.length === 1;
    const message = alone
      ? "This entry is its own prerequisite."
      : `These entries need each other first: ${[...refs, refs[0]].join(" → ")}.`;
    const hint = alone ? "Take it out." : "Take one of the prerequisites out, so that there is a place to begin.";
    yield { file, ...error("prerequisite-cycle", message, place, hint) };
  }
};

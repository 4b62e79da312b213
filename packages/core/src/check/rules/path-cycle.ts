import { error } from "../../compile/problem.ts";
import { findCycles, refsOfField } from "../find-cycles.ts";
import type { Rule } from "../rule.ts";

/** `path-cycle`: no path leads, through others, back into itself. Told once per cycle. */
export const pathCycle: Rule = function* (input) {
  const cycles = findCycles(input, ({ frontmatter }) =>
    refsOfField("steps", "steps" in frontmatter ? frontmatter.steps : []),
  );
  for (const { file, place, refs } of cycles) {
    const alone = refs.length === 1;
    const message = alone
      ? "This path is a step of itself."
      : `These paths lead through each other: ${[...refs, refs[0]].join(" → ")}.`;
    const hint = alone ? "Take it out." : "Take one of these steps out, so that whoever follows them arrives.";
    yield { file, ...error("path-cycle", message, place, hint) };
  }
};

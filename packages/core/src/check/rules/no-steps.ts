import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `no-steps`: a path leads somewhere, unless it is a draft; steps that are written wrong are told as that. */
export const noSteps: Rule = function* ({ entries }) {
  for (const { file, frontmatter, wrong } of entries) {
    if (!("steps" in frontmatter) || frontmatter.steps.length > 0 || frontmatter.status === "draft") continue;
    if (wrong?.includes("steps")) continue;
    const hint = "Name its steps in their order, one per line: “steps:”, then “  - lesson:crm/export-report”.";
    yield { file, ...error("no-steps", "This path has no steps.", fileStart, hint) };
  }
};

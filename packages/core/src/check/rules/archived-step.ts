import { warning } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `archived-step`: a path leads its readers to nothing that may no longer be right. An archived path leads nobody. */
export const archivedStep: Rule = function* ({ entries, index }) {
  for (const { file, location, frontmatter } of entries) {
    if (!("steps" in frontmatter) || frontmatter.status === "archived") continue;
    for (const [i, written] of frontmatter.steps.entries()) {
      const step = index.find(written.normalize("NFC"), location.locale);
      if (step?.frontmatter.status !== "archived") continue;
      yield {
        file,
        ...warning(
          "archived-step",
          `${step.location.ref} is archived, and this path still leads through it.`,
          { field: ["steps", i] },
          "Take it out, or name what took its place.",
        ),
      };
    }
  }
};

import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `step-twice`: a path leads through no entry twice, also not under a former id. */
export const stepTwice: Rule = function* ({ entries, index }) {
  for (const { file, location, frontmatter } of entries) {
    if (!("steps" in frontmatter)) continue;
    const seen = new Map<string, number>();
    for (const [i, written] of frontmatter.steps.entries()) {
      const ref = index.find(written.normalize("NFC"), location.locale)?.location.ref ?? written.normalize("NFC");
      const first = seen.get(ref);
      if (first === undefined) {
        seen.set(ref, i);
        continue;
      }
      yield {
        file,
        ...error(
          "step-twice",
          `${ref} is step ${first + 1} of this path already.`,
          { field: ["steps", i] },
          "Delete one of the two.",
        ),
        related: [{ message: `Step ${first + 1}`, place: { field: ["steps", first] } }],
      };
    }
  }
};

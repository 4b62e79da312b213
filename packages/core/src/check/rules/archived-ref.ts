import { warning } from "../../compile/problem.ts";
import { frontmatterRefs } from "../frontmatter-refs.ts";
import type { Rule } from "../rule.ts";

/** `archived-ref`: an entry names what may no longer be right, as a step for example. One that is archived itself leads nobody. */
export const archivedRefs: Rule = function* ({ entries, index }) {
  for (const entry of entries) {
    const { file, location, frontmatter } = entry;
    if (frontmatter.status === "archived") continue;
    for (const { ref, field } of frontmatterRefs(entry)) {
      const named = index.find(ref.normalize("NFC"), location.locale);
      if (named?.frontmatter.status !== "archived") continue;
      yield {
        file,
        ...warning(
          "archived-ref",
          `${named.location.ref} is archived, and this ${location.type} still names it.`,
          { field },
          "Take it out, or name what took its place.",
        ),
      };
    }
  }
};

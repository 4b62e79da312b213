import type { EntryFacts } from "../../compile/entry.ts";
import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `prerequisite-cycle`: no entry is, through others, a prerequisite of itself. Told once per cycle. */
export const prerequisiteCycle: Rule = function* (input) {
  const { index } = input;
  const done = new Set<EntryFacts>();
  for (const first of input.entries) {
    // Depth first with a stack of its own: chains may be as long as the knowledge base.
    const path: { readonly entry: EntryFacts; next: number }[] = [];
    const onPath = new Set<EntryFacts>();
    const enter = (entry: EntryFacts) => {
      path.push({ entry, next: 0 });
      onPath.add(entry);
    };
    if (!done.has(first)) enter(first);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { entry } = top;
      const refs = prerequisites(entry);
      const ref = refs[top.next];
      if (ref === undefined) {
        path.pop();
        onPath.delete(entry);
        done.add(entry);
        continue;
      }
      const place = { field: ["prerequisites", top.next] };
      top.next++;
      const target = index.find(ref.normalize("NFC"), entry.location.locale);
      if (target === undefined || done.has(target)) continue;
      if (onPath.has(target)) {
        const cycle = path
          .slice(path.findIndex((step) => step.entry === target))
          .map((step) => step.entry.location.ref);
        const alone = cycle.length === 1;
        yield {
          file: entry.file,
          ...error(
            "prerequisite-cycle",
            alone
              ? "This entry is its own prerequisite."
              : `These entries need each other first: ${[...cycle, target.location.ref].join(" → ")}.`,
            place,
            alone ? "Take it out." : "Take one of the prerequisites out, so that there is a place to begin.",
          ),
        };
      } else enter(target);
    }
  }
};

function prerequisites({ frontmatter }: EntryFacts): readonly string[] {
  return "prerequisites" in frontmatter ? frontmatter.prerequisites : [];
}

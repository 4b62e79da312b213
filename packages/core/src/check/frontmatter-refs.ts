import type { EntryFacts } from "../compile/entry.ts";
import type { EntryType } from "../model/types.ts";

/** A ref in front matter, as it is written. */
export interface FrontmatterRef {
  readonly ref: string;
  readonly field: readonly (string | number)[];
  /** What it must lead to, where that matters. */
  readonly type?: EntryType;
}

/** The refs of an entry's front matter (`related`, `prerequisites`, `steps`, `lesson`), each with its place. */
export function frontmatterRefs({ frontmatter }: Pick<EntryFacts, "frontmatter">): readonly FrontmatterRef[] {
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

import { z } from "zod";
import { commonFields, words } from "./frontmatter.ts";

/** The front matter of a path: entries to go through one after the other. */
export const pathFrontmatter = z.strictObject({
  ...commonFields,
  /** Refs of entries of any type, in their order; a path among them is gone through as a whole. */
  steps: words.default([]),
});

/** The front matter of a path, read. */
export type PathFrontmatter = z.infer<typeof pathFrontmatter>;

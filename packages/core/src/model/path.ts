import { z } from "zod";
import { type CommonFrontmatter, commonFields, words } from "./frontmatter.ts";

/** The front matter of a path, read: entries to go through one after the other. */
export interface PathFrontmatter extends CommonFrontmatter {
  /** Refs of entries of any type, in their order; a path among them is gone through as a whole. */
  steps: string[];
}

/** The schema of a path's front matter. */
export const pathFrontmatter = z.strictObject({
  ...commonFields,
  steps: words.default([]),
});

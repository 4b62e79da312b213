import { z } from "zod";
import { type CommonFrontmatter, commonFields, line } from "./frontmatter.ts";

/** The front matter of a FAQ, read; its `title` is the question. */
export interface FaqFrontmatter extends CommonFrontmatter {
  /** The short answer, as plain text; without it, the first paragraph is taken. */
  answer?: string | undefined;
  /** The group in which the FAQ index shows it. */
  category?: string | undefined;
}

/** The schema of a FAQ's front matter. */
export const faqFrontmatter = z.strictObject({
  ...commonFields,
  answer: z.string().trim().min(1).optional(),
  category: line.optional(),
});

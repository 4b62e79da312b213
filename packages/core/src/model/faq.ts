import { z } from "zod";
import { commonFields } from "./frontmatter.ts";

/** The front matter of a FAQ; its `title` is the question. */
export const faqFrontmatter = z.strictObject({
  ...commonFields,
  /** The short answer, as plain text; without it, the first paragraph is taken. */
  answer: z.string().trim().min(1).optional(),
  /** The group in which the FAQ index shows it. */
  category: z.string().trim().min(1).optional(),
});

/** The front matter of a FAQ, read. */
export type FaqFrontmatter = z.infer<typeof faqFrontmatter>;

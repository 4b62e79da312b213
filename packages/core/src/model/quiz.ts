import { z } from "zod";
import { type CommonFrontmatter, commonFields } from "./frontmatter.ts";

/** The front matter of a quiz, read. */
export interface QuizFrontmatter extends CommonFrontmatter {
  /** The share of the score that passes, 0 to 1. Default: 0.8. */
  pass: number;
  /** Whether a player may shuffle the options. Default: `true`. */
  shuffle: boolean;
  /** The ref of the lesson that it belongs to. */
  lesson?: string | undefined;
}

/** The schema of a quiz's front matter. */
export const quizFrontmatter = z.strictObject({
  ...commonFields,
  pass: z.number().min(0).max(1, "Write 80 % as 0.8.").default(0.8),
  shuffle: z.boolean().default(true),
  lesson: z.string().trim().min(1).optional(),
});

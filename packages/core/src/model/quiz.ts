import { z } from "zod";
import { commonFields } from "./frontmatter.ts";

/** The front matter of a quiz. */
export const quizFrontmatter = z.strictObject({
  ...commonFields,
  /** The share of the score that passes, 0 to 1. */
  pass: z.number().min(0).max(1, "Write 80 % as 0.8.").default(0.8),
  /** Whether a player may shuffle the options. */
  shuffle: z.boolean().default(true),
  /** The ref of the lesson that it belongs to. */
  lesson: z.string().trim().min(1).optional(),
});

/** The front matter of a quiz, read. */
export type QuizFrontmatter = z.infer<typeof quizFrontmatter>;

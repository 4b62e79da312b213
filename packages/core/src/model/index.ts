import type { z } from "zod";
import { type FaqFrontmatter, faqFrontmatter } from "./faq.ts";
import { type LessonFrontmatter, lessonFrontmatter } from "./lesson.ts";
import { type QuizFrontmatter, quizFrontmatter } from "./quiz.ts";
import type { EntryType } from "./types.ts";

/** The front matter of an entry of any type. */
export type Frontmatter = LessonFrontmatter | FaqFrontmatter | QuizFrontmatter;

/** The front matter schema of each type. */
export const frontmatterSchemas: Readonly<Record<EntryType, z.ZodObject & z.ZodType<Frontmatter>>> = {
  lesson: lessonFrontmatter,
  faq: faqFrontmatter,
  quiz: quizFrontmatter,
};

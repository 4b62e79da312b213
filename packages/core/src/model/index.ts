import type { z } from "zod";
import { type FaqFrontmatter, faqFrontmatter } from "./faq.ts";
import { type LessonFrontmatter, lessonFrontmatter } from "./lesson.ts";
import { type PathFrontmatter, pathFrontmatter } from "./path.ts";
import { type QuizFrontmatter, quizFrontmatter } from "./quiz.ts";
import { type ScenarioFrontmatter, scenarioFrontmatter } from "./scenario.ts";
import type { EntryType } from "./types.ts";

interface FrontmatterByType {
  lesson: LessonFrontmatter;
  faq: FaqFrontmatter;
  quiz: QuizFrontmatter;
  path: PathFrontmatter;
  scenario: ScenarioFrontmatter;
}

/** The front matter of an entry of a type, read. */
export type FrontmatterOf<T extends EntryType> = FrontmatterByType[T];

/** The front matter of an entry of any type. */
export type Frontmatter = FrontmatterOf<EntryType>;

/** The front matter schema of each type. */
export const frontmatterSchemas: { readonly [T in EntryType]: z.ZodObject & z.ZodType<FrontmatterOf<T>> } = {
  lesson: lessonFrontmatter,
  faq: faqFrontmatter,
  quiz: quizFrontmatter,
  path: pathFrontmatter,
  scenario: scenarioFrontmatter,
};

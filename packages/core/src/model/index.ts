import type { z } from "zod";
import { faqFrontmatter } from "./faq.ts";
import { lessonFrontmatter } from "./lesson.ts";
import { pathFrontmatter } from "./path.ts";
import { quizFrontmatter } from "./quiz.ts";
import { scenarioFrontmatter } from "./scenario.ts";
import type { EntryType } from "./types.ts";

const schemas = {
  lesson: lessonFrontmatter,
  faq: faqFrontmatter,
  quiz: quizFrontmatter,
  path: pathFrontmatter,
  scenario: scenarioFrontmatter,
};

/** The front matter of an entry of a type, read. */
export type FrontmatterOf<T extends EntryType> = z.infer<(typeof schemas)[T]>;

/** The front matter of an entry of any type. */
export type Frontmatter = FrontmatterOf<EntryType>;

/** The front matter schema of each type. */
export const frontmatterSchemas: Readonly<Record<EntryType, z.ZodObject & z.ZodType<Frontmatter>>> = schemas;

export { type Config, configSchema, defineConfig, type ResolvedConfig } from "./config/schema.ts";
export { entryUrl, localeBase, parseRef, slugSegment } from "./knowledge/locate.ts";
export type { KnowledgeBase, ListFilter, LocalKnowledgeBase, MediaFile, Redirect } from "./knowledge/types.ts";
export { type Diagnostic, type Position, type Range, type Severity, severities } from "./model/diagnostic.ts";
export { type CodeMeaning, type DiagnosticCode, diagnosticCodes } from "./model/diagnostic-codes.ts";
export type { Entry, EntrySummary, Link, Media, OutlineItem } from "./model/entry.ts";
export { type FaqFrontmatter, faqFrontmatter } from "./model/faq.ts";
export { levels, statuses } from "./model/frontmatter.ts";
export { type LessonFrontmatter, lessonFrontmatter } from "./model/lesson.ts";
export { type PathFrontmatter, pathFrontmatter } from "./model/path.ts";
export type {
  ChoiceQuestion,
  ChoicesQuestion,
  Prose,
  Question,
  QuestionKind,
  QuestionOption,
} from "./model/question.ts";
export { questionKinds } from "./model/question.ts";
export { type QuizFrontmatter, quizFrontmatter } from "./model/quiz.ts";
export {
  type Outcome,
  outcomes,
  type ScenarioBody,
  type ScenarioFrontmatter,
  type Scene,
  type SceneChoice,
  scenarioFrontmatter,
} from "./model/scenario.ts";
export { type EntryFolder, type EntryType, entryFolders, entryTypes, type Ref } from "./model/types.ts";
export { type Grade, grade, type OptionFeedback, type Responses } from "./quiz/grade.ts";
export { type Evaluation, evaluate, type Miss } from "./search/evaluate.ts";
export type { GoldenQuestion } from "./search/golden-questions.ts";

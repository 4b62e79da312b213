export { h } from "hastscript";
export { z } from "zod";
export type { DrawContext } from "./compile/blocks/block.ts";
export { type Drawn, defineBlock, type OwnBlock, type OwnElement } from "./compile/blocks/own-block.ts";
export type {
  BudgetConfig,
  Config,
  Labelled,
  LocaleConfig,
  NavConfig,
  NavLinkConfig,
  OpenGraphConfig,
  OutputConfig,
  SearchConfig,
  SlotsConfig,
  ThemeConfig,
  WrittenText,
} from "./config/config.ts";
export { type LocalText, roleLabel, type ShownText, showText, siteTexts, tagLabel } from "./config/local-text.ts";
export { isNamedPlace, type NavItemConfig, navTargets } from "./config/nav.ts";
export {
  type ConfigWith,
  configSchema,
  defineConfig,
  type Output,
  type ResolvedConfig,
} from "./config/schema.ts";
export { type SlotName, slotNames } from "./config/slots.ts";
export { entryUrl, localeBase, parseRef, slugSegment } from "./knowledge/locate.ts";
export { pathMinutes, pathSteps } from "./knowledge/path-steps.ts";
export type { KnowledgeBase, ListFilter, LocalKnowledgeBase, MediaFile, Redirect } from "./knowledge/types.ts";
export type { OwnTexts, Plural, ShownPlural, ShownTexts, Texts } from "./locale/texts.ts";
export { type TextSetting, textsOf } from "./locale/texts-of.ts";
export { mostPixels } from "./media/media-facts.ts";
export {
  type Diagnostic,
  type Fix,
  type Position,
  type Range,
  type Severity,
  severities,
  type TextEdit,
} from "./model/diagnostic.ts";
export { type CodeMeaning, type DiagnosticCode, diagnosticCodes } from "./model/diagnostic-codes.ts";
export type { Entry, EntrySummary, Link, Media, OutlineItem } from "./model/entry.ts";
export { type FaqFrontmatter, faqFrontmatter } from "./model/faq.ts";
export { type CommonFrontmatter, levels, statuses } from "./model/frontmatter.ts";
export { type LessonFrontmatter, lessonFrontmatter } from "./model/lesson.ts";
export type { FieldsOf, FieldTypes, FieldValues, NoFields, OwnFields } from "./model/own-fields.ts";
export { type PathFrontmatter, pathFrontmatter } from "./model/path.ts";
export type {
  AcceptedText,
  ChoiceQuestion,
  ChoicesQuestion,
  ClozeQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  Prose,
  Question,
  QuestionItem,
  QuestionKind,
  QuestionOf,
  QuestionOption,
  Strictness,
  TextQuestion,
} from "./model/question.ts";
export { questionKinds, strictnesses } from "./model/question.ts";
export { type QuizFrontmatter, quizFrontmatter } from "./model/quiz.ts";
export { reviewDue } from "./model/review-due.ts";
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
export { grade } from "./quiz/grade.ts";
export type {
  ChoiceGrade,
  ClozeGrade,
  Gradable,
  Gradables,
  Grade,
  Grades,
  MatchGrade,
  OptionFeedback,
  OrderGrade,
  Responses,
} from "./quiz/grades.ts";
export { type Evaluation, evaluate, type Miss } from "./search/evaluate.ts";
export type { GoldenQuestion } from "./search/golden-questions.ts";

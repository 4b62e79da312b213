export { type TextCoverage, type TranslateOptions, textCoverage, textsToTranslate } from "../locale/to-translate.ts";
export { type ImportContent, importContent } from "./import/import-content.ts";
export type { ImportNote } from "./import/markdown/pen.ts";
export type { ImportedEntry, ImportProblem, ImportReport } from "./import/report.ts";
export { frontMatterJsonSchema } from "./init/front-matter-schema.ts";
export { type Initialise, type Initialised, initialise, type Proposal, propose } from "./init/initialise.ts";
export { type MoveContent, type MovedContent, moveContent, type RewrittenPlace } from "./move/move-content.ts";
export { type IdProblem, readId, readType, titleOf, toShortName } from "./names.ts";
export { type CreatedEntry, createEntry, type NewEntry } from "./new-entry.ts";

export { formatGithub } from "./check/report/github.ts";
export { formatJson } from "./check/report/json.ts";
export { formatFixed, formatPretty, type PrettyOptions } from "./check/report/pretty.ts";
export type { ReportPaths } from "./check/report/report-paths.ts";
export { formatSarif, type SarifOptions } from "./check/report/sarif.ts";
export { type CheckSummary, summarise } from "./check/report/summary.ts";
export { type LoadedConfig, loadConfig } from "./config/load.ts";
export { SetupError } from "./config/setup-error.ts";
export { type Diff, diffKnowledgeBase } from "./diff/diff.ts";
export type { EntryChange, QuestionChange } from "./diff/entry-change.ts";
export { type FormatDiffOptions, formatDiff } from "./diff/format-diff.ts";
export { type FinishedChanges, finishChanges } from "./files/change-files.ts";
export { lock, type Release, tryLock } from "./files/lock.ts";
export { requirePrivateFolder } from "./files/private-folder.ts";
export { ContentError } from "./knowledge/content-error.ts";
export { type FixedMistake, type FixResult, fixKnowledgeBase, type UnfixedFile } from "./knowledge/fix.ts";
export { type GoldenQuestions, loadGoldenQuestions } from "./knowledge/golden-file.ts";
export {
  type CheckOptions,
  type CheckResult,
  checkKnowledgeBase,
  type LoadedSites,
  type LoadOptions,
  loadKnowledgeBase,
  loadSites,
  type ReadOptions,
} from "./knowledge/load.ts";
export { openSite, type Site } from "./knowledge/open-site.ts";
export type { LocalKnowledgeBase } from "./knowledge/types.ts";
export {
  type WatchCheckOptions,
  type Watched,
  type WatchedCheck,
  type WatchOptions,
  watchCheck,
  watchKnowledgeBase,
} from "./knowledge/watch.ts";

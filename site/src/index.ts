export { type BuildOptions, type BuildSummary, buildSite } from "./driver/build.ts";
export { type Failure, type FailureKind, failure, failureFromSystem, failureKind } from "./driver/failure.ts";
export { restoreOutput } from "./driver/output.ts";

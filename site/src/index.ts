export { type BuildOptions, type BuildSummary, buildSites, type SiteToBuild } from "./driver/build.ts";
export { type DevOptions, startDev } from "./driver/dev.ts";
export { type Failure, type FailureKind, failure, failureFromSystem, failureKind } from "./driver/failure.ts";
export { restoreOutput } from "./driver/output.ts";
export { type PreviewOptions, startPreview } from "./driver/preview.ts";
export type { RunningServer } from "./driver/running-server.ts";
export type { SlotProps } from "./view/slot.ts";

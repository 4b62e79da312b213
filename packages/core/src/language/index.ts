export { type Completion, complete } from "./complete.ts";
export { type Definition, define } from "./define.ts";
export { type Hover, hover } from "./hover.ts";
export { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";

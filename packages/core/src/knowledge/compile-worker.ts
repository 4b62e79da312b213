import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";
import type { ThreadSetting } from "./compile-thread.ts";

// Where a thread begins. Node keeps compiled code between runs for the thread that asked for it, which the command does;
// others have to ask themselves, before they load anything.
const { keepsCode } = workerData as ThreadSetting;
if (keepsCode) enableCompileCache();
await import("./compile-thread.ts");

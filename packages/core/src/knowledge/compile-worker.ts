import { parentPort, workerData } from "node:worker_threads";
import { type CompileSetting, compileSource, type LocatedFile } from "./source-file.ts";

// A thread that compiles the files it is sent, a batch a message, and sends them back packed.
const port = parentPort;
const setting = workerData as CompileSetting;
port?.on("message", async (files: readonly LocatedFile[]) => {
  const packed = [];
  for (const file of files) packed.push(await compileSource(file, setting));
  port.postMessage(packed);
});

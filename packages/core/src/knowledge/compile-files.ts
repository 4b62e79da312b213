import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { CompiledSource, ThreadSetting } from "./compile-thread.ts";
import type { PackedFile } from "./known-file.ts";
import { type CompileSetting, compileSource, type LocatedFile } from "./source-file.ts";

/** Starting threads takes as long as compiling about this many files. */
const fewFiles = 300;

/** Smaller than it need be, so that no thread is left with much to do when the others have ended. */
const batchSize = 20;

/** While this thread compiles it hears nothing: a thread that has to ask for more has the next batch already. */
const batchesAhead = 2;

/** Threads share the parser's and the garbage collector's memory; more than four gain little. */
const mostThreads = 4;

/** Compiles files, many of them on all cores; tells each as it is done, in no particular order. */
export async function compileFiles(
  files: readonly LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  const waiting = [...files];
  const helpers = files.length > fewFiles ? Math.min(availableParallelism(), mostThreads) - 1 : 0;
  const threads = Array.from({ length: helpers }, () => workThrough(waiting, setting, done));
  await Promise.all([...threads, compileHere(waiting, setting, done)]);
  // What a thread gave back that could not be started here, or died.
  await compileHere(waiting, setting, done);
}

/** Takes files from `waiting` until it is empty; between them, messages of the threads are heard. */
async function compileHere(
  waiting: LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  for (let file = waiting.pop(), i = 1; file !== undefined; file = waiting.pop(), i++) {
    done(file.file, await compileSource(file, setting));
    if (i % 10 === 0) await nextTurn();
  }
}

/** A thread of its own that takes batches from `waiting` until it is empty. */
function workThrough(
  waiting: LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const { code, readPartial, ...data } = setting;
    const worker = new Worker(workerUrl(), {
      workerData: {
        ...data,
        codeVersion: code.version,
        keepsCode: getCompileCacheDir() !== undefined,
      } satisfies ThreadSetting,
      // Parsing makes many short-lived objects; room for them saves most of the collecting.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    const sent = new Map<string, LocatedFile>();
    const send = () => {
      const batch = waiting.splice(-batchSize);
      for (const file of batch) sent.set(file.file, file);
      if (batch.length > 0) worker.postMessage(batch);
    };
    const endIfDone = () => {
      if (sent.size === 0) void worker.terminate().then(() => resolve());
    };
    worker.on("message", (compiled: readonly CompiledSource[]) => {
      send();
      for (const { file, packed } of compiled) {
        sent.delete(file);
        done(file, packed);
      }
      endIfDone();
    });
    worker.on("error", () => {
      waiting.push(...sent.values());
      resolve();
    });
    for (let i = 0; i < batchesAhead; i++) send();
    endIfDone();
  });
}

/** The thread's program stands beside this one, built or not. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./compile-worker.ts" : "./compile-worker.js", import.meta.url);
}

import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { PackedFile } from "./known-file.ts";
import { type CompileSetting, compileSource, type LocatedFile } from "./source-file.ts";

/** Starting threads takes as long as compiling about this many files. */
const fewFiles = 300;

const batchSize = 50;

/** Threads share the parser's and the garbage collector's memory; more than four gain little. */
const mostThreads = 4;

/** Compiles files, many of them on all cores; tells each as it is done, in no particular order. */
export async function compileFiles(
  files: readonly LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  const waiting = [...files];
  if (files.length > fewFiles) await compileOnThreads(waiting, setting, done);
  // Few files, or what threads left over because they could not be started here.
  for (const [i, file] of waiting.entries()) {
    done(file.file, await compileSource(file, setting));
    if (i % batchSize === 0) await nextTurn();
  }
}

/** Takes batches from `waiting` until it is empty, or until no thread is left to work on them. */
async function compileOnThreads(
  waiting: LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  const threads = Math.min(availableParallelism(), mostThreads, Math.ceil(waiting.length / batchSize));
  await Promise.all(Array.from({ length: threads }, () => workThrough(waiting, setting, done)));
}

function workThrough(
  waiting: LocatedFile[],
  setting: CompileSetting,
  done: (file: string, packed: PackedFile) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(workerUrl(), {
      workerData: setting,
      // Parsing makes many short-lived objects; room for them saves most of the collecting.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    let batch: readonly LocatedFile[] = [];
    const next = () => {
      batch = waiting.splice(-batchSize);
      if (batch.length > 0) worker.postMessage(batch);
      else void worker.terminate().then(() => resolve());
    };
    worker.on("message", (packed: readonly PackedFile[]) => {
      for (const [i, one] of packed.entries()) {
        const file = batch[i];
        if (file !== undefined) done(file.file, one);
      }
      next();
    });
    worker.on("error", () => {
      waiting.push(...batch);
      resolve();
    });
    next();
  });
}

/** The thread's program stands beside this one, built or not. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./compile-worker.ts" : "./compile-worker.js", import.meta.url);
}

import { Worker } from "node:worker_threads";
import { type FileToWrite, writeFiles } from "./write-files.ts";
import type { Written } from "./write-thread.ts";

/** Writes files, many of them while its caller goes on. */
export interface FileWriter {
  /** Writes a file, now or later, unless there is one already. Throws where the system refuses; `settled` does, where it refused later. */
  readonly write: (file: string, content: string | Uint8Array) => void;
  /** Waits until there is room for more. */
  readonly room: () => Promise<void>;
  /** Waits until all is written; returns the files that were there already. */
  readonly settled: () => Promise<readonly string[]>;
  /** Ends what it began. */
  readonly close: () => Promise<void>;
}

/** Starting a thread takes as long as writing about as many files. */
const fewFiles = 300;

const batchSize = 32;

/** More batches than these wait in memory for nothing. */
const mostWaiting = 4;

/** Opens a writer; the first files it writes at once, and for many it starts a thread. */
export function openFileWriter(): FileWriter {
  const folders = new Set<string>();
  const there: string[] = [];
  let count = 0;
  let thread: WriteThread | undefined;
  let batch: FileToWrite[] = [];
  const send = () => {
    thread ??= startThread((files) => there.push(...files));
    if (batch.length > 0) thread.send(batch);
    batch = [];
  };
  return {
    write(file, content) {
      if (count++ < fewFiles) there.push(...writeFiles([{ file, content }], folders));
      else if (batch.push({ file, content: whole(content) }) === batchSize) send();
    },
    async room() {
      await thread?.waiting(mostWaiting);
    },
    async settled() {
      if (batch.length > 0) send();
      await thread?.waiting(0);
      return there;
    },
    async close() {
      await thread?.end();
    },
  };
}

/** What is sent to a thread takes the memory along that it is a part of. */
function whole(content: string | Uint8Array): string | Uint8Array {
  return typeof content === "string" || content.buffer.byteLength === content.length
    ? content
    : new Uint8Array(content);
}

interface WriteThread {
  readonly send: (files: readonly FileToWrite[]) => void;
  /** Waits until at most so many batches wait; rejects when one could not be written. */
  readonly waiting: (batches: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

function startThread(onThere: (files: readonly string[]) => void): WriteThread {
  const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  // Little is alive in it at any time, and it would otherwise let garbage grow to 100 MB.
  const resourceLimits = { maxYoungGenerationSizeMb: 4 };
  const worker = new Worker(new URL(`./write-thread${ending}`, import.meta.url), { resourceLimits });
  let waiting = 0;
  let failed: { readonly error: unknown } | undefined;
  const waiters: (() => void)[] = [];
  const wake = () => {
    for (const waiter of waiters.splice(0)) waiter();
  };
  const fail = (error: unknown) => {
    failed ??= { error };
    wake();
  };
  worker.on("message", (written: Written) => {
    waiting--;
    if ("error" in written) fail(Object.assign(new Error(), written.error));
    else onThere(written.there);
    wake();
  });
  worker.on("error", fail);
  return {
    send(files) {
      waiting++;
      worker.postMessage(files);
    },
    async waiting(batches) {
      while (failed === undefined && waiting > batches) {
        await new Promise<void>((resolve) => waiters.push(resolve));
      }
      if (failed !== undefined) throw failed.error;
    },
    async end() {
      await worker.terminate();
    },
  };
}

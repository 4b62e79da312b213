import { Worker } from "node:worker_threads";
import { type FileToWrite, writeFiles } from "./write-files.ts";
import type { Written } from "./write-thread.ts";

/** Writes files, many of them while its caller goes on. */
export interface FileWriter {
  /**
   * Writes a file, now or later, unless there is one already; bytes that own their memory are the writer's from then on.
   * Throws where the system refuses; `settled` does, where it refused later.
   */
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
  let batch: FileToSend[] = [];
  const send = () => {
    thread ??= startThread((files) => there.push(...files));
    if (batch.length > 0) thread.send(batch);
    batch = [];
  };
  return {
    write(file, content) {
      if (count++ < fewFiles) there.push(...writeFiles([{ file, content }], folders));
      else if (batch.push(toSend({ file, content })) === batchSize) send();
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

/** A file on its way to the thread: its bytes, if it has any, fill the memory that they are in, which goes along. */
interface FileToSend extends FileToWrite {
  readonly content: string | Uint8Array<ArrayBuffer>;
}

function toSend({ file, content }: FileToWrite): FileToSend {
  if (typeof content === "string") return { file, content };
  const { buffer } = content;
  const owns = buffer instanceof ArrayBuffer && buffer.byteLength === content.length;
  return { file, content: owns ? new Uint8Array(buffer) : new Uint8Array(content) };
}

interface WriteThread {
  readonly send: (files: readonly FileToSend[]) => void;
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
      // Bytes are handed over, not copied: nobody here needs what it had written.
      worker.postMessage(
        files,
        files.flatMap(({ content }) => (typeof content === "string" ? [] : [content.buffer])),
      );
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

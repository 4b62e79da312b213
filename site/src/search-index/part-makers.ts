import { Worker } from "node:worker_threads";
import type { SearchRecord } from "@knowhow/core/search";
import { beginPart, endPagefind, type PartMaker } from "./make-part.ts";
import type { PackedPart } from "./packed-part.ts";

/** Makes the parts of an index, one at a time. */
export interface PartMakers {
  /** Begins a part that gets about so many records; `language` is the one under which Pagefind keeps it. */
  readonly begin: (language: string, records: number) => Promise<PartMaker>;
  /** Ends what was started for it. */
  readonly end: () => Promise<void>;
}

/** What the thread is asked for, in this order for each part: to begin it, to add records, to finish it; at last, to end. */
export type PartRequest =
  | { readonly language: string }
  | { readonly records: readonly SearchRecord[] }
  | { readonly finish: true }
  | { readonly end: true };

/** What it answers: to each but the beginning, one. */
export type PartResponse =
  | { readonly added: true }
  | { readonly packed: PackedPart }
  | { readonly ended: true }
  | { readonly error: string };

/** Starting a thread takes as long as feeding about this many records. */
const fewRecords = 500;

/** As many messages with records may wait, some 5 MB: the thread should have work while a page takes its time here. */
const mostWaiting = 64;

/** Makes small parts here, and large ones in a thread of their own, beside the pages that are rendered here. */
export function openPartMakers(): PartMakers {
  let thread: PartThread | undefined;
  return {
    async begin(language, records) {
      if (records < fewRecords) return beginPart(language);
      thread ??= startThread();
      return thread.begin(language);
    },
    async end() {
      await Promise.all([endPagefind(), thread?.end()]);
    },
  };
}

interface PartThread {
  readonly begin: (language: string) => PartMaker;
  readonly end: () => Promise<void>;
}

function startThread(): PartThread {
  const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  // It passes on what it gets, and would otherwise let garbage grow to 100 MB.
  const resourceLimits = { maxYoungGenerationSizeMb: 16 };
  const worker = new Worker(new URL(`./part-thread${ending}`, import.meta.url), { resourceLimits });
  const waiting: { readonly resolve: (response: PartResponse) => void; readonly reject: (error: unknown) => void }[] =
    [];
  let failed: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failed ??= { error };
    for (const { reject } of waiting.splice(0)) reject(failed.error);
  };
  worker.on("message", (response: PartResponse) => {
    if ("error" in response) fail(new Error(response.error));
    else waiting.shift()?.resolve(response);
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that makes the search index has ended.")));
  const ask = (request: PartRequest): Promise<PartResponse> => {
    if (failed !== undefined) return Promise.reject(failed.error);
    const response = new Promise<PartResponse>((resolve, reject) => waiting.push({ resolve, reject }));
    worker.postMessage(request);
    return response;
  };
  return {
    begin(language) {
      worker.postMessage({ language } satisfies PartRequest);
      const added: Promise<unknown>[] = [];
      return {
        async add(records) {
          const one = ask({ records });
          // Told to whoever waits for it, or else by `finish`.
          one.catch(() => undefined);
          added.push(one);
          await added[added.length - mostWaiting];
        },
        async finish() {
          const response = await ask({ finish: true });
          if (!("packed" in response)) throw new Error("The thread that makes the search index answered out of turn.");
          return response.packed;
        },
      };
    },
    async end() {
      if (failed === undefined) await ask({ end: true });
      await worker.terminate();
    },
  };
}

import type { Site } from "../site.ts";
import type { SearchSource } from "./source.ts";
import type { WorkerAnswer, WorkerCall, WorkerResult } from "./worker-messages.ts";

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Has a worker search the site that the page belongs to, in the page's language. */
export function workerSource({ base, locale }: Site): SearchSource {
  let worker: Worker | undefined;
  let calls = 0;
  const waiting = new Map<number, Waiting>();

  const failAll = (): void => {
    for (const { reject } of waiting.values()) reject(new Error("The search could not be loaded."));
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data: { id, result, failed } }: MessageEvent<WorkerAnswer>) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (failed) reject?.(new Error("The search failed."));
      else resolve?.(result);
    });
    // Its script could not be loaded; the next call tries anew.
    started.addEventListener("error", () => {
      worker = undefined;
      started.terminate();
      failAll();
    });
    started.postMessage({ method: "open", site: { base, locale } } satisfies WorkerCall);
    return started;
  };

  const call = <M extends keyof SearchSource>(
    method: M,
    asked?: Parameters<SearchSource[M]>[0],
  ): Promise<WorkerResult<M>> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      calls += 1;
      // The worker hands on what the method of the same name gives.
      waiting.set(calls, { resolve: (result) => resolve(result as WorkerResult<M>), reject });
      worker.postMessage({ id: calls, method, asked });
    });

  return {
    prepare: () => call("prepare").catch(() => {}),
    suggest: (typed) => call("suggest", typed),
    search: (request) => call("search", request),
    answer: (question) => call("answer", question),
  };
}

import type { Site } from "../site.ts";
import type { SearchRequest, SearchSource } from "./source.ts";

/** What a page tells the worker that searches for it. */
export type WorkerCall =
  | { readonly method: "open"; readonly site: Pick<Site, "base" | "locale"> }
  | ({ readonly id: number } & (
      | { readonly method: "prepare"; readonly asked?: undefined }
      | { readonly method: "suggest" | "answer"; readonly asked: string }
      | { readonly method: "search"; readonly asked: SearchRequest }
    ));

/** What the worker answers to the call with the same id. */
export interface WorkerAnswer {
  readonly id: number;
  /** What the method of `SearchSource` resolves with. */
  readonly result?: unknown;
  /** Whether it rejects. */
  readonly failed?: true;
}

/** What a method of the source resolves with. */
export type WorkerResult<M extends keyof SearchSource> = Awaited<ReturnType<SearchSource[M]>>;

import type { IncomingMessage, ServerResponse } from "node:http";
import type { LocalKnowledgeBase } from "@knowhow/core";
import { makeSearchIndex } from "../search-index/build-index.ts";
import type { IndexFile } from "../search-index/packed-part.ts";
import { openPartCache } from "../search-index/part-cache.ts";
import { codeVersion } from "./packages.ts";

/** After an edit the index waits this long for the next one, in milliseconds: the page comes first. */
const settle = 1_000;

/** The search index of a site that is being edited, in memory. */
export interface DevSearch {
  /** Makes the index anew, soon. */
  readonly update: (kb: LocalKnowledgeBase) => void;
  /** Answers a request for a file of the index, waiting for the first index; false where it is none. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly close: () => void;
}

/**
 * Keeps a search index that follows the content; `folder` is that of the cache of its parts. `onError` hears of an index
 * that could not be made.
 */
export function createDevSearch(folder: string, onError: (error: unknown) => void): DevSearch {
  const cache = openPartCache(folder);
  let files = new Map<string, Uint8Array>();
  let waiting: LocalKnowledgeBase | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = async () => {
    for (let kb = waiting; kb !== undefined; kb = waiting) {
      waiting = undefined;
      try {
        const made = new Map<string, Uint8Array>();
        const onFile = ({ path, content }: IndexFile) => void made.set(path, content);
        await makeSearchIndex({ kb, cache, code: await codeVersion(), onFile });
        files = made;
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  };
  const start = () => {
    running ??= run();
  };

  return {
    update: (kb) => {
      const isFirst = files.size === 0;
      waiting = kb;
      clearTimeout(timer);
      timer = setTimeout(start, isFirst ? 0 : settle);
    },
    serve: async (request, response) => {
      const path = /^\/pagefind\/([^?]+)/.exec(request.url ?? "")?.[1];
      if (path === undefined) return false;
      if (files.size === 0) {
        start();
        await running;
      }
      const content = files.get(path);
      if (content === undefined) return false;
      response.writeHead(200, { "Content-Type": typeOf(path), "Cache-Control": "no-store" }).end(content);
      return true;
    },
    close: () => {
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}

function typeOf(path: string): string {
  if (path.endsWith(".js")) return "text/javascript";
  if (path.endsWith(".css")) return "text/css";
  return path.endsWith(".json") ? "application/json" : "application/octet-stream";
}

import { hash } from "node:crypto";
import type { SiteWriter } from "../driver/former-site.ts";
import { type IndexOptions, makeSearchIndex } from "./build-index.ts";

/** Writes the search index of a knowledge base; returns the number of results in it. */
export async function writeSearchIndex(writer: SiteWriter, options: Omit<IndexOptions, "onFile">): Promise<number> {
  return makeSearchIndex({
    ...options,
    onFile: ({ path, content }) => {
      const key = hash("sha1", content);
      if (!writer.take(path, key)) writer.write(path, content, key);
    },
  });
}

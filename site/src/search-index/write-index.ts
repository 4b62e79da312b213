import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type IndexOptions, makeSearchIndex } from "./build-index.ts";

/** Writes the search index of a knowledge base to `folder`; returns the number of results in it. */
export async function writeSearchIndex(folder: string, options: Omit<IndexOptions, "onFile">): Promise<number> {
  const made = new Set<string>();
  return makeSearchIndex({
    ...options,
    onFile: ({ path, content }) => {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      // Thousands of small files: without promises each costs a quarter of the time.
      writeFileSync(file, content);
    },
  });
}

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const stateName = "knowhow.json";

/** Astro's own cache, as far as it can be trusted. */
export interface AstroCache {
  /** Says that the build came to its end: what it left may be used by the next. */
  readonly keep: () => Promise<void>;
}

/**
/**
 * Opens the cache of rendered pages in `folder`; `code` names all code that pages are made with, or that they load. A
 * build that was killed may have written pages that Astro's list of them does not know, and a new version may render
 * others: then it starts empty.
 */
export async function openAstroCache(folder: string, code: string): Promise<AstroCache> {
  const file = join(folder, stateName);
  // Pages name the browser's code by its hash, and Astro does not see that it has changed.
  const state = JSON.stringify({ code });
  if ((await readFile(file, "utf8").catch(() => "")) !== state) await rm(folder, { recursive: true, force: true });
  else await rm(file);
  await mkdir(folder, { recursive: true });
  return { keep: () => writeFile(file, state) };
}

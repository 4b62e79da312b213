import { join } from "node:path";

/** Knowhow's own folder in a knowledge base, and what lies in it; absolute paths. */
export interface PrivateFolders {
  readonly folder: string;
  /** What may be kept from one run to the next. */
  readonly cache: string;
  /** The parts of the search index, within the cache. */
  readonly searchCache: string;
  /** The pictures that have been drawn for shared addresses. */
  readonly imageCache: string;
  /** Smaller copies of the content's pictures, within the cache. */
  readonly mediaCache: string;
  /** The workplace of a build; gone when it is over. */
  readonly build: string;
  /** Held by the process that builds. */
  readonly lockFile: string;
  /** Names the site that is being swapped. */
  readonly journal: string;
}

/** The private folders of the knowledge base in `root`. */
export function privateFolders(root: string): PrivateFolders {
  const folder = join(root, ".knowhow");
  return {
    folder,
    cache: join(folder, "cache"),
    searchCache: join(folder, "cache", "search"),
    mediaCache: join(folder, "cache", "media"),
    imageCache: join(folder, "cache", "share"),
    build: join(folder, "build"),
    lockFile: join(folder, "build.lock"),
    journal: join(folder, "swap.json"),
  };
}

import { join } from "node:path";

/** Knowhow's own folder in a knowledge base, and what lies in it; absolute paths. */
export interface PrivateFolders {
  readonly folder: string;
  /** What may be kept from one run to the next. */
  readonly cache: string;
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
    build: join(folder, "build"),
    lockFile: join(folder, "build.lock"),
    journal: join(folder, "swap.json"),
  };
}

/** What is kept of a site from one build to the next; absolute paths. */
export interface SiteCaches {
  /** Astro's own cache: pictures of the owner's pages. */
  readonly astro: string;
  /** The list of the site's files, with what they were made from. */
  readonly list: string;
  /** The parts of the search index. */
  readonly search: string;
  /** The pictures that have been drawn for shared addresses. */
  readonly images: string;
  /** Smaller copies of the content's pictures, for all sites. */
  readonly media: string;
}

/** The caches of the site `name` of the knowledge base in `root`; what is forgotten when one site no longer needs it, each has for itself. */
export function siteCaches(root: string, name: string | undefined): SiteCaches {
  const { cache } = privateFolders(root);
  const folder = name === undefined ? cache : join(cache, "sites", name);
  return {
    astro: join(folder, "astro"),
    list: join(folder, "site.list"),
    search: join(folder, "search"),
    images: join(folder, "share"),
    media: join(cache, "media"),
  };
}

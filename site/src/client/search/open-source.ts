import type { Site } from "../site.ts";
import type { SearchSource } from "./source.ts";
import { workerSource } from "./worker-source.ts";

let opened: SearchSource | undefined;

/** The one source that all search of a page shares: the dialog, the suggestions and the search page. */
export function openSource(site: Site): SearchSource {
  opened ??= workerSource(site);
  return opened;
}

export { fragmentKeys, type IndexFile } from "./fragment-keys.ts";
export { connectSiteSearch, openSiteSearch } from "./open-site-search.ts";
export { type ReadIndex, runPagefind } from "./run-pagefind.ts";

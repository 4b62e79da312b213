export { connectSiteSearch, type OpenOptions, openSiteSearch } from "./open-site-search.ts";
export { type ReadIndex, runPagefind } from "./run-pagefind.ts";

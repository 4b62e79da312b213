export { feedFile } from "./feed.ts";
export type { PublishedFile } from "./published-file.ts";
export { robotsFile, type SitemapPage, sitemapFiles, type Translation } from "./sitemap.ts";

export { type EntryFact, type EntryHead, type EntryStep, entryMarkdown, markdownUrl } from "./entry-markdown.ts";
export { feedFile, hasFeed } from "./feed.ts";
export { type LlmsTexts, llmsFile } from "./llms.ts";
export { withPrefixedIds } from "./prefixed-ids.ts";
export type { PublishedFile } from "./published-file.ts";
export { shortAnswer, wholeAnswer } from "./short-answer.ts";
export { robotsFile, type SitemapPage, sitemapFiles, type Translation } from "./sitemap.ts";

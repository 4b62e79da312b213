import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { feedFile } from "@knowhow/core/publish";
import type { SiteFile } from "./site-file.ts";

/** What makes files of a knowledge base; a new kind of file is one more here. */
const makers: readonly ((kb: LocalKnowledgeBase) => readonly SiteFile[])[] = [feeds];

/** All files that a site serves beside its pages, media and search index, but those that tell which pages there are. */
export function siteFiles(kb: LocalKnowledgeBase): readonly SiteFile[] {
  return makers.flatMap((filesOf) => filesOf(kb));
}

function feeds(kb: LocalKnowledgeBase): readonly SiteFile[] {
  const { site, locales } = kb.config;
  if (site === undefined) return [];
  return Object.keys(locales).map((locale) => {
    const { path, text } = feedFile(kb, locale, site);
    return { path, make: async () => text };
  });
}

import { type Ref, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { feedFile, llmsFile, type PublishedFile } from "@knowhow/core/publish";
import { imageFiles } from "../share-image/make-images.ts";
import { homeUrl } from "../view/urls.ts";
import { markdownPages } from "./markdown-pages.ts";
import type { SiteFile } from "./site-file.ts";

/** What makes files of a knowledge base; a new kind of file is one more here. */
const makers: readonly ((setting: SiteFileSetting) => readonly SiteFile[])[] = [feeds, llms, markdownPages, imageFiles];

/** What files are made with. */
export interface SiteFileSetting {
  readonly kb: LocalKnowledgeBase;
  /** Names what the page of an entry shows in a locale, and the code that shows it. */
  readonly entryKey: (ref: Ref, locale: string) => string;
  /** The folder in which drawn pictures are kept. */
  readonly imageCache: string;
}

/** All files that a site serves beside its pages, media and search index, but those that tell which pages there are. */
export function siteFiles(setting: SiteFileSetting): readonly SiteFile[] {
  return makers.flatMap((filesOf) => filesOf(setting));
}

function feeds({ kb }: SiteFileSetting): readonly SiteFile[] {
  const { site } = kb.config;
  if (site === undefined) return [];
  return Object.keys(kb.config.locales).flatMap((locale) => {
    const file = feedFile(kb, locale, site);
    return file === undefined ? [] : [{ path: file.path, make: async () => file.text }];
  });
}

function llms({ kb }: SiteFileSetting): readonly SiteFile[] {
  return inEachLocale("llms.txt", kb, (locale) => llmsFile(kb, locale, textsOf(locale, kb.config)));
}

function inEachLocale(
  name: string,
  { config }: LocalKnowledgeBase,
  make: (locale: string) => PublishedFile,
): readonly SiteFile[] {
  return Object.keys(config.locales).map((locale) => ({
    path: homeUrl(locale, config).slice(config.base.length) + name,
    make: async () => make(locale).text,
  }));
}

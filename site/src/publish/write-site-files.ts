import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { robotsFile, sitemapFiles } from "@knowhow/core/publish";
import type { SiteWriter } from "../driver/former-site.ts";
import type { BuiltPage } from "../driver/page-rendering.ts";
import { unlistedPatterns } from "../routes/table.ts";
import { forgetOtherImages } from "../share-image/make-images.ts";
import { absoluteUrl } from "../view/urls.ts";
import type { SiteFile } from "./site-file.ts";
import { type SiteFileSetting, siteFiles } from "./site-files.ts";
import { sitemapPages } from "./sitemap-pages.ts";

/** A site whose pages have been built. */
export interface SiteWithPages extends SiteFileSetting {
  /** The folder that it lies in. */
  readonly folder: string;
  /** Writes into that folder. */
  readonly writer: SiteWriter;
  readonly pages: readonly BuiltPage[];
}

/**
 * Writes what a site serves beside its pages into its folder. A file that is there already, because the owner has one
 * of that name in `public/` or makes it with a page, stays as it is.
 */
export async function writeSiteFiles({ folder, writer, pages, ...setting }: SiteWithPages): Promise<void> {
  const files = [...siteFiles(setting), ...pageLists(setting.kb, folder, pages)][Symbol.iterator]();
  const writeSome = async () => {
    for (const { path, key, make } of files) {
      if (key === undefined || !writer.take(path, key)) writer.write(path, await make(), key);
      await writer.room();
    }
  };
  // Pictures are drawn on other threads.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, writeSome));
  await forgetOtherImages(setting.kb, setting.imageCache);
}

/** The sitemap, and where it is told. */
function pageLists(kb: LocalKnowledgeBase, folder: string, pages: readonly BuiltPage[]): readonly SiteFile[] {
  const { base, locales, defaultLocale } = kb.config;
  const home = absoluteUrl(base, kb.config);
  if (home === undefined) return [];
  const unlisted = unlistedPatterns(Object.keys(locales).filter((locale) => locale !== defaultLocale));
  const urls = pages
    .filter((page) => !unlisted.has(page.pattern) && !(page.owners && asksToStayOut(folder, page.path)))
    .map(({ path }) => base + path);
  // Robots ask the root of a host only.
  const robots = base === "/" ? [robotsFile(home)] : [];
  return [...sitemapFiles(sitemapPages(kb, urls), home), ...robots].map(({ path, text }) => ({
    path,
    make: async () => text,
  }));
}

/** Whether a page of the owner's says that search engines are to leave it out. */
function asksToStayOut(folder: string, path: string): boolean {
  const html = readFileSync(join(folder, path, "index.html"), "utf8");
  return /<meta\b[^>]*\bname=["']?robots["']?[^>]*>/i.exec(html)?.[0].toLowerCase().includes("noindex") ?? false;
}

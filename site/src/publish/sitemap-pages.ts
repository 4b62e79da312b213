import type { EntrySummary, ResolvedConfig } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { SitemapPage } from "@knowhow/core/publish";
import { catalogueOf } from "../view/catalogue.ts";
import { writtenTranslations } from "../view/entry-page.ts";
import { translationsOf } from "../view/translations.ts";
import { absoluteUrl, homeUrl } from "../view/urls.ts";

/**
 * The pages of a site that search engines should know, by address: of the entries those that are written in the language
 * of their page and not archived, and everything else that was built.
 *
 * @param built - The URLs of the pages that were built and want to be found, base included, not percent-encoded.
 */
export function sitemapPages(kb: LocalKnowledgeBase, built: Iterable<string>): readonly SitemapPage[] {
  const { config } = kb;
  const entries = entryPages(kb);
  const urls = [...new Set(built)].sort();
  const others = otherPages(urls, config);
  return urls.flatMap((url) => {
    const address = absoluteUrl(url, config);
    if (address === undefined) return [];
    const entry = entries.get(url);
    if (entry === undefined) return [{ url: address, translations: translationsOf(others(url), config) }];
    if (entry === "kept out") return [];
    return [{ url: address, lastChange: lastChange(entry), translations: writtenTranslations(entry.ref, kb) }];
  });
}

/** The pages of entries in every locale. */
function entryPages(kb: LocalKnowledgeBase): ReadonlyMap<string, EntrySummary | "kept out"> {
  const pages = new Map<string, EntrySummary | "kept out">();
  for (const locale of Object.keys(kb.config.locales)) {
    for (const entry of catalogueOf(kb, locale).byRef.values()) {
      const found = entry.locale === locale && entry.status === "published";
      pages.set(entry.url, found ? entry : "kept out");
    }
  }
  return pages;
}

/** The last day that its author gives it. */
function lastChange({ updated, reviewed, published }: EntrySummary): string | undefined {
  return [updated, reviewed, published]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** Finds the pages that have the same path below the home of their locale. */
function otherPages(
  urls: readonly string[],
  config: ResolvedConfig,
): (url: string) => readonly { readonly locale: string; readonly url: string }[] {
  const locales = Object.keys(config.locales);
  if (locales.length === 1) return () => [];
  const known = new Set(urls);
  const homes = locales.map((locale) => ({ locale, home: homeUrl(locale, config) }));
  // The home of the default locale is the beginning of the others'.
  const longestFirst = homes.toSorted((a, b) => b.home.length - a.home.length);
  return (url) => {
    const home = longestFirst.find((one) => url.startsWith(one.home))?.home ?? config.base;
    return homes
      .map((one) => ({ locale: one.locale, url: one.home + url.slice(home.length) }))
      .filter((one) => known.has(one.url));
  };
}

import { type ResolvedConfig, siteTexts } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { catalogueOf } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";
import { type NavItem, navigationOf } from "./navigation.ts";
import { absoluteUrl, homeUrl } from "./urls.ts";

/** What every page of a locale shows around its content. */
export interface Shell {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly home: string;
  /** The name of the site. */
  readonly title: string;
  readonly description: string | undefined;
  readonly search: string;
  readonly nav: readonly NavItem[];
  /** The whole address of the feed, where the locale has one and the site knows its own address. */
  readonly feed: string | undefined;
}

/** The frame of the pages of a locale. */
export function shellOf(locale: string, kb: LocalKnowledgeBase): Shell {
  const { config } = kb;
  const home = homeUrl(locale, config);
  return {
    lang: locale,
    dir: config.locales[locale]?.dir ?? "ltr",
    home,
    ...siteTexts(config, locale),
    search: `${home}search/`,
    nav: navigationOf(locale, kb),
    feed: catalogueOf(kb, locale).hasFeed ? absoluteUrl(`${home}feed.xml`, config) : undefined,
  };
}

/** The same page in the other locales, for pages that every locale has; `path` lies below the locale's home. */
export function alternatesOf(path: string, locale: string, config: ResolvedConfig): readonly Alternate[] {
  return Object.entries(config.locales)
    .filter(([other]) => other !== locale)
    .map(([other, { label }]) => ({ locale: other, label, url: homeUrl(other, config) + path }));
}

import type { ResolvedConfig } from "@knowhow/core";
import type { Translation } from "@knowhow/core/publish";
import { absoluteUrl, homeUrl } from "./urls.ts";

/** A page in one language. */
export interface PageIn {
  readonly locale: string;
  /** With the base. */
  readonly url: string;
}

/**
 * The languages of a page for search engines: each with its whole address, the page's own among them, and the one for
 * readers of any other. Nothing where there is but one, or where the configuration does not tell the site's address.
 */
export function translationsOf(pages: readonly PageIn[], config: ResolvedConfig): readonly Translation[] {
  const whole = pages.flatMap(({ locale, url }) => {
    const address = absoluteUrl(url, config);
    return address === undefined ? [] : [{ locale, url: address }];
  });
  const [first, second] = whole;
  if (first === undefined || second === undefined) return [];
  const other = whole.find(({ locale }) => locale === config.defaultLocale) ?? first;
  return [...whole, { locale: "x-default", url: other.url }];
}

/**
 * The languages of a page that every locale has, or every one that `has` says; `path` lies below the locale's home.
 */
export function translationsEverywhere(
  path: string,
  config: ResolvedConfig,
  has: (locale: string) => boolean = () => true,
): readonly Translation[] {
  const locales = Object.keys(config.locales).filter(has);
  return translationsOf(
    locales.map((locale) => ({ locale, url: homeUrl(locale, config) + path })),
    config,
  );
}

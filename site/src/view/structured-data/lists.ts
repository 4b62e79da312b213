import { type Entry, type ResolvedConfig, siteTexts, textsOf } from "@knowhow/core";
import { absoluteUrl, homeUrl } from "../urls.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { faqQuestion } from "./entry.ts";
import type { PageData } from "./json-ld.ts";

/** What the home page of a locale tells search engines: which site this is. */
export function homeData(locale: string, config: ResolvedConfig): readonly PageData[] {
  const url = absoluteUrl(homeUrl(locale, config), config);
  if (url === undefined) return [];
  const { title, description } = siteTexts(config, locale);
  return [
    {
      "@type": "WebSite",
      name: title,
      url,
      inLanguage: locale,
      ...(description === undefined ? {} : { description }),
    },
  ];
}

/** What a list tells search engines: the way to it, from the home page on. */
export function listData(
  title: string,
  above: readonly { readonly label: string; readonly url: string }[],
  locale: string,
  config: ResolvedConfig,
): readonly PageData[] {
  if (config.site === undefined) return [];
  const home = { label: textsOf(locale, config).home, url: homeUrl(locale, config) };
  return [breadcrumbs([home, ...above], title, config)];
}

/** The questions of a page of the FAQ index, as far as they are written in its language, with their whole answers. */
export function faqPage(faqs: readonly Entry<"faq">[], locale: string, config: ResolvedConfig): readonly PageData[] {
  const own = faqs.filter((faq) => faq.locale === locale);
  if (config.site === undefined || own.length === 0) return [];
  return [
    {
      "@type": "FAQPage",
      inLanguage: locale,
      mainEntity: own.map((faq) => faqQuestion(faq, absoluteUrl(faq.url, config))),
    },
  ];
}

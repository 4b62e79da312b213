import type { ResolvedConfig } from "@knowhow/core";
import { textsOf } from "../locale/texts.ts";
import type { Alternate, PageLink } from "./entry-page.ts";
import { homeUrl } from "./urls.ts";

/** The parts of a site that have a list of their own, in the order of the navigation. */
export const navigation = ["faqs", "lessons", "quizzes", "tags"] as const;

/** A part of the site: the list that a page belongs to. */
export type Section = (typeof navigation)[number];

/** What every page of a locale shows around its content. */
export interface Shell {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly home: string;
  readonly search: string;
  readonly nav: readonly (PageLink & { readonly section: Section })[];
}

/** The frame of the pages of a locale. */
export function shellOf(locale: string, config: ResolvedConfig): Shell {
  const texts = textsOf(locale);
  const home = homeUrl(locale, config);
  return {
    lang: locale,
    dir: config.locales[locale]?.dir ?? "ltr",
    home,
    search: `${home}search/`,
    nav: navigation.map((section) => ({ section, label: texts[section], url: `${home}${section}/` })),
  };
}

/** The same page in the other locales, for pages that every locale has; `path` lies below the locale's home. */
export function alternatesOf(path: string, locale: string, config: ResolvedConfig): readonly Alternate[] {
  return Object.entries(config.locales)
    .filter(([other]) => other !== locale)
    .map(([other, { label }]) => ({ locale: other, label, url: homeUrl(other, config) + path }));
}

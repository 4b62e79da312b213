import { type EntryFolder, entryFolders, entryTypes, type ResolvedConfig } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { textsOf } from "../locale/texts.ts";
import { catalogueOf } from "./catalogue.ts";
import type { Alternate, PageLink } from "./entry-page.ts";
import { homeUrl } from "./urls.ts";

/** A part of the site: the list that a page belongs to. */
export type Section = EntryFolder | "tags";

/** The parts that hold entries of a type, in the order of the navigation: what most people come for is first. */
const parts = (["faq", ...entryTypes.filter((type) => type !== "faq")] as const).map((type) => ({
  type,
  section: entryFolders[type],
}));

/** What every page of a locale shows around its content. */
export interface Shell {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly home: string;
  readonly search: string;
  readonly nav: readonly (PageLink & { readonly section: Section })[];
}

/** A part of the site that has entries. */
export interface Part extends PageLink {
  readonly section: EntryFolder;
  /** How many entries are in its list. */
  readonly entries: number;
}

/** The parts of the site that have entries in a locale. */
export function partsOf(locale: string, kb: LocalKnowledgeBase): readonly Part[] {
  const home = homeUrl(locale, kb.config);
  const { lists } = catalogueOf(kb, locale);
  return parts
    .map(({ type, section }) => ({
      section,
      label: textsOf(locale)[section],
      url: `${home}${section}/`,
      entries: lists[type].length,
    }))
    .filter(({ entries }) => entries > 0);
}

/** The frame of the pages of a locale. */
export function shellOf(locale: string, kb: LocalKnowledgeBase): Shell {
  const { config } = kb;
  const texts = textsOf(locale);
  const home = homeUrl(locale, config);
  return {
    lang: locale,
    dir: config.locales[locale]?.dir ?? "ltr",
    home,
    search: `${home}search/`,
    nav: [
      ...partsOf(locale, kb).map(({ section, label, url }) => ({ section, label, url })),
      { section: "tags", label: texts.tags, url: `${home}tags/` },
    ],
  };
}

/** The same page in the other locales, for pages that every locale has; `path` lies below the locale's home. */
export function alternatesOf(path: string, locale: string, config: ResolvedConfig): readonly Alternate[] {
  return Object.entries(config.locales)
    .filter(([other]) => other !== locale)
    .map(([other, { label }]) => ({ locale: other, label, url: homeUrl(other, config) + path }));
}

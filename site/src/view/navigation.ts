import type { Texts } from "@knowhow/core";
import { isNamedPlace, type LocalText, type NavItemConfig, parseRef, showText, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { catalogueOf } from "./catalogue.ts";
import type { PageLink } from "./entry-page.ts";
import { ownersOf } from "./owners.ts";
import { partsOf, type Section } from "./parts.ts";
import { rolesOf } from "./roles.ts";
import { homeUrl } from "./urls.ts";

/** A link of the navigation. */
export interface NavLink extends PageLink {
  /** The part of the site that it leads to, if it leads to one. */
  readonly section: Section | undefined;
}

/** Links that open together. */
export interface NavGroup {
  readonly label: string;
  /** The language of the label, where that is not the page's. */
  readonly lang?: string | undefined;
  readonly items: readonly NavItem[];
}

/** What stands at one place of the navigation. */
export type NavItem = NavLink | NavGroup;

/** More than these side by side take too much of the page: the rest goes into a group. */
const mostItems = 7;

/** The navigation of the pages of a locale: as the configuration says, or the parts that have entries, and the topics. */
export function navigationOf(locale: string, kb: LocalKnowledgeBase): readonly NavItem[] {
  const texts = textsOf(locale, kb.config);
  const { nav } = kb.config;
  return folded(nav === undefined ? partLinks(locale, kb) : nav.flatMap((item) => itemOf(item, locale, kb)), {
    label: texts.more,
    lang: texts.language,
  });
}

/** All links of a navigation, those of its groups too. */
export function linksOf(nav: readonly NavItem[]): readonly NavLink[] {
  return nav.flatMap((item) => ("items" in item ? linksOf(item.items) : [item]));
}

function partLinks(locale: string, kb: LocalKnowledgeBase): readonly NavLink[] {
  const { tags, language: lang } = textsOf(locale, kb.config);
  const topics = { label: tags, url: `${homeUrl(locale, kb.config)}tags/`, section: "tags" } as const;
  return [...partsOf(locale, kb), topics].map(({ label, url, section }) => ({ label, url, section, lang }));
}

function folded(items: readonly NavItem[], more: Omit<NavGroup, "items">): readonly NavItem[] {
  if (items.length <= mostItems) return items;
  return [...items.slice(0, mostItems - 1), { ...more, items: items.slice(mostItems - 1) }];
}

/** Links to entries that a locale does not have are left out, and groups of which nothing stays. */
function itemOf({ label, to, items = [] }: NavItemConfig, locale: string, kb: LocalKnowledgeBase): readonly NavItem[] {
  if (to !== undefined) return linkOf(to, label, locale, kb);
  const links = items.flatMap((item) => linkOf(item.to, item.label, locale, kb));
  if (links.length === 0) return [];
  const shown = showText(label, locale, kb.config);
  return [{ label: shown?.text ?? "", lang: shown?.lang, items: links }];
}

function linkOf(to: string, given: LocalText | undefined, locale: string, kb: LocalKnowledgeBase): readonly NavLink[] {
  const { config } = kb;
  const label = showText(given, locale, config);
  const [ref = "", anchor] = to.split("#", 2);
  if (parseRef(ref) !== undefined) {
    const catalogue = catalogueOf(kb, locale);
    // Translations need not repeat the former ids of their original.
    const original = catalogueOf(kb, config.defaultLocale).find(ref);
    const entry = catalogue.find(ref) ?? (original && catalogue.byRef.get(original.ref));
    if (entry === undefined) return [];
    const own = entry.locale === locale ? undefined : entry.locale;
    const url = anchor === undefined ? entry.url : `${entry.url}#${anchor}`;
    return [
      { label: label?.text ?? entry.title, url, section: undefined, lang: label === undefined ? own : label.lang },
    ];
  }
  if (!to.startsWith("/")) return [{ label: label?.text ?? to, url: to, section: undefined, lang: label?.lang }];
  if (!isNamedPlace(to)) {
    return [{ label: label?.text ?? to, url: config.base + to.slice(1), section: undefined, lang: label?.lang }];
  }
  const place = to.replace(/^\/|\/$/g, "");
  // These lists are there only where entries name some.
  if (place === "roles" && rolesOf(kb, locale).length === 0) return [];
  if (place === "owners" && ownersOf(kb, locale).size === 0) return [];
  const texts = textsOf(locale, kb.config);
  return [
    {
      label: label?.text ?? nameOf(place, texts),
      url: homeUrl(locale, config) + (place === "" ? "" : `${place}/`),
      section: place === "" || place === "search" ? undefined : (place as Section), // The other named places are the sections.
      lang: label === undefined ? texts.language : label.lang,
    },
  ];
}

function nameOf(place: string, texts: Texts): string {
  if (place === "") return texts.home;
  return place === "search" ? texts.search : texts[place as Section]; // As above.
}

import type { EntryType, Ref } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { cardOf } from "./card.ts";
import { catalogueOf } from "./catalogue.ts";
import { byCategory } from "./faq-index.ts";
import { handbookAlternates, handbooksOf } from "./handbook.ts";
import { pageCount, pageOf } from "./pages.ts";
import { topicAlternates, topicTranslations } from "./topic-page.ts";
import { localeOfPattern, slugOf } from "./urls.ts";

/** What Astro asks for a page of a dynamic route: its place in the URL, and a key that changes with what it shows. */
export interface StaticPath {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly props: Readonly<Record<string, string>>;
  readonly cacheKey: string;
}

/** Makes the key of a page from all that it shows. */
export type MakeCacheKey = (...seen: readonly unknown[]) => string;

/** The pages of all entries of a type in the locale of the route; each gets the entry's `id` as a property. */
export function entryPaths(
  type: EntryType,
  pattern: string,
  kb: LocalKnowledgeBase,
  entryKey: (ref: Ref, locale: string) => string,
): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return [...catalogueOf(kb, locale).byRef.values()]
    .filter((entry) => entry.type === type)
    .map((entry) => ({
      params: { slug: slugOf({ ...entry, locale }, kb.config) },
      props: { id: entry.id },
      cacheKey: entryKey(entry.ref, locale),
    }));
}

/** The pages after the first of a list in the locale of the route. That of the FAQs shows their answers, too. */
export function listPaths(
  type: EntryType,
  pattern: string,
  kb: LocalKnowledgeBase,
  shellKey: string,
): readonly StaticPath[] {
  const { lists } = catalogueOf(kb, localeOfPattern(pattern, kb.config));
  const faqs = byCategory(lists.faq);
  return laterPages(lists[type].length).map((page) => {
    const answers = type === "faq" ? pageOf(faqs, Number(page), "").items.map(({ revision }) => revision) : [];
    return { params: { page }, props: {}, cacheKey: [shellKey, ...answers].join(" ") };
  });
}

/** The pages of topics in the locale of the route: the first of each, or where the route says so, those after it. */
export function topicPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return catalogueOf(kb, locale).topics.flatMap((topic) => {
    const { key, slug, name, url, entries } = topic;
    const links = [topicAlternates(topic, locale, kb), topicTranslations(topic, kb)];
    return pagesOfList({ pattern, slug, props: { key }, items: entries }, (shown) =>
      makeCacheKey(
        locale,
        name,
        url,
        entries.length,
        links,
        shown.map((entry) => cardOf(entry, locale)),
      ),
    );
  });
}

/** A list on pages of its own. */
export interface ListOnPages<T> {
  /** The route: that of the first page, or where it ends in `[page]`, of those after it. */
  readonly pattern: string;
  readonly slug: string;
  readonly props: StaticPath["props"];
  readonly items: readonly T[];
}

/** The pages of a list that the route names, each with a key of its own: it shows some of the items only. */
export function pagesOfList<T>(
  { pattern, slug, props, items }: ListOnPages<T>,
  keyOf: (shown: readonly T[]) => string,
): readonly StaticPath[] {
  const key = (page: number) => keyOf(pageOf(items, page, "").items);
  if (!pattern.endsWith("[page]")) return [{ params: { slug }, props, cacheKey: key(1) }];
  return laterPages(items.length).map((page) => ({ params: { slug, page }, props, cacheKey: key(Number(page)) }));
}

/** The handbooks of the kind that the route names, in its locale; each gets its `url` as a property. */
export function handbookPaths(
  pattern: string,
  kb: LocalKnowledgeBase,
  makeCacheKey: MakeCacheKey,
): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return handbooksOf(kb, locale)
    .filter(({ kind }) => pattern.includes(`/handbooks/${kind}/`))
    .map((handbook) => ({
      params: { slug: handbook.slug },
      props: { url: handbook.url },
      cacheKey: makeCacheKey(locale, handbook, handbookAlternates(handbook, locale, kb)),
    }));
}

/** The numbers of the pages after the first of a list, as a URL names them. */
export function laterPages(items: number): readonly string[] {
  return Array.from({ length: pageCount(items) - 1 }, (_, index) => String(index + 2));
}

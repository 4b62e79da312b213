import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { cardOf } from "./card.ts";
import { catalogueOf } from "./catalogue.ts";
import { roleHandbook } from "./handbook.ts";
import { ownerAlternates, ownersOf } from "./owners.ts";
import { type MakeCacheKey, pagesOfList, type StaticPath } from "./paths.ts";
import { partsOfRole, roleAlternates, rolesOf, roleTranslations } from "./roles.ts";
import { localeOfPattern } from "./urls.ts";

/** The list of roles in the locale of the route; none where no entry names a role. */
export function roleListPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey) {
  const locale = localeOfPattern(pattern, kb.config);
  const roles = rolesOf(kb, locale).map(({ id, label, url, entries }) => [id, label, url, entries.length]);
  const elsewhere = Object.keys(kb.config.locales).filter((other) => rolesOf(kb, other).length > 0);
  return listPath(roles, makeCacheKey(locale, "roles", roles, elsewhere));
}

/** The pages of roles in the locale of the route: the first of each, or where the route says so, those after it. */
export function rolePaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  const catalogue = catalogueOf(kb, locale);
  return rolesOf(kb, locale).flatMap((role) => {
    const { id, slug, label, url, entries } = role;
    const links = [roleHandbook(id, locale, kb)?.url, roleAlternates(role, locale, kb), roleTranslations(role, kb)];
    return pagesOfList({ pattern, slug, props: { id }, items: entries }, (shown) => {
      const parts = partsOfRole(shown, catalogue).map(({ topics }) =>
        topics.map((topic) => [topic.name, topic.entries.map((entry) => cardOf(entry, locale))]),
      );
      return makeCacheKey(locale, id, label, url, entries.length, links, parts);
    });
  });
}

/** The list of owners in the locale of the route; none where no entry names one. */
export function ownerListPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey) {
  const locale = localeOfPattern(pattern, kb.config);
  const owners = [...ownersOf(kb, locale).values()].map(({ name, url, entries }) => [name, url, entries.length]);
  const elsewhere = Object.keys(kb.config.locales).filter((other) => ownersOf(kb, other).size > 0);
  return listPath(owners, makeCacheKey(locale, "owners", owners, elsewhere));
}

/** The pages of owners in the locale of the route: the first of each, or where the route says so, those after it. */
export function ownerPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return [...ownersOf(kb, locale).values()].flatMap((owner) => {
    const { key, slug, name, url, entries } = owner;
    const links = ownerAlternates(owner, locale, kb);
    return pagesOfList({ pattern, slug, props: { key }, items: entries }, (shown) => {
      const cards = shown.map(({ entry, due }) => [cardOf(entry, locale), due]);
      return makeCacheKey(locale, name, url, entries.length, links, cards);
    });
  });
}

function listPath(items: readonly unknown[], cacheKey: string): readonly StaticPath[] {
  return items.length === 0 ? [] : [{ params: { index: undefined }, props: {}, cacheKey }];
}

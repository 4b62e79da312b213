import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { roleHandbook } from "./handbook.ts";
import { ownersOf } from "./owners.ts";
import { laterPages, type MakeCacheKey, type StaticPath } from "./paths.ts";
import { rolesOf } from "./roles.ts";
import { localeOfPattern } from "./urls.ts";

/** The list of roles in the locale of the route; none where no entry names a role. */
export function roleListPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey) {
  const locale = localeOfPattern(pattern, kb.config);
  const roles = rolesOf(kb, locale).map(({ id, label, url, entries }) => [id, label, url, entries.length]);
  return listPath(roles, makeCacheKey(locale, "roles", roles));
}

/** The pages of roles in the locale of the route: the first of each, or where the route says so, those after it. */
export function rolePaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return rolesOf(kb, locale).flatMap((role) =>
    pagesOf(
      pattern,
      role.slug,
      { id: role.id },
      role.entries.length,
      makeCacheKey(locale, role, roleHandbook(role.id, locale, kb)?.url),
    ),
  );
}

/** The list of owners in the locale of the route; none where no entry names one. */
export function ownerListPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey) {
  const locale = localeOfPattern(pattern, kb.config);
  const owners = [...ownersOf(kb, locale).values()].map(({ name, url, entries }) => [name, url, entries.length]);
  return listPath(owners, makeCacheKey(locale, "owners", owners));
}

/** The pages of owners in the locale of the route: the first of each, or where the route says so, those after it. */
export function ownerPaths(pattern: string, kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const locale = localeOfPattern(pattern, kb.config);
  return [...ownersOf(kb, locale).values()].flatMap((owner) =>
    pagesOf(pattern, owner.slug, { key: owner.key }, owner.entries.length, makeCacheKey(locale, owner)),
  );
}

function listPath(items: readonly unknown[], cacheKey: string): readonly StaticPath[] {
  return items.length === 0 ? [] : [{ params: { index: undefined }, props: {}, cacheKey }];
}

function pagesOf(
  pattern: string,
  slug: string,
  props: StaticPath["props"],
  entries: number,
  cacheKey: string,
): readonly StaticPath[] {
  if (!pattern.endsWith("[page]")) return [{ params: { slug }, props, cacheKey }];
  return laterPages(entries).map((page) => ({ params: { slug, page }, props, cacheKey }));
}

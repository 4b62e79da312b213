import { type EntrySummary, type EntryType, entryTypes, roleLabel } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { Translation } from "@knowhow/core/publish";
import { collator } from "../locale/formats.ts";
import { type Catalogue, catalogueOf, topicsOfEntry } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";
import { slugsOf } from "./slugs.ts";
import { translationsOf } from "./translations.ts";
import { homeUrl } from "./urls.ts";

/** A role that entries are for. */
export interface Role {
  readonly id: string;
  readonly label: string;
  readonly slug: string;
  readonly url: string;
  /** What is for it: by type in the order of its page, then by topic. */
  readonly entries: readonly EntrySummary[];
}

/** Entries of a role that are of one type. */
export interface RolePart {
  readonly type: EntryType;
  /** By topic where there are many, else all under no name. */
  readonly topics: readonly { readonly name: string | undefined; readonly entries: readonly EntrySummary[] }[];
}

/** What leads through the rest comes first. */
const order: readonly EntryType[] = ["path", ...entryTypes.filter((type) => type !== "path")];

/** As few entries as these are read at a glance. */
const fewEntries = 8;

const known = new WeakMap<Catalogue, ReadonlyMap<string, Role>>();

/** The roles that have entries in a locale: those of the configuration in its order, then others by name. */
export function rolesOf(kb: LocalKnowledgeBase, locale: string): readonly Role[] {
  return [...byId(kb, locale).values()];
}

/** The page of a role in a locale, which has none for a role without entries. */
export function roleOf(id: string, kb: LocalKnowledgeBase, locale: string): Role | undefined {
  return byId(kb, locale).get(id);
}

function byId(kb: LocalKnowledgeBase, locale: string): ReadonlyMap<string, Role> {
  const catalogue = catalogueOf(kb, locale);
  const made = known.get(catalogue) ?? new Map(makeRoles(kb, catalogue).map((role) => [role.id, role]));
  known.set(catalogue, made);
  return made;
}

function makeRoles(kb: LocalKnowledgeBase, catalogue: Catalogue): readonly Role[] {
  const { config } = kb;
  const { locale, lists } = catalogue;
  const byRole = new Map<string, EntrySummary[]>();
  for (const type of order) {
    for (const entry of byTopic(lists[type], catalogue)) {
      for (const role of new Set(entry.roles)) {
        const soFar = byRole.get(role) ?? [];
        soFar.push(entry);
        byRole.set(role, soFar);
      }
    }
  }
  const named = Object.keys(config.roles);
  const { compare } = collator(locale);
  // From all languages, so that a role has one address in each.
  const all = [...new Set([...named, ...kb.entries().flatMap(({ roles }) => roles)])].sort();
  const slugs = slugsOf(all);
  const others = all.filter((role) => !named.includes(role)).sort(compare);
  return [...named, ...others].flatMap((id) => {
    const entries = byRole.get(id);
    const slug = slugs.get(id) ?? id;
    const label = roleLabel(id, locale, config);
    return entries === undefined ? [] : [{ id, label, slug, url: `${homeUrl(locale, config)}roles/${slug}/`, entries }];
  });
}

/** Paths keep their order; others stand with those of their first topic, and those without any come last. */
function byTopic(entries: readonly EntrySummary[], catalogue: Catalogue): readonly EntrySummary[] {
  if (entries[0]?.type === "path") return entries;
  const place = new Map(catalogue.topics.map(({ key }, index) => [key, index]));
  const placeOf = (entry: EntrySummary): number =>
    place.get(topicsOfEntry(entry, catalogue)[0]?.key ?? "") ?? Number.MAX_SAFE_INTEGER;
  return entries
    .map((entry) => ({ entry, at: placeOf(entry) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The parts of one page of a role's entries, which are in the order of `Role.entries`. */
export function partsOfRole(entries: readonly EntrySummary[], catalogue: Catalogue): readonly RolePart[] {
  return [...Map.groupBy(entries, ({ type }) => type)].map(([type, members]) => {
    if (type === "path" || members.length <= fewEntries)
      return { type, topics: [{ name: undefined, entries: members }] };
    const groups = Map.groupBy(members, (entry) => topicsOfEntry(entry, catalogue)[0]?.name);
    return { type, topics: [...groups].map(([name, ofTopic]) => ({ name, entries: ofTopic })) };
  });
}

/** The page of a role in the other locales that have it. */
export function roleAlternates(role: Role, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const there = other === locale ? undefined : roleOf(role.id, kb, other);
    return there === undefined ? [] : [{ locale: other, label, url: there.url }];
  });
}

/** The languages that have a role, for search engines. */
export function roleTranslations(role: Role, kb: LocalKnowledgeBase): readonly Translation[] {
  const pages = Object.keys(kb.config.locales).flatMap((locale) => {
    const there = roleOf(role.id, kb, locale);
    return there === undefined ? [] : [{ locale, url: there.url }];
  });
  return translationsOf(pages, kb.config);
}

import { type EntrySummary, reviewDue } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { collator } from "../locale/formats.ts";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";
import { slugsOf } from "./slugs.ts";
import { homeUrl } from "./urls.ts";

/** An entry that somebody answers for. */
export interface OwnedEntry {
  readonly entry: EntrySummary;
  /** The day of its next review, where it tells when that is. */
  readonly due: string | undefined;
}

/** Somebody who answers for entries. */
export interface Owner {
  /** The name without regard to case. */
  readonly key: string;
  readonly name: string;
  readonly slug: string;
  readonly url: string;
  /** What has to be reviewed first comes first, and what need not be last. */
  readonly entries: readonly OwnedEntry[];
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, Owner>>();

/** The owners of the entries that a locale lists, by `key`, in the order of their names. */
export function ownersOf(kb: LocalKnowledgeBase, locale: string): ReadonlyMap<string, Owner> {
  const catalogue = catalogueOf(kb, locale);
  const made = known.get(catalogue) ?? makeOwners(kb, catalogue);
  known.set(catalogue, made);
  return made;
}

/** The owner that an entry names, if a page of the locale lists what is theirs. */
export function ownerNamed(name: string, kb: LocalKnowledgeBase, locale: string): Owner | undefined {
  return ownersOf(kb, locale).get(keyOf(name));
}

function makeOwners(kb: LocalKnowledgeBase, { locale, lists }: Catalogue): ReadonlyMap<string, Owner> {
  const names = new Map<string, string>();
  const entries = new Map<string, OwnedEntry[]>();
  for (const entry of Object.values<readonly EntrySummary[]>(lists).flat()) {
    if (entry.owner === undefined) continue;
    const key = keyOf(entry.owner);
    names.set(key, names.get(key) ?? entry.owner.trim());
    const soFar = entries.get(key) ?? [];
    soFar.push({ entry, due: reviewDue(entry) });
    entries.set(key, soFar);
  }
  const { compare } = collator(locale);
  const keys = [...names.keys()].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  // From all languages, so that an owner has one address in each.
  const all = new Set(kb.entries().flatMap(({ owner }) => (owner === undefined ? [] : [keyOf(owner)])));
  const slugs = slugsOf([...all].sort());
  return new Map(
    keys.map((key) => {
      const slug = slugs.get(key) ?? key;
      const url = `${homeUrl(locale, kb.config)}owners/${slug}/`;
      return [key, { key, name: names.get(key) ?? key, slug, url, entries: (entries.get(key) ?? []).sort(byDueDay) }];
    }),
  );
}

function byDueDay({ due: a = "9999" }: OwnedEntry, { due: b = "9999" }: OwnedEntry): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `Finance` and `finance` are one owner. */
function keyOf(owner: string): string {
  return owner.trim().normalize("NFC").toLowerCase();
}

/** The page of an owner in the other locales that have it. */
export function ownerAlternates(owner: Owner, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const there = other === locale ? undefined : ownersOf(kb, other).get(owner.key);
    return there === undefined ? [] : [{ locale: other, label, url: there.url }];
  });
}

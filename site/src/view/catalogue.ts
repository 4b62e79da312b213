import {
  type EntrySummary,
  type EntryType,
  entryTypes,
  pathMinutes,
  pathSteps,
  type Ref,
  type ResolvedConfig,
  tagLabel,
} from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { hasFeed } from "@knowhow/core/publish";
import { collator } from "../locale/formats.ts";
import { slugsOf } from "./slugs.ts";
import { homeUrl, urlIn } from "./urls.ts";

/** A topic: the entries that share a tag. */
export interface Topic {
  /** Its tag without regard to case. */
  readonly key: string;
  readonly name: string;
  readonly slug: string;
  readonly url: string;
  readonly entries: readonly EntrySummary[];
}

/**
 * What the pages of one locale list and link. Entries that lack a translation stand here with the URL of their page in
 * this locale and keep the `locale` that they are written in.
 */
export interface Catalogue {
  readonly locale: string;
  /** Every entry that has a page, archived ones too. */
  readonly byRef: ReadonlyMap<Ref, EntrySummary>;
  /** The entry that a ref of an author's leads to, also by a former id. */
  readonly find: (ref: string) => EntrySummary | undefined;
  /** The entries that are listed: all but the archived, by `order`, then title, then id. */
  readonly lists: { readonly [T in EntryType]: readonly EntrySummary<T>[] };
  /** By name. */
  readonly topics: readonly Topic[];
  readonly topicByKey: ReadonlyMap<string, Topic>;
  readonly quizzesOfLesson: ReadonlyMap<string, readonly EntrySummary<"quiz">[]>;
  /** The paths that have an entry as a step. */
  readonly pathsThrough: ReadonlyMap<string, readonly EntrySummary<"path">[]>;
  /** Whether it has a feed of what is new. */
  readonly hasFeed: boolean;
}

const catalogues = new WeakMap<LocalKnowledgeBase, Map<string, Catalogue>>();

/** The catalogue of a locale. Made once for a knowledge base: thousands of pages share it. */
export function catalogueOf(kb: LocalKnowledgeBase, locale: string): Catalogue {
  const made = catalogues.get(kb) ?? new Map<string, Catalogue>();
  catalogues.set(kb, made);
  const catalogue = made.get(locale) ?? makeCatalogue(kb, locale);
  made.set(locale, catalogue);
  return catalogue;
}

function makeCatalogue(kb: LocalKnowledgeBase, locale: string): Catalogue {
  const byRef = new Map<Ref, EntrySummary>();
  for (const wanted of [kb.config.defaultLocale, locale]) {
    for (const entry of kb.entries()) {
      if (entry.locale !== wanted) continue;
      byRef.set(entry.ref, { ...entry, url: urlIn(entry.url, entry.locale, locale, kb.config) });
    }
  }
  const byFormerRef = new Map<string, EntrySummary>();
  for (const entry of byRef.values()) {
    for (const former of entry.formerly) byFormerRef.set(`${entry.type}:${former.normalize("NFC")}`, entry);
  }
  const find = (written: string): EntrySummary | undefined => {
    const ref = written.normalize("NFC");
    return byRef.get(ref as Ref) ?? byFormerRef.get(ref);
  };
  for (const entry of byRef.values()) {
    if (entry.type !== "path") continue;
    // What readers of this locale get: the steps may be translated where the path is not, and the other way round.
    const steps = pathSteps(entry, find).map(({ ref }) => ref);
    byRef.set(entry.ref, { ...entry, steps, minutes: pathMinutes(entry, find) });
  }
  const listed = [...byRef.values()].filter((entry) => entry.status !== "archived").sort(inOrder(locale));
  const ofType = Map.groupBy(listed, ({ type }) => type);
  // Each list holds entries of its own type.
  const lists = Object.fromEntries(
    entryTypes.map((type) => [type, ofType.get(type) ?? []]),
  ) as unknown as Catalogue["lists"];
  const topics = topicsOf(listed, locale, kb.config);
  return {
    locale,
    byRef,
    find,
    lists,
    topics,
    topicByKey: new Map(topics.map((topic) => [topic.key, topic])),
    quizzesOfLesson: Map.groupBy(lists.quiz, (quiz) => quiz.lesson ?? ""),
    pathsThrough: pathsThrough(lists.path, find),
    hasFeed: hasFeed(kb, locale),
  };
}

function pathsThrough(paths: readonly EntrySummary<"path">[], find: Catalogue["find"]): Catalogue["pathsThrough"] {
  const through = new Map<string, EntrySummary<"path">[]>();
  for (const path of paths) {
    for (const { ref } of pathSteps(path, find)) through.set(ref, [...(through.get(ref) ?? []), path]);
  }
  return through;
}

function inOrder(locale: string): (a: EntrySummary, b: EntrySummary) => number {
  const { compare } = collator(locale);
  const last = Number.POSITIVE_INFINITY;
  return (a, b) => {
    const [orderA, orderB] = [a.order ?? last, b.order ?? last];
    if (orderA !== orderB) return orderA - orderB;
    return compare(a.title, b.title) || (a.ref < b.ref ? -1 : 1);
  };
}

function topicsOf(listed: readonly EntrySummary[], locale: string, config: ResolvedConfig): readonly Topic[] {
  const names = new Map<string, string>();
  const entries = new Map<string, EntrySummary[]>();
  for (const entry of listed) {
    for (const tag of entry.tags) {
      const key = topicKey(tag);
      names.set(key, names.get(key) ?? tagLabel(tag, locale, config));
      const soFar = entries.get(key) ?? [];
      if (soFar.at(-1) !== entry) soFar.push(entry);
      entries.set(key, soFar);
    }
  }
  const { compare } = collator(locale);
  const keys = [...names.keys()].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  const slugs = slugsOf(keys);
  const topics = keys.map((key) => ({
    key,
    name: names.get(key) ?? key,
    slug: slugs.get(key) ?? key,
    url: `${homeUrl(locale, config)}tags/${slugs.get(key) ?? key}/`,
    entries: entries.get(key) ?? [],
  }));
  // The sort is stable: of equal names, the order of their tags stays.
  return topics.sort((a, b) => compare(a.name, b.name));
}

/** What tags of one topic have in common: `Billing` and `billing` are one. */
function topicKey(tag: string): string {
  return tag.normalize("NFC").toLowerCase();
}

/** The topics of an entry, in the order of its tags. */
export function topicsOfEntry(entry: { readonly tags: readonly string[] }, catalogue: Catalogue): readonly Topic[] {
  const keys = new Set(entry.tags.map(topicKey));
  return [...keys].flatMap((key) => catalogue.topicByKey.get(key) ?? []);
}

import { join } from "node:path";
import { summarise } from "../check/report/summary.ts";
import type { EntryContent, EntryFacts } from "../compile/entry.ts";
import { mediaUrl, type Target } from "../compile/links.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry, EntrySummary, Link, Media } from "../model/entry.ts";
import type { EntryType } from "../model/types.ts";
import type { VideoSource } from "../model/video.ts";
import { recordsOfEntry } from "../search/entry-records.ts";
import { createMemorySearch } from "../search/memory-search.ts";
import type { SearchRecord } from "../search/record.ts";
import type { Search } from "../search/search.ts";
import { untranslated } from "../search/untranslated.ts";
import { checkLocale, checkRequest } from "./check-request.ts";
import { byCodeUnit } from "./content-files.ts";
import { withInherited } from "./inherit.ts";
import type { KnownFile } from "./known-file.ts";
import { entryUrl } from "./locate.ts";
import { pathMinutes } from "./path-minutes.ts";
import type { Content } from "./read-content.ts";
import { type FindFaq, faqsShownBy, revisionWithFaqs, withFaqs } from "./shown-faqs.ts";
import type { ListFilter, LocalKnowledgeBase, MediaFile, Redirect } from "./types.ts";

interface Item {
  summary: EntrySummary;
  readonly facts: EntryFacts;
  readonly known: KnownFile;
}

/** Which entries a knowledge base shows. */
export interface Visibility {
  readonly audiences: readonly string[];
  readonly drafts: boolean;
}

/** Makes a knowledge base of content that has been read with its bodies. */
export function createKnowledgeBase(
  { entries }: Content,
  config: ResolvedConfig,
  root: string,
  diagnostics: readonly Diagnostic[],
  visible: Visibility,
): LocalKnowledgeBase {
  const locales = Object.keys(config.locales);
  const items: Item[] = [];
  const byKey = new Map<string, Item>();
  for (const { location, known } of withInherited(entries, config)) {
    const { facts } = known;
    if (facts === undefined || !isVisible(facts, visible) || byKey.has(`${location.locale} ${location.ref}`)) continue;
    const item = { summary: summaryOf(facts, known, config), facts, known };
    items.push(item);
    byKey.set(`${location.locale} ${location.ref}`, item);
  }
  items.sort(
    (a, b) =>
      byCodeUnit(a.facts.location.ref, b.facts.location.ref) ||
      byCodeUnit(a.facts.location.locale, b.facts.location.locale),
  );
  for (const item of items) {
    const { type, locale } = item.facts.location;
    for (const former of item.facts.frontmatter.formerly) {
      const key = `${locale} ${type}:${former.normalize("NFC")}`;
      if (!byKey.has(key)) byKey.set(key, item);
    }
  }
  const findRef = (ref: string, locale: string): Item | undefined => {
    const key = ref.normalize("NFC");
    return byKey.get(`${locale} ${key}`) ?? byKey.get(`${config.defaultLocale} ${key}`);
  };

  // An entry shows FAQs in the language that it is written in.
  const faqsFor = (locale: string): FindFaq => {
    return (ref) => {
      const item = findRef(ref, locale);
      const content = item?.known.content;
      if (item?.facts.location.type !== "faq" || content === undefined) return undefined;
      const { facts, known } = item;
      const { id, locale: written } = facts.location;
      return {
        facts,
        revision: known.revision ?? "",
        content,
        url: encodeURI(entryUrl("faq", id, locale, config)),
        writtenIn: written === locale ? undefined : { locale: written, dir: config.locales[written]?.dir ?? "ltr" },
      };
    };
  };
  for (const item of items) {
    const shown = faqsShownBy(item.facts);
    if (shown.length === 0) continue;
    const { revision } = item.summary;
    item.summary = {
      ...item.summary,
      revision: revisionWithFaqs(revision, shown, faqsFor(item.facts.location.locale)),
    };
  }
  const bodyOf = ({ facts, known }: Item): EntryContent | undefined => {
    const own = known.content?.();
    if (own === undefined || faqsShownBy(facts).length === 0) return own;
    const { locale } = facts.location;
    return { ...withFaqs(own, locale, faqsFor(locale)), markdown: own.markdown };
  };

  // An entry shown in another locale has its page there; a path takes as long as its steps do, in the language that they are read in.
  const inLocale = (summary: EntrySummary, locale: string): EntrySummary => {
    if (summary.locale === locale && summary.type !== "path") return summary;
    const url = entryUrl(summary.type, summary.id, locale, config);
    if (summary.type !== "path") return { ...summary, url };
    return { ...summary, url, minutes: pathMinutes(summary, (ref) => findRef(ref, locale)?.summary) };
  };
  const summaries = items.map(({ summary }) => inLocale(summary, summary.locale));
  const lists = new Map<string, readonly EntrySummary[]>();

  // A search is made when it is first asked for: most users of a knowledge base never do.
  const searches = new Map<string, Promise<Search>>();
  const searchIn = (locale: string): Promise<Search> => {
    checkLocale(locale, locales);
    let search = searches.get(locale);
    if (search === undefined) {
      const fallback = untranslated(summaries, config).fallback(locale);
      search = recordsOf(kb, locale).then((records) =>
        createMemorySearch(locale, records, config.synonyms, { fallback, openFallback: searchIn }),
      );
      searches.set(locale, search);
    }
    return search;
  };

  const kb: LocalKnowledgeBase = {
    config,
    diagnostics,
    summary: summarise(diagnostics, entries.length),
    entries: () => summaries,
    redirects: redirectsOf(items, config),
    media: mediaFilesOf(items, config, root),
    mediaOf(ref, locale) {
      const item = findRef(ref, locale);
      if (item === undefined) return [];
      const find = faqsFor(item.facts.location.locale);
      const shown = faqsShownBy(item.facts).flatMap((one) => find(one)?.facts ?? []);
      return mediaUrlsOf([item.facts, ...shown], config);
    },
    async get<T extends EntryType>(type: T, id: string, options: { readonly locale?: string } = {}) {
      const locale = options.locale ?? config.defaultLocale;
      checkLocale(locale, locales);
      const item = findRef(`${type}:${id}`, locale);
      const content = item && bodyOf(item);
      if (item === undefined || content === undefined) return undefined;
      const { links, media } = addresses(item.facts, faqsFor(item.facts.location.locale), config);
      const entry = {
        ...inLocale(item.summary, locale),
        ...content,
        revision: item.summary.revision,
        outline: item.facts.outline,
        links,
        media,
      };
      // Found by its type, so it is of it.
      return entry as unknown as Entry<T>;
    },
    async list<T extends EntryType>(type: T, filter: ListFilter = {}) {
      const locale = filter.locale ?? config.defaultLocale;
      checkLocale(locale, locales);
      const key = `${type} ${locale} ${filter.fallback ?? true}`;
      let all = lists.get(key);
      if (all === undefined) {
        all = listOf(type, locale, filter.fallback ?? true, items, byKey, config).map((one) => inLocale(one, locale));
        lists.set(key, all);
      }
      return all.filter((summary) => matches(summary, filter)) as unknown as readonly EntrySummary<T>[];
    },
    search: async (query, { locale = config.defaultLocale, ...options } = {}) => {
      checkRequest(query, options);
      return (await searchIn(locale)).search(query, options);
    },
    ask: async (question, { locale = config.defaultLocale, ...options } = {}) => {
      checkRequest(question, options);
      return (await searchIn(locale)).ask(question, options);
    },
  };
  return kb;
}

/** What search finds in a locale: what is published and written in it. */
export async function recordsOf(kb: LocalKnowledgeBase, locale: string): Promise<readonly SearchRecord[]> {
  const records: SearchRecord[] = [];
  const { lacks } = untranslated(kb.entries(), kb.config);
  for (const summary of kb.entries()) {
    if (summary.locale !== locale || summary.status === "archived") continue;
    const entry = await kb.get(summary.type, summary.id, { locale });
    if (entry !== undefined) records.push(...recordsOfEntry(entry, lacks(summary)));
  }
  return records;
}

function isVisible({ frontmatter }: EntryFacts, { audiences, drafts }: Visibility): boolean {
  return (drafts || frontmatter.status !== "draft") && audiences.includes(frontmatter.audience);
}

function listOf(
  type: EntryType,
  locale: string,
  fallback: boolean,
  items: readonly Item[],
  byKey: ReadonlyMap<string, Item>,
  config: ResolvedConfig,
): readonly EntrySummary[] {
  const collator = new Intl.Collator(locale);
  return items
    .filter(({ known, facts: { location, frontmatter } }) => {
      // Errors leave an entry without a body, and perhaps without what its type promises.
      if (known.content === undefined) return false;
      if (location.type !== type || frontmatter.status === "archived") return false;
      if (location.locale === locale) return true;
      return fallback && location.locale === config.defaultLocale && !byKey.has(`${locale} ${location.ref}`);
    })
    .map(({ summary }) => summary)
    .sort(
      (a, b) =>
        (a.order ?? Infinity) - (b.order ?? Infinity) || collator.compare(a.title, b.title) || byCodeUnit(a.id, b.id),
    );
}

function matches(summary: EntrySummary, { tags, role, level, category }: ListFilter): boolean {
  if (tags !== undefined && !tags.some((tag) => summary.tags.includes(tag))) return false;
  if (role !== undefined && summary.roles.length > 0 && !summary.roles.includes(role)) return false;
  if (level !== undefined && summary.level !== level) return false;
  return category === undefined || (summary.type === "faq" && summary.category === category);
}

function summaryOf(facts: EntryFacts, known: KnownFile, config: ResolvedConfig): EntrySummary {
  const { location, frontmatter, title, minutes, questions, lead } = facts;
  const { type } = location;
  const summary = {
    ...frontmatter,
    ...location,
    title,
    minutes,
    revision: known.revision ?? "",
    file: `${config.content.replace(/^\.\//, "").replace(/\/+$/, "")}/${facts.file}`,
    questionCount: questions.length,
    ...(type === "faq"
      ? { answer: "answer" in frontmatter && frontmatter.answer !== undefined ? frontmatter.answer : lead }
      : {}),
    ...("video" in frontmatter && frontmatter.video !== undefined
      ? { video: videoUrls(frontmatter.video, facts) }
      : {}),
  };
  // The front matter was read with the schema of this type.
  return summary as EntrySummary;
}

/** The same video with URLs for what its author wrote. */
function videoUrls({ captions, ...video }: VideoSource, { links }: EntryFacts): VideoSource {
  const url = (href: string) => {
    const target = links.find((link) => link.href === href)?.target;
    return target !== undefined && "url" in target ? target.url : href;
  };
  const tracks =
    typeof captions === "string"
      ? url(captions)
      : typeof captions === "object"
        ? Object.fromEntries(Object.entries(captions).map(([locale, file]) => [locale, url(file)]))
        : captions;
  return {
    ...video,
    src: url(video.src),
    ...(tracks === undefined ? {} : { captions: tracks }),
    ...(video.poster === undefined ? {} : { poster: url(video.poster) }),
    ...(video.transcript === undefined ? {} : { transcript: url(video.transcript) }),
  };
}

function addresses(
  { links }: EntryFacts,
  findFaq: FindFaq,
  config: ResolvedConfig,
): { readonly links: readonly Link[]; readonly media: readonly Media[] } {
  const media = new Map<string, Media>();
  const found: Link[] = [];
  const note = (target: Target) => {
    if (target.kind === "media") media.set(target.file, { file: target.file, url: mediaUrl(target.file, config) });
  };
  for (const { href, target, use } of links) {
    note(target);
    if ((use === "link" || use === "faq") && "url" in target) found.push(linkOf(href, target));
    if (use === "faq") for (const shown of findFaq(href)?.facts.links ?? []) note(shown.target);
  }
  return { links: found, media: [...media.values()] };
}

function linkOf(href: string, target: Target & { readonly url: string }): Link {
  return {
    href,
    url: target.url,
    ...(target.kind === "entry" ? { ref: target.ref } : {}),
    ...("anchor" in target && target.anchor !== undefined ? { anchor: target.anchor } : {}),
  };
}

function redirectsOf(items: readonly Item[], config: ResolvedConfig): readonly Redirect[] {
  const redirects = new Map<string, string>();
  const add = (item: Item, locale: string) => {
    const { type, id } = item.facts.location;
    for (const former of item.facts.frontmatter.formerly) {
      const from = entryUrl(type, former.normalize("NFC"), locale, config);
      if (!redirects.has(from)) redirects.set(from, entryUrl(type, id, locale, config));
    }
  };
  for (const item of items) add(item, item.facts.location.locale);
  // The pages of other locales that fell back to this entry moved with it.
  for (const item of items) {
    if (item.facts.location.locale === config.defaultLocale)
      for (const locale of Object.keys(config.locales)) add(item, locale);
  }
  return [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => byCodeUnit(a.from, b.from));
}

/** Also those that are linked to as pages, `/media/…`. */
function mediaUrlsOf(entries: readonly EntryFacts[], config: ResolvedConfig): readonly string[] {
  const below = mediaUrl("", config);
  const urls = entries.flatMap(({ links }) => links.flatMap(({ target }) => ("url" in target ? [target.url] : [])));
  return [...new Set(urls.filter((url) => url.startsWith(below)).map((url) => url.replace(/[?#].*$/, "")))];
}

function mediaFilesOf(items: readonly Item[], config: ResolvedConfig, root: string): readonly MediaFile[] {
  const files = new Set<string>();
  for (const { facts } of items) {
    for (const { target } of facts.links) if (target.kind === "media") files.add(target.file);
  }
  return [...files]
    .sort(byCodeUnit)
    .map((file) => ({ file, path: join(root, config.content, file), url: mediaUrl(file, config) }));
}

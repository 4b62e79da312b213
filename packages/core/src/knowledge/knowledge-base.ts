import { join } from "node:path";
import { summarise } from "../check/report/summary.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry, EntrySummary } from "../model/entry.ts";
import type { EntryType } from "../model/types.ts";
import { recordsOfEntry } from "../search/entry-records.ts";
import { createMemorySearch } from "../search/memory-search.ts";
import type { SearchRecord } from "../search/record.ts";
import type { Search } from "../search/search.ts";
import { untranslated } from "../search/untranslated.ts";
import { type Catalogue, type Item, readCatalogue, type Visibility } from "./catalogue.ts";
import { checkListFilter, checkLocale, checkRequest, checkType } from "./check-request.ts";
import { byCodeUnit } from "./content-files.ts";
import { entryUrl } from "./locate.ts";
import { pathMinutes, pathSteps } from "./path-steps.ts";
import type { Content } from "./read-content.ts";
import type { ListFilter, LocalKnowledgeBase, MediaFile, Redirect } from "./types.ts";

/** Makes a knowledge base of content that has been read with its bodies. */
export function createKnowledgeBase(
  { entries, files }: Content,
  config: ResolvedConfig,
  root: string,
  diagnostics: readonly Diagnostic[],
  visible: Visibility,
): LocalKnowledgeBase {
  const locales = Object.keys(config.locales);
  const { items, find, isWrittenIn } = readCatalogue(entries, config, visible);

  // An entry shown in another locale has its page there; what a path leads through is as its steps are in the language of its readers.
  const inLocale = (summary: EntrySummary, locale: string): EntrySummary => {
    if (summary.locale === locale && summary.type !== "path") return summary;
    const url = entryUrl(summary.type, summary.id, locale, config);
    if (summary.type !== "path") return { ...summary, url };
    const findStep = (ref: string) => find(ref, locale)?.summary;
    const steps = pathSteps(summary, findStep).map(({ ref }) => ref);
    return { ...summary, url, steps, minutes: pathMinutes(summary, findStep) };
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
    media: mediaFilesOf(items, files, config, root),
    mediaOf: (ref, locale) => find(ref, locale)?.mediaUrls ?? [],
    async get<T extends EntryType>(type: T, id: string, options: { readonly locale?: string } = {}) {
      const locale = options.locale ?? config.defaultLocale;
      checkType(type);
      checkLocale(locale, locales);
      const item = find(`${type}:${id}`, locale);
      const content = item?.content?.();
      if (item === undefined || content === undefined) return undefined;
      const { summary, outline, links, media } = item;
      const entry = {
        ...inLocale(summary, locale),
        ...content,
        revision: summary.revision,
        outline,
        links,
        media,
      };
      // Found by its type, so it is of it.
      return entry as unknown as Entry<T>;
    },
    async list<T extends EntryType>(type: T, filter: ListFilter = {}) {
      const locale = filter.locale ?? config.defaultLocale;
      checkType(type);
      checkLocale(locale, locales);
      checkListFilter(filter);
      const key = `${type} ${locale} ${filter.fallback ?? true}`;
      let all = lists.get(key);
      if (all === undefined) {
        all = listOf(type, locale, filter.fallback ?? true, items, isWrittenIn, config).map((one) =>
          inLocale(one, locale),
        );
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

function listOf(
  type: EntryType,
  locale: string,
  fallback: boolean,
  items: readonly Item[],
  isWrittenIn: Catalogue["isWrittenIn"],
  config: ResolvedConfig,
): readonly EntrySummary[] {
  const collator = new Intl.Collator(locale);
  return items
    .filter(({ content, summary }) => {
      // Errors leave an entry without a body, and perhaps without what its type promises.
      if (content === undefined || summary.type !== type || summary.status === "archived") return false;
      if (summary.locale === locale) return true;
      return fallback && summary.locale === config.defaultLocale && !isWrittenIn(summary.ref, locale);
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

function redirectsOf(items: readonly Item[], config: ResolvedConfig): readonly Redirect[] {
  const redirects = new Map<string, string>();
  const add = ({ summary: { type, id, formerly } }: Item, locale: string) => {
    for (const former of formerly) {
      const from = entryUrl(type, former.normalize("NFC"), locale, config);
      if (!redirects.has(from)) redirects.set(from, entryUrl(type, id, locale, config));
    }
  };
  for (const item of items) add(item, item.summary.locale);
  // The pages of other locales that fell back to this entry moved with it.
  for (const item of items) {
    if (item.summary.locale === config.defaultLocale)
      for (const locale of Object.keys(config.locales)) add(item, locale);
  }
  return [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => byCodeUnit(a.from, b.from));
}

function mediaFilesOf(
  items: readonly Item[],
  files: ReadonlySet<string>,
  config: ResolvedConfig,
  root: string,
): readonly MediaFile[] {
  const media = new Map(items.flatMap((item) => item.media.map(({ file, url }) => [file, url] as const)));
  return [...media]
    .filter(([file]) => files.has(file))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([file, url]) => ({ file, path: join(root, config.content, file), url }));
}

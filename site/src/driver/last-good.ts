import {
  type Entry,
  type EntrySummary,
  type EntryType,
  entryUrl,
  type ListFilter,
  type LocalKnowledgeBase,
  type Ref,
} from "@knowhow/core";

/**
 * The knowledge base `next`, in which entries that an error made unreadable are still as they were in `previous`:
 * somebody who writes goes on seeing their page. Entries that never were readable are left out.
 */
export async function keepLastGood(
  next: LocalKnowledgeBase,
  previous: LocalKnowledgeBase | undefined,
): Promise<LocalKnowledgeBase> {
  const broken = new Set(next.diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const candidates = new Map<string, EntrySummary>();
  for (const kb of [previous, next]) {
    // The mistake may also be in a partial: then the entry has no revision.
    for (const entry of kb?.entries() ?? [])
      if (broken.has(entry.file) || entry.revision === "") candidates.set(keyOf(entry), entry);
  }
  const kept = new Map<string, Entry>();
  const unreadable = new Set<string>();
  for (const [key, summary] of candidates) {
    if (await bodyOf(next, summary)) continue;
    const last = previous && (await bodyOf(previous, summary));
    unreadable.add(key);
    if (last) kept.set(key, last);
  }
  return unreadable.size === 0 ? next : patched(next, unreadable, kept);
}

function patched(
  next: LocalKnowledgeBase,
  unreadable: ReadonlySet<string>,
  kept: ReadonlyMap<string, Entry>,
): LocalKnowledgeBase {
  const { config } = next;
  const isReadable = (entry: Pick<EntrySummary, "ref" | "locale">) => !unreadable.has(keyOf(entry));
  const find = (ref: Ref, locale: string) => kept.get(keyOf({ ref, locale }));
  return {
    ...next,
    entries: () => [...next.entries().filter(isReadable), ...kept.values()],
    async get<T extends EntryType>(type: T, id: string, options: { readonly locale?: string } = {}) {
      const locale = options.locale ?? config.defaultLocale;
      const ref: Ref = `${type}:${id}`;
      const last = find(ref, locale);
      if (last) return last as Entry<T>; // Found by its type, so it is of it.
      const entry = await next.get(type, id, options);
      if (entry) return entry;
      const fallback = find(ref, config.defaultLocale);
      return fallback && ({ ...fallback, url: entryUrl(type, id, locale, config) } as Entry<T>);
    },
    async list<T extends EntryType>(type: T, filter: ListFilter = {}) {
      const locale = filter.locale ?? config.defaultLocale;
      const stillThere = [...kept.values()].filter((entry) => entry.type === type && entry.locale === locale);
      return [...(await next.list(type, filter)).filter(isReadable), ...(stillThere as unknown as EntrySummary<T>[])];
    },
  };
}

/** The entry in its own locale, with its body. */
async function bodyOf(kb: LocalKnowledgeBase, { type, id, locale }: EntrySummary): Promise<Entry | undefined> {
  const entry = await kb.get(type, id, { locale });
  return entry?.locale === locale ? entry : undefined;
}

function keyOf({ ref, locale }: { readonly ref: string; readonly locale: string }): string {
  return `${locale} ${ref}`;
}

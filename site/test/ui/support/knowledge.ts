import { type EntrySummary, type EntryType, entryFolders, type ResolvedConfig } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";

/** What a test says of an entry; the rest is as for an entry with next to no front matter. */
export interface Sketch {
  readonly type: EntryType;
  readonly id: string;
  readonly locale?: string;
  readonly [field: string]: unknown;
}

/** A knowledge base of the entries sketched, without bodies. `base` is that of its URLs; `settings` are further keys of the configuration. */
export function sketchedKnowledgeBase(
  sketches: readonly Sketch[],
  base = "/",
  settings: Partial<ResolvedConfig> = {},
): LocalKnowledgeBase {
  const config = {
    title: "Desk",
    site: `https://kb.example.com${base}`,
    base,
    defaultLocale: "en",
    locales: { en: { label: "English", dir: "ltr" }, vi: { label: "Tiếng Việt", dir: "ltr" } },
    texts: {},
    roles: { sales: { label: "Sales team" } },
    tags: {},
    openGraph: { images: "section" },
    theme: { slots: {} },
    editUrl: "https://git.example.com/edit/{file}",
    ...settings,
  };
  const entries = sketches.map(({ type, id, locale = "en", ...more }) => ({
    type,
    id,
    locale,
    ref: `${type}:${id}`,
    title: id,
    url: `${base}${locale === "en" ? "" : `${locale}/`}${entryFolders[type]}/${id}/`,
    file: `content/${id}.md`,
    revision: "0",
    minutes: 1,
    questionCount: 0,
    status: "published",
    audience: "public",
    ...Object.fromEntries(
      ["aliases", "tags", "roles", "skills", "contexts", "related", "formerly", "prerequisites", "steps"].map((key) => [
        key,
        [],
      ]),
    ),
    ...more,
  }));
  // Only what view models read is there: summaries and the configuration.
  return {
    config: config as unknown as ResolvedConfig,
    entries: () => entries as unknown as readonly EntrySummary[],
    redirects: [],
    mediaOf: () => [],
  } as unknown as LocalKnowledgeBase;
}

import { siteTexts, tagLabel } from "../config/local-text.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { localeBase } from "../knowledge/locate.ts";
import type { LocalKnowledgeBase } from "../knowledge/types.ts";
import type { EntrySummary } from "../model/entry.ts";
import type { PublishedFile } from "./published-file.ts";
import { xmlText } from "./xml.ts";

/** How many entries a feed tells of. */
const limit = 50;

/**
 * Whether a locale has a feed: an entry that is written in it says when it was published or updated. A feed has to say when
 * it changed last, and where no entry does, nothing but the clock could tell.
 */
export function hasFeed(kb: LocalKnowledgeBase, locale: string): boolean {
  return kb.entries().some((entry) => isListed(entry, locale) && dayOf(entry) !== undefined);
}

/**
 * Makes the Atom feed of the entries of a locale that are new or have changed, the newest first. An entry is in it from
 * the day that its author gives it as `published` or `updated`; one that has neither is not.
 *
 * @param site - The whole address of the site, the configuration's `site`: a feed has no relative addresses.
 * @returns Undefined where the locale has none, as `hasFeed` tells.
 */
export function feedFile(kb: LocalKnowledgeBase, locale: string, site: string): PublishedFile | undefined {
  const { base } = kb.config;
  const { title, description } = siteTexts(kb.config, locale);
  const whole = (url: string) => xmlText(new URL(url, site).href);
  const home = localeBase(locale, kb.config);
  const path = `${home.slice(base.length)}feed.xml`;
  const entries = newest(kb.entries().filter((entry) => isListed(entry, locale)));
  const [last] = entries;
  if (last === undefined) return undefined;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(locale)}">`,
    `<id>${whole(`${home}feed.xml`)}</id>`,
    `<title>${xmlText(title)}</title>`,
    ...(description === undefined ? [] : [`<subtitle>${xmlText(description)}</subtitle>`]),
    `<link rel="self" type="application/atom+xml" href="${whole(`${home}feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${whole(home)}"/>`,
    `<updated>${moment(last.day)}</updated>`,
    `<author><name>${xmlText(title)}</name></author>`,
    "<generator>Knowhow</generator>",
    ...entries.flatMap(({ entry, day }) => entryLines(entry, day, whole, kb.config)),
    "</feed>",
  ];
  return { path, text: `${lines.join("\n")}\n` };
}

function entryLines(
  entry: EntrySummary,
  day: string,
  whole: (url: string) => string,
  config: ResolvedConfig,
): readonly string[] {
  const summary = entry.summary ?? (entry.type === "faq" ? entry.answer : undefined);
  return [
    "<entry>",
    `<id>${whole(entry.url)}</id>`,
    `<title>${xmlText(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${whole(entry.url)}"/>`,
    ...(entry.published === undefined ? [] : [`<published>${moment(entry.published)}</published>`]),
    `<updated>${moment(day)}</updated>`,
    ...(entry.owner === undefined ? [] : [`<author><name>${xmlText(entry.owner)}</name></author>`]),
    ...entry.tags.map((tag) => category(tag, tagLabel(tag, entry.locale, config))),
    ...(summary === undefined || summary === "" ? [] : [`<summary>${xmlText(summary)}</summary>`]),
    "</entry>",
  ];
}

function category(tag: string, label: string): string {
  return `<category term="${xmlText(tag)}"${label === tag ? "" : ` label="${xmlText(label)}"`}/>`;
}

function isListed({ locale, status }: EntrySummary, wanted: string): boolean {
  return locale === wanted && status === "published";
}

/** The day of its last change that its author tells. */
function dayOf({ published, updated }: EntrySummary): string | undefined {
  return updated ?? published;
}

/** Entries of one day are in the order of their refs, so that the same content gives the same feed. */
function newest(entries: readonly EntrySummary[]): readonly { readonly entry: EntrySummary; readonly day: string }[] {
  return entries
    .flatMap((entry) => {
      const day = dayOf(entry);
      return day === undefined ? [] : [{ entry, day }];
    })
    .sort((a, b) => (a.day === b.day ? (a.entry.ref < b.entry.ref ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, limit);
}

/** A day as the moment that feeds ask for. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}

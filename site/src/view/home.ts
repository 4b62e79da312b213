import type { EntrySummary } from "@knowhow/core";
import { type Card, cardOf } from "./card.ts";
import type { Catalogue, Topic } from "./catalogue.ts";

/** A new or changed entry. */
export interface News extends Card {
  /** The day, as in `2026-01-31`. */
  readonly day: string;
}

/** What the home page shows. */
export interface HomePage {
  /** Questions to try, those in the reader's language first. */
  readonly examples: readonly Card[];
  /** The largest topics, by name. */
  readonly topics: readonly Topic[];
  /** Whether there are more topics than these. */
  readonly moreTopics: boolean;
  /** By day, the newest first. */
  readonly news: readonly News[];
}

const topicLimit = 36;
const newsLimit = 8;
const exampleLimit = 3;

/** What the home page of a locale shows. */
export function homePage(catalogue: Catalogue): HomePage {
  const { locale, lists, topics } = catalogue;
  const largest = new Set(topics.toSorted((a, b) => b.entries.length - a.entries.length).slice(0, topicLimit));
  return {
    examples: lists.faq
      .toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale))
      .slice(0, exampleLimit)
      .map((faq) => cardOf(faq, locale)),
    topics: topics.filter((topic) => largest.has(topic)),
    moreTopics: topics.length > topicLimit,
    news: Object.values<readonly EntrySummary[]>(lists)
      .flat()
      .flatMap((entry) => newsOf(entry, locale))
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
      .slice(0, newsLimit),
  };
}

function newsOf(entry: EntrySummary, locale: string): readonly News[] {
  const day = entry.updated ?? entry.published;
  return day === undefined ? [] : [{ ...cardOf(entry, locale), day }];
}

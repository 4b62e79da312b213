import type { EntrySummary, EntryType } from "@knowhow/core";

/** An entry as lists show it. */
export interface Card {
  readonly type: EntryType;
  readonly title: string;
  readonly url: string;
  readonly summary: string | undefined;
  readonly minutes: number;
  readonly questionCount: number;
  readonly level: EntrySummary["level"];
  /** The locale that it is written in, where that is not the page's. */
  readonly lang: string | undefined;
}

/** The card of an entry, for a page in `locale`. */
export function cardOf(entry: EntrySummary, locale: string): Card {
  const { type, title, url, minutes, questionCount, level } = entry;
  const summary = entry.summary ?? (entry.type === "faq" ? entry.answer : undefined);
  return {
    type,
    title,
    url,
    summary,
    minutes,
    questionCount,
    level,
    lang: entry.locale === locale ? undefined : entry.locale,
  };
}

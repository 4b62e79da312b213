import { type RecordSummary, recordTexts, type SearchRecord } from "./record.ts";
import { createWordReader, type Word, words } from "./tokenise.ts";

/** A word of the site: as it is written most often, and on how many pages it stands. */
export interface SidecarWord {
  readonly text: string;
  readonly pages: number;
}

/** A vocabulary with more words than this is a big download for every reader, for words that hardly anybody types. */
const maxWords = 12_000;

/** The words of some pages: folded, on how many pages it stands, and how often each spelling is used. */
export type WordCounts = readonly (readonly [
  folded: string,
  pages: number,
  spellings: readonly (readonly [string, number])[],
])[];

/** Counts on how many pages each word stands. */
export function countWords(records: readonly SearchRecord[]): WordCounts {
  const tallies = new Map<string, Tally>();
  const readWords = createWordReader((word) => tallyOf(word, tallies));
  for (const [page, record] of records.entries()) {
    const tell = ({ tally, spelling }: TalliedWord) => {
      if (tally.lastPage !== page) tally.pages++;
      tally.lastPage = page;
      spelling.uses++;
    };
    for (const text of recordTexts(record)) readWords(text, tell);
  }
  return [...tallies].map(([folded, { pages, spellings }]) => [
    folded,
    pages,
    [...spellings].map(([text, { uses }]) => [text, uses]),
  ]);
}

/** What is counted of a word while pages are read; there are millions of words, hence no look-up for each. */
interface Tally {
  pages: number;
  /** The page that was counted last; a word may stand on it many times. */
  lastPage: number;
  readonly spellings: Map<string, Spelling>;
}

interface Spelling {
  uses: number;
}

interface TalliedWord {
  readonly tally: Tally;
  readonly spelling: Spelling;
}

function tallyOf({ text, folded }: Word, tallies: Map<string, Tally>): TalliedWord {
  const tally = tallies.get(folded) ?? { pages: 0, lastPage: -1, spellings: new Map<string, Spelling>() };
  tallies.set(folded, tally);
  const spelling = tally.spellings.get(text) ?? { uses: 0 };
  tally.spellings.set(text, spelling);
  return { tally, spelling };
}

interface Count {
  pages: number;
  readonly spellings: Map<string, number>;
}

function countOf(folded: string, counts: Map<string, Count>): Count {
  const known = counts.get(folded);
  if (known !== undefined) return known;
  const made = { pages: 0, spellings: new Map<string, number>() };
  counts.set(folded, made);
  return made;
}

/**
 * The vocabulary of a site whose pages were counted in parts, in the order of the folded words.
 * Of a big one, the words of titles and aliases and the most frequent others stay; `partial` says that some went.
 */
export function chooseWords(
  parts: readonly WordCounts[],
  records: readonly RecordSummary[],
): { readonly words: readonly SidecarWord[]; readonly partial: boolean } {
  const counts = new Map<string, Count>();
  for (const [folded, pages, spellings] of parts.flat()) {
    const count = countOf(folded, counts);
    count.pages += pages;
    for (const [text, uses] of spellings) count.spellings.set(text, (count.spellings.get(text) ?? 0) + uses);
  }
  const kept = counts.size <= maxWords ? [...counts] : mostUseful([...counts], namingWords(records));
  return {
    words: kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { pages, spellings }]) => ({ text: mostFrequent(spellings), pages })),
    partial: kept.length < counts.size,
  };
}

function namingWords(records: readonly RecordSummary[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ title, aliases }) => [title, ...aliases].flatMap(words)));
}

function mostUseful<T extends { readonly pages: number }>(
  counts: readonly (readonly [string, T])[],
  naming: ReadonlySet<string>,
): (readonly [string, T])[] {
  const rank = ([word, { pages }]: readonly [string, T]) => (naming.has(word) ? Number.POSITIVE_INFINITY : pages);
  // Equal counts by the word itself: which words stay must not depend on the order of the pages.
  const byUse = [...counts].sort((a, b) => (rank(a) === rank(b) ? (a[0] < b[0] ? -1 : 1) : rank(b) - rank(a)));
  return byUse.slice(0, maxWords);
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [text, count] of spellings) {
    if (count > most || (count === most && text < best)) {
      best = text;
      most = count;
    }
  }
  return best;
}

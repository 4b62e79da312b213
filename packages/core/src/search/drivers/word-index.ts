import { ranking } from "../ranking.ts";
import type { SearchRecord } from "../record.ts";
import { firstNotBefore } from "../sorted.ts";
import type { Stem } from "../stem.ts";
import { words } from "../tokenise.ts";
import type { RawHit } from "./driver.ts";

/** Finds the pages that have a word, or a longer one that starts with it, and scores them as Pagefind does. */
export interface WordIndex {
  readonly find: (folded: string) => readonly RawHit[];
}

/** What a word counts by where it stands, as Pagefind weighs the elements that `toPagefindHtml` writes. */
const inTitle = 7;
const inHeading = 6;
const inText = 1;

/** A page that has a stem. */
interface Posting {
  readonly page: number;
  /** How often, by where it stands. */
  frequency: number;
  /** The fields that have it, a bit for each. */
  fields: number;
}

const { termSaturation, pageLength, termSimilarity, metaWeights } = ranking;
const fieldNames = ["title", "aliases", "answer", "summary", "within"] as const;

/** Takes the words of all records in. */
export function createWordIndex(records: readonly SearchRecord[], stem: Stem): WordIndex {
  const postings = new Map<string, Posting[]>();
  const lengths: number[] = [];
  for (const [page, record] of records.entries()) {
    const postingOf = (folded: string): Posting => {
      const stemmed = stem(folded);
      const pages = postings.get(stemmed) ?? [];
      if (pages.length === 0) postings.set(stemmed, pages);
      const last = pages.at(-1);
      if (last?.page === page) return last;
      const posting = { page, frequency: 0, fields: 0 };
      pages.push(posting);
      return posting;
    };
    let length = 0;
    const read = (text: string, weight: number) => {
      for (const word of words(text)) {
        postingOf(word).frequency += weight;
        length++;
      }
    };
    read(record.title, inTitle);
    for (const { heading = "", text } of record.sections) {
      read(heading, inHeading);
      read(text, inText);
    }
    lengths.push(length);
    for (const [bit, field] of fieldNames.entries()) {
      const text = field === "aliases" ? record.aliases.join("\n") : record[field];
      for (const word of words(text ?? "")) postingOf(word).fields |= 1 << bit;
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  const sorted = [...postings.keys()].sort();

  const startingWith = (start: string): readonly string[] => {
    const found: string[] = [];
    for (let at = firstNotBefore(sorted, start); sorted[at]?.startsWith(start); at++) found.push(sorted[at] ?? "");
    return found;
  };

  return {
    find: (folded) => {
      const asked = stem(folded);
      const frequencies = new Map<number, number>();
      const fields = new Map<number, number>();
      for (const each of startingWith(asked)) {
        const likeness = likenessOf(each.length - asked.length);
        for (const posting of postings.get(each) ?? []) {
          const { page } = posting;
          const often = posting.frequency * likeness;
          const length = 1 - pageLength + (pageLength * (lengths[page] ?? 0)) / average;
          const counted = ((termSaturation + 1) * often) / (termSaturation * length + often);
          frequencies.set(page, (frequencies.get(page) ?? 0) + counted);
          fields.set(page, (fields.get(page) ?? 0) | posting.fields);
        }
      }
      const rarity = Math.log(1 + (records.length - frequencies.size + 0.5) / (frequencies.size + 0.5));
      return [...frequencies].map(([page, frequency]) => ({
        key: records[page]?.url ?? "",
        score: rarity * (frequency + fieldWeight(fields.get(page) ?? 0)),
      }));
    },
  };
}

/** What a word counts that is longer than the one that was asked for, by so many letters. */
function likenessOf(longer: number): number {
  return Math.exp(termSimilarity * (Math.exp(-((longer + 1) ** 2) / 8) - 1));
}

function fieldWeight(fields: number): number {
  let weight = 0;
  for (const [bit, field] of fieldNames.entries()) {
    if (fields & (1 << bit)) weight += field === "title" || field === "aliases" ? metaWeights[field] : 1;
  }
  return weight;
}

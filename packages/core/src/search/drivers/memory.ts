import { recordTexts, type SearchRecord } from "../record.ts";
import { createStem } from "../stem.ts";
import { words } from "../tokenise.ts";
import type { RawHit, SearchDriver } from "./driver.ts";
import { createWordIndex } from "./word-index.ts";

/**
 * A driver over records in memory: for content that is not published, and for runtimes without WebAssembly.
 * The records are those of one locale; a page's key is its URL.
 */
export function memoryDriver(locale: string, records: readonly SearchRecord[]): SearchDriver {
  const recordsByUrl = new Map(records.map((record) => [record.url, record]));
  const index = createWordIndex(records, createStem(locale));
  const listed = records.map(({ url }) => url).sort();
  return {
    find: async (query, { exact }) => {
      const hits = haveAll(query.split(" ").map(index.find));
      return exact ? hits.filter((hit) => hasPhrase(recordsByUrl.get(hit.key), query)) : hits;
    },
    load: async (key) => {
      const record = recordsByUrl.get(key);
      if (record === undefined) throw new RangeError(`No page was found under ${key}.`);
      return record;
    },
    keys: async () => listed,
  };
}

/** The pages that have all of several words, with their scores added. */
function haveAll([first = [], ...others]: readonly (readonly RawHit[])[]): readonly RawHit[] {
  const scores = others.map((hits) => new Map(hits.map(({ key, score }) => [key, score])));
  return first.flatMap(({ key, score }) => {
    const more = scores.map((ofWord) => ofWord.get(key));
    return more.includes(undefined) ? [] : [{ key, score: more.reduce<number>((sum, own = 0) => sum + own, score) }];
  });
}

function hasPhrase(record: SearchRecord | undefined, phrase: string): boolean {
  if (record === undefined) return false;
  return recordTexts(record).some((text) => ` ${words(text).join(" ")} `.includes(` ${phrase} `));
}

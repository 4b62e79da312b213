import MiniSearch from "minisearch";
import { isAllowed } from "../filter.ts";
import { recordTexts, type SearchRecord } from "../record.ts";
import { createStem } from "../stem.ts";
import { words } from "../tokenise.ts";
import type { SearchDriver } from "./driver.ts";

/** What a word counts in each field: a title names its page, a body mentions many things. */
const boost = { title: 3, aliases: 2, body: 1 };
/** Shorter words start too many others to be looked up as the start of a longer one. */
const shortestStart = 4;

/**
 * A driver over records in memory: for content that is not published, and for runtimes without WebAssembly.
 * The records are those of one locale; a page's key is its URL.
 */
export function memoryDriver(locale: string, records: readonly SearchRecord[]): SearchDriver {
  const stem = createStem(locale);
  const recordsByUrl = new Map(records.map((record) => [record.url, record]));
  const index = new MiniSearch<SearchRecord>({
    idField: "url",
    fields: Object.keys(boost),
    extractField: fieldText,
    tokenize: (text) => [...words(text)],
    processTerm: stem,
    searchOptions: { boost, prefix: (word) => word.length >= shortestStart, weights: { prefix: 0.2, fuzzy: 0 } },
  });
  index.addAll(records);
  const listed = records.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  return {
    find: async (query, { exact }) => {
      const all = exact || query.includes(" ");
      const hits = index.search(query, all ? { combineWith: "AND" } : {});
      return hits
        .filter((hit) => !exact || hasPhrase(recordsByUrl.get(hit.id), query))
        .map((hit) => ({ key: hit.id, score: hit.score }));
    },
    load: async (key) => {
      const record = recordsByUrl.get(key);
      if (record === undefined) throw new RangeError(`No page was found under ${key}.`);
      return record;
    },
    matching: async (allowed) => new Set(listed.filter((record) => isAllowed(record, allowed)).map(({ url }) => url)),
  };
}

function fieldText(record: SearchRecord, field: string): string {
  if (field === "url") return record.url;
  if (field === "title") return record.title;
  if (field === "aliases") return record.aliases.join("\n");
  return recordTexts({ ...record, title: "", aliases: [] }).join("\n");
}

function hasPhrase(record: SearchRecord | undefined, phrase: string): boolean {
  if (record === undefined) return false;
  return recordTexts(record).some((text) => ` ${words(text).join(" ")} `.includes(` ${phrase} `));
}

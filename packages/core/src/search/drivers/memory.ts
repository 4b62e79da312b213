import MiniSearch from "minisearch";
import type { SearchRecord } from "../record.ts";
import { createStem } from "../stem.ts";
import { words } from "../tokenise.ts";
import type { SearchDriver } from "./driver.ts";

/**
 * A driver over records in memory: for content that is not published, and for runtimes without WebAssembly.
 * The records must be of one locale; a page's key is its URL.
 */
export function memoryDriver(locale: string, records: readonly SearchRecord[]): SearchDriver {
  const stem = createStem(locale);
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const index = new MiniSearch<SearchRecord>({
    idField: "url",
    fields: ["title", "aliases", "text"],
    tokenize: (text) => [...words(text)],
    processTerm: stem,
    extractField: (record, field) => fieldText(record, field),
    searchOptions: { boost: { title: 3, aliases: 2 }, processTerm: stem },
  });
  index.addAll(records);
  const texts = new Map<string, string>();
  return {
    find: async (query, { exact }) => {
      const hits = index.search(query, { combineWith: exact ? "AND" : "OR" });
      return hits
        .filter((hit) => !exact || foldedText(hit.id).includes(` ${query} `))
        .map((hit) => ({ key: hit.id, score: hit.score }));
    },
    load: async (key) => {
      const record = byUrl.get(key);
      return { ...(record?.answer === undefined ? {} : { answer: record.answer }), sections: record?.sections ?? [] };
    },
  };

  function foldedText(url: string): string {
    let text = texts.get(url);
    const record = byUrl.get(url);
    if (text === undefined && record) {
      text = ["title", "aliases", "text"].map((field) => ` ${words(fieldText(record, field)).join(" ")} `).join("|");
      texts.set(url, text);
    }
    return text ?? "";
  }
}

function fieldText(record: SearchRecord, field: string): string {
  if (field === "title") return record.title;
  if (field === "aliases") return record.aliases.join("\n");
  if (field === "url") return record.url;
  return [record.answer, record.summary, ...record.sections.flatMap((each) => [each.heading, each.text])]
    .filter(Boolean)
    .join("\n");
}

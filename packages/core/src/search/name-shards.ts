import type { Ref } from "../model/types.ts";
import type { RecordType } from "./record.ts";
import { stopWords } from "./stop-words.ts";
import { words } from "./tokenise.ts";

/** A page to offer while somebody is typing. */
export interface NamedPage {
  readonly ref: Ref;
  readonly type: RecordType;
  readonly title: string;
  readonly url: string;
  readonly aliases: readonly string[];
}

/** The names of pages, by the first letters of the words in them: what is typed first tells which shard to load. */
export type NameShards = ReadonlyMap<string, readonly NamedPage[]>;

/** From so many pages on, a shard is named by so many letters: with fewer it would be a big download. */
const lettersFrom: readonly (readonly [pages: number, letters: number])[] = [
  [4000, 3],
  [1000, 2],
  [0, 1],
];

/**
 * Sorts pages (in the order of their URLs) into shards; a page is in one for each beginning of a word of its names. Words such as
 * "how" and "the" do not count, with which most names begin; nor do practice questions, which nobody looks for by name.
 */
export function shardNames(
  locale: string,
  records: readonly NamedPage[],
): {
  readonly letters: number;
  readonly shards: NameShards;
} {
  const stops = stopWords(locale);
  const named = records.filter(({ type }) => type !== "question");
  const letters = lettersFrom.find(([from]) => named.length >= from)?.[1] ?? 1;
  const shards = new Map<string, NamedPage[]>();
  for (const { ref, type, title, url, aliases } of named) {
    const prefixesOf = (name: string) =>
      new Set(tellingWords(words(name), stops).map((word) => shardOf(word, letters)));
    const ofAliases = aliases.map((alias) => ({ alias, prefixes: prefixesOf(alias) }));
    for (const prefix of new Set([title, ...aliases].flatMap((name) => [...prefixesOf(name)]))) {
      const shard = shards.get(prefix) ?? [];
      shards.set(prefix, shard);
      // An alias is only ever found by the beginnings of its own words.
      const own = ofAliases.filter(({ prefixes }) => prefixes.has(prefix)).map(({ alias }) => alias);
      shard.push({ ref, type, title, url, aliases: own });
    }
  }
  return { letters, shards: new Map([...shards].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The words of a name that tell something; all of them where none does. */
function tellingWords(all: readonly string[], stops: ReadonlySet<string>): readonly string[] {
  const telling = all.filter((word) => !stops.has(word));
  return telling.length === 0 ? all : telling;
}

/** The shard that has the names with a folded word. */
export function shardOf(folded: string, letters: number): string {
  return Array.from(folded).slice(0, letters).join("");
}

/** The file of a shard in the search folder; plain letters, whatever the script, and the locale in lower case as in other files. */
export function shardFile(locale: string, prefix: string): string {
  const code = Array.from(prefix, (letter) => letter.codePointAt(0)?.toString(16)).join("-");
  return `names-${locale.toLowerCase()}/${code}.json`;
}

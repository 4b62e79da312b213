import { type NamedPage, shardOf } from "./name-shards.ts";
import type { Sidecar } from "./sidecar.ts";
import { words } from "./tokenise.ts";

/** A page to offer while somebody is typing. */
export interface SearchSuggestion extends Omit<NamedPage, "aliases"> {
  /** The alias that matched, where the title did not. */
  readonly alias?: string;
  /** The locale that it is written in: another one where it is not translated. */
  readonly locale: string;
}

/** Loads the names in a shard. */
export type LoadNames = (prefix: string) => Promise<readonly NamedPage[]>;

/** Offers at most `limit` pages for what was typed so far. */
export type Suggest = (typed: string, limit: number) => Promise<readonly SearchSuggestion[]>;

/**
 * Suggests pages whose title or alias has words that start with the words typed, in any order. Best first: those that start
 * with what was typed, then titles before aliases, short ones before long ones, and by URL; what is not translated comes last.
 *
 * The first word that tells something says which names to load, once; everything typed after it is answered from memory. Nothing
 * is suggested while only words such as "how" have been typed: they begin most names.
 */
export function createSuggest(sidecar: Sidecar, stopWords: ReadonlySet<string>, loadNames: LoadNames): Suggest {
  const { shards } = sidecar;
  const known = new Set(shards.prefixes);
  const loaded = new Map<string, Promise<readonly Name[]>>();
  const namesOf = (prefix: string) => {
    const before = loaded.get(prefix);
    if (before !== undefined) return before;
    const names = loadNames(prefix).then((pages) => pages.map((page) => placed(page, sidecar)).flatMap(toNames));
    loaded.set(prefix, names);
    names.catch(() => loaded.delete(prefix));
    return names;
  };
  return async (typed, limit) => {
    const wanted = words(typed.slice(0, longestTyped));
    const first = firstTelling(wanted, stopWords);
    const prefix = shardOf(first, shards.letters);
    // With one letter typed and two for a shard there is nothing to load yet.
    if (!known.has(prefix)) return [];
    const starts = wanted.map((word) => ` ${word}`);
    const matching = (await namesOf(prefix))
      .filter((name) => name.texts.some((text) => starts.every((start) => text.includes(start))))
      .map((name) => ({ name, rank: rankOf(name, starts.join("")) }))
      .sort((a, b) => a.rank - b.rank || (a.name.page.url < b.name.page.url ? -1 : 1));
    return distinctPages(
      matching.map(({ name }) => name),
      limit,
    );
  };
}

/** The word whose beginning says which names to load; none behind stop words and a letter that may become one, too. */
function firstTelling(wanted: readonly string[], stopWords: ReadonlySet<string>): string {
  const [first = ""] = wanted;
  // A stop word alone may be the beginning of another word.
  if (wanted.length === 1) return first;
  return wanted.find((word) => word.length > 1 && !stopWords.has(word)) ?? "";
}

/** What is longer than this is no beginning of a title, in UTF-16 units. */
const longestTyped = 200;

/** A page as readers of the locale find it. */
interface PlacedPage extends NamedPage {
  readonly locale: string;
  readonly isTranslated: boolean;
}

/** What is not translated stands among the names with the URL of its original. */
function placed(page: NamedPage, { locale, fallback }: Sidecar): PlacedPage {
  if (fallback === undefined || page.url.startsWith(fallback.to)) return { ...page, locale, isTranslated: true };
  const url = fallback.to + page.url.slice(fallback.from.length);
  return { ...page, url, locale: fallback.locale, isTranslated: false };
}

interface Name {
  readonly page: PlacedPage;
  /** Undefined for the title. */
  readonly alias: string | undefined;
  /** Folded, words separated by single spaces, one before the first; then with `e-mail` as the two words that it begins as. */
  readonly texts: readonly [string, ...string[]];
}

function toNames(page: PlacedPage): readonly Name[] {
  const toName = (text: string, alias: string | undefined): Name => ({ page, alias, texts: searchable(text) });
  return [toName(page.title, undefined), ...page.aliases.map((alias) => toName(alias, alias))];
}

function searchable(text: string): readonly [string, ...string[]] {
  const whole = ` ${words(text).join(" ")}`;
  const parted = ` ${words(text.replace(/[^\p{L}\p{M}\p{N}'’ʼ]+/gu, " ")).join(" ")}`;
  return whole === parted ? [whole] : [whole, parted];
}

function rankOf({ page, texts: [text], alias }: Name, wanted: string): number {
  return (
    (page.isTranslated ? 0 : 4000) +
    (text.startsWith(wanted) ? 0 : 2000) +
    (alias === undefined ? 0 : 1000) +
    Math.min(text.length, 999)
  );
}

function distinctPages(names: readonly Name[], limit: number): readonly SearchSuggestion[] {
  const chosen = new Map<string, SearchSuggestion>();
  for (const { page, alias } of names) {
    if (chosen.size >= limit) break;
    if (chosen.has(page.url)) continue;
    const { ref, type, title, url, locale } = page;
    chosen.set(page.url, { ref, type, title, url, locale, ...(alias === undefined ? {} : { alias }) });
  }
  return [...chosen.values()];
}

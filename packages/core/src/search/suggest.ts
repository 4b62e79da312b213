import type { Ref } from "../model/types.ts";
import { matchesFilter, type SearchFilter } from "./filter.ts";
import { fold, normalise } from "./normalise.ts";
import type { RecordType } from "./record.ts";
import type { Sidecar, SidecarPage } from "./sidecar.ts";

/** A page to offer while somebody is typing. */
export interface SearchSuggestion {
  readonly ref: Ref;
  readonly type: RecordType;
  readonly title: string;
  readonly url: string;
  /** The alias that matched, where the title did not. */
  readonly alias?: string;
}

/** Offers pages for what was typed so far. */
export type Suggest = (
  typed: string,
  options: SearchFilter & { readonly limit: number },
) => readonly SearchSuggestion[];

/**
 * Suggests pages whose title or alias has words that start with the words typed, in any order. Best first: those that start
 * with what was typed, then titles before aliases, short ones before long ones, and by URL. Works from memory: no request.
 */
export function createSuggest(sidecar: Sidecar): Suggest {
  let names: readonly NameOfPage[] | undefined;
  return (typed, { limit, ...filter }) => {
    const wanted = searchable(typed);
    if (wanted === " ") return [];
    names ??= sidecar.pages.flatMap(namesOf);
    const starts = wanted.trimEnd().split(/(?= )/);
    const matching = names
      .filter((name) => starts.every((start) => name.text.includes(start)) && matchesFilter(name.page, filter))
      .map((name) => ({ name, rank: rankOf(name, wanted.trimEnd()) }))
      .sort((a, b) => a.rank - b.rank || (a.name.page.url < b.name.page.url ? -1 : 1));
    return distinctPages(
      matching.map(({ name }) => name),
      limit,
    );
  };
}

interface NameOfPage {
  readonly page: SidecarPage;
  /** Undefined for the title. */
  readonly alias: string | undefined;
  /** Folded, words separated by single spaces, one before the first. */
  readonly text: string;
}

function namesOf(page: SidecarPage): readonly NameOfPage[] {
  const toName = (text: string, alias: string | undefined): NameOfPage => ({ page, alias, text: searchable(text) });
  return [toName(page.title, undefined), ...page.aliases.map((alias) => toName(alias, alias))];
}

function searchable(text: string): string {
  return ` ${fold(normalise(text))
    .replace(/['’ʼ]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trimStart()}`;
}

function rankOf(name: NameOfPage, wanted: string): number {
  return (
    (name.text.startsWith(wanted) ? 0 : 2000) + (name.alias === undefined ? 0 : 1000) + Math.min(name.text.length, 999)
  );
}

function distinctPages(names: readonly NameOfPage[], limit: number): readonly SearchSuggestion[] {
  const chosen = new Map<SidecarPage, SearchSuggestion>();
  for (const { page, alias } of names) {
    if (chosen.size >= limit) break;
    if (chosen.has(page)) continue;
    const { ref, type, title, url } = page;
    chosen.set(page, { ref, type, title, url, ...(alias === undefined ? {} : { alias }) });
  }
  return [...chosen.values()];
}

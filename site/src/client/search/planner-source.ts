import { type Hit, highlight, openPageSearch, type Search, type SearchResult } from "@knowhow/core/search";
import type { Site } from "../site.ts";
import {
  type FacetCount,
  type FacetName,
  type Filters,
  facetNames,
  type SearchHit,
  type SearchSource,
} from "./source.ts";

/** Searches the index of the site that the page belongs to, in the page's language. */
export function plannerSource({ base, locale }: Site): SearchSource {
  let loading: Promise<Search> | undefined;
  const loaded = (): Promise<Search> => {
    loading ??= openPageSearch(base, locale).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async answer(question) {
      const answer = await (await loaded()).ask(question);
      return answer.found ? { text: answer.text, title: answer.citation.title, url: answer.citation.url } : undefined;
    },
    async search({ text, filters, limit, facets, correct = true }) {
      const search = await loaded();
      const found = await search.search(text, {
        ...plannerFilters(filters),
        limit,
        correct,
        ...(facets ? { facets: ["type", "role", "level", "tags"] } : {}),
      });
      return {
        hits: found.hits.map((hit) => readHit(hit, found, locale)),
        total: found.total,
        facets: readFacets(found),
        ...(found.correctedQuery === undefined ? {} : { corrected: found.correctedQuery }),
      };
    },
  };
}

function plannerFilters({ type, role, level, tag }: Filters) {
  return { type: type as readonly Hit["type"][], role, level, tags: tag };
}

function readHit({ title, url, type, excerpt, heading }: Hit, { words }: SearchResult, locale: string): SearchHit {
  return {
    title,
    url,
    type,
    heading,
    excerpt: highlight(excerpt, words, locale).map(({ text, match }) => ({ text, marked: match })),
  };
}

function readFacets({ facets }: SearchResult): Record<FacetName, readonly FacetCount[]> {
  const counts = (name: FacetName): readonly FacetCount[] =>
    Object.entries(facets[name === "tag" ? "tags" : name] ?? {}).map(([value, count]) => ({ value, count }));
  const [type, role, level, tag] = facetNames.map(counts);
  return { type: type ?? [], role: role ?? [], level: level ?? [], tag: tag ?? [] };
}

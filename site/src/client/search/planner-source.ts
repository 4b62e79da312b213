import {
  type Hit,
  highlight,
  openPageSearch,
  type Search,
  type SearchResult,
  type SearchSuggestion,
} from "@knowhow/core/search";
import type { Site } from "../site.ts";
import {
  type FacetCount,
  type FacetName,
  type Filters,
  facetNames,
  type SearchHit,
  type SearchSource,
  type Suggestion,
} from "./source.ts";

/** More names than this are a list to read, not a way to go. */
const mostSuggestions = 3;

/** Searches the index of the site that the page belongs to, in the page's language; for a worker of the page. */
export function plannerSource({ base, locale }: Pick<Site, "base" | "locale">): SearchSource {
  let loading: Promise<Search> | undefined;
  let attempts = 0;
  const loaded = (): Promise<Search> => {
    loading ??= openPageSearch(base, locale, attempts++);
    return loading;
  };
  // An index that could not be loaded whole stays broken, so the next attempt opens it anew.
  const attempt = async <T>(use: (search: Search) => Promise<T>): Promise<T> => {
    const mine = loaded();
    try {
      return await use(await mine);
    } catch (error) {
      if (loading === mine) loading = undefined;
      throw error;
    }
  };
  // Names stay usable where the index is not.
  let named: Search | undefined;
  return {
    async prepare() {
      await attempt(async () => {}).catch(() => {});
    },
    async suggest(typed) {
      named ??= await attempt(async (search) => search);
      const names = await named.suggest(typed, { limit: 4 * mostSuggestions });
      return names
        .filter(isPage)
        .slice(0, mostSuggestions)
        .map((name) => readSuggestion(name, locale));
    },
    async answer(question) {
      const answer = await attempt((search) => search.ask(question));
      if (!answer.found) return undefined;
      const { title, url, locale: written } = answer.citation;
      return { text: answer.text, title, url, language: written === locale ? undefined : written };
    },
    async search({ text, filters, limit, facets, correct = true }) {
      const found = await attempt((search) =>
        search.search(text, {
          ...plannerFilters(filters),
          limit,
          correct,
          ...(facets ? { facets: ["type", "role", "level", "tags"] } : {}),
        }),
      );
      return {
        hits: found.hits.map((hit) => readHit(hit, found, locale)),
        total: found.total,
        words: found.words,
        facets: readFacets(found),
        ...(found.correctedQuery === undefined ? {} : { corrected: found.correctedQuery }),
      };
    },
  };
}

function plannerFilters({ type, role, level, tag }: Filters) {
  return { type: type as readonly Hit["type"][], role, level, tags: tag };
}

/** What a practice question asks is seldom what somebody asks for. */
function isPage({ type }: SearchSuggestion): boolean {
  return type !== "question";
}

function readSuggestion({ title, url, type, alias, locale: written }: SearchSuggestion, locale: string): Suggestion {
  return { title, url, type, alias, language: written === locale ? undefined : written };
}

function readHit(
  { title, url, type, excerpt, heading, owner, locale: written }: Hit,
  { words }: SearchResult,
  locale: string,
): SearchHit {
  return {
    title,
    url,
    type,
    heading,
    owner,
    language: written === locale ? undefined : written,
    excerpt: highlight(excerpt, words, written).map(({ text, match }) => ({ text, marked: match })),
  };
}

function readFacets({ facets }: SearchResult): Record<FacetName, readonly FacetCount[]> {
  const counts = (name: FacetName): readonly FacetCount[] =>
    Object.entries(facets[name === "tag" ? "tags" : name] ?? {}).map(([value, count]) => ({ value, count }));
  const [type, role, level, tag] = facetNames.map(counts);
  return { type: type ?? [], role: role ?? [], level: level ?? [], tag: tag ?? [] };
}

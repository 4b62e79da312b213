import { sureEnough } from "./confidence.ts";
import { allowedValues, type Facet, type FacetCounts } from "./filter.ts";
import type { Answer, Hit, SearchResult } from "./results.ts";
import type { AskOptions, Search, SearchOptions } from "./search.ts";
import type { FallbackIndex } from "./untranslated.ts";

/** Opens the search of another locale of the same base. */
export type OpenFallback = (locale: string) => Promise<Pick<Search, "search" | "ask">>;

/** Fewer pages than this do not end a search, however sure the first is. */
const few = 3;
/** Below this confidence the pages of the other language share but a name or a sign with the query. */
const worthShowing = 0.35;
/** What a hit in the language of the reader counts beside one that is not, where neither is sure. */
const preference = 1.25;

/**
 * Lets a search of `locale` go on among the entries that are not translated into it, where what it found is unsure or little: only
 * then is another index loaded. Where that cannot be done, what was found remains.
 */
export function withFallback(own: Search, locale: string, index: FallbackIndex, open: OpenFallback): Search {
  let opening: ReturnType<OpenFallback> | undefined;
  const opened = () => {
    opening ??= open(index.locale);
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const here = (hit: Hit): Hit =>
    hit.url.startsWith(index.from) ? { ...hit, url: index.to + hit.url.slice(index.from.length) } : hit;

  return {
    ...own,
    search: async (query, options = {}) => {
      const start = performance.now();
      const found = await own.search(query, options);
      // Without words everything is listed that the filter lets through, if there is one: what is not translated, too.
      const lists = query.trim() === "";
      const enough = lists
        ? Object.keys(allowedValues(options)).length === 0
        : found.confidence >= sureEnough && found.total >= few;
      if (enough || options.lacks !== undefined) return found;
      const other = await opened()
        .then((search) => search.search(query, { ...options, lacks: locale }))
        .catch(() => undefined);
      options.signal?.throwIfAborted();
      if (other === undefined || (!lists && other.confidence < worthShowing)) return found;
      const tookMs = Math.round((performance.now() - start) * 10) / 10;
      const ownFirst = lists || found.confidence >= sureEnough;
      return { ...join(found, { ...other, hits: other.hits.map(here) }, ownFirst, options), tookMs };
    },
    ask: async (question, options = {}) => {
      const answer = await own.ask(question, options);
      if (answer.found || options.lacks !== undefined) return answer;
      const other = await opened()
        .then((search) => search.ask(question, { ...options, lacks: locale }))
        .catch(() => undefined);
      options.signal?.throwIfAborted();
      return other === undefined ? answer : better(answer, other, here, options);
    },
  };
}

function join(own: SearchResult, other: SearchResult, ownFirst: boolean, { limit = 10 }: SearchOptions): SearchResult {
  const last = own.hits.at(-1)?.score ?? 1;
  const first = other.hits[0]?.score ?? 0;
  // Scores are as comparable as before: those behind the hits that come first are no higher than these.
  const scale = ownFirst ? Math.min(1, last / (first || 1)) : 1 / preference;
  const others = other.hits.map((hit) => ({ ...hit, score: hit.score * scale }));
  const hits = ownFirst ? [...own.hits, ...others] : [...own.hits, ...others].sort((a, b) => b.score - a.score);
  const { correctedQuery: _, ...rest } = own;
  const { correctedQuery } = other.confidence > own.confidence ? other : own;
  return {
    ...rest,
    hits: hits.slice(0, limit),
    confidence: Math.max(own.confidence, other.confidence),
    total: own.total + other.total,
    ...(correctedQuery === undefined ? {} : { correctedQuery }),
    words: [...new Set([...own.words, ...other.words])],
    facets: addCounts(own.facets, other.facets),
  };
}

function addCounts(own: FacetCounts, other: FacetCounts): FacetCounts {
  const facets = [...new Set([own, other].flatMap((each) => Object.keys(each) as Facet[]))];
  return Object.fromEntries(
    facets.map((facet) => {
      const sums = new Map<string, number>();
      for (const [value, count] of [own, other].flatMap((each) => Object.entries(each[facet] ?? {}))) {
        sums.set(value, (sums.get(value) ?? 0) + count);
      }
      return [facet, Object.fromEntries(sums)];
    }),
  );
}

function better(
  own: Answer & { readonly found: false },
  other: Answer,
  here: (hit: Hit) => Hit,
  options: AskOptions,
): Answer {
  if (other.found) {
    const others = [...other.others.map(here), ...own.nearest];
    const asked = options.limit === undefined ? others.length : Math.max(0, options.limit - 1);
    return { ...other, citation: here(other.citation), others: others.slice(0, asked) };
  }
  if (other.confidence < worthShowing) return own;
  const nearest = other.nearest.map((hit) => ({ ...here(hit), score: hit.score / preference }));
  const sorted = [...own.nearest, ...nearest].sort((a, b) => b.score - a.score);
  return {
    found: false,
    confidence: Math.max(own.confidence, other.confidence),
    nearest: sorted.slice(0, Math.max(own.nearest.length, options.limit ?? other.nearest.length)),
  };
}

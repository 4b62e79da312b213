import { answer } from "./answer.ts";
import { createBase, type SearchBase } from "./base.ts";
import { confidenceIn, sureEnough } from "./confidence.ts";
import type { SearchDocument, SearchDriver } from "./drivers/driver.ts";
import { SearchError } from "./errors.ts";
import { countFacets, type Facets, matchesFilter, type SearchFilter } from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { type Plan, planQuery } from "./plan.ts";
import { createNames, type Ranked, rerank, rerankDepth } from "./rerank.ts";
import type { Answer, Hit, SearchResult } from "./results.ts";
import { retrieve, retrieveAllWords } from "./retrieve.ts";
import type { Sidecar } from "./sidecar.ts";
import { allSteps, type SearchSteps } from "./steps.ts";
import { createSuggest, type SearchSuggestion } from "./suggest.ts";

/** What a search works with. */
export interface SearchSetup {
  readonly driver: SearchDriver;
  readonly sidecar: Sidecar;
  /** Steps to leave out, for evaluation. Default: none. */
  readonly steps?: Partial<SearchSteps>;
}

/** How to search. */
export interface SearchOptions extends SearchFilter {
  /** How many hits at most. Default 10. */
  readonly limit?: number;
  /** Whether to correct words that the site lacks. Default true. */
  readonly correct?: boolean;
  /** Ends the search: it then rejects with the signal's reason. Abort the one before when a new one starts. */
  readonly signal?: AbortSignal;
}

/** How to ask. */
export interface AskOptions extends SearchOptions {
  /** The confidence from which an answer is given, 0 to 1. Default 0.5. */
  readonly threshold?: number;
}

/** The search of one locale of a knowledge base. */
export interface Search {
  readonly search: (query: string, options?: SearchOptions) => Promise<SearchResult>;
  readonly ask: (question: string, options?: AskOptions) => Promise<Answer>;
  /** Pages for what was typed so far, at once; default limit 8. */
  readonly suggest: (
    typed: string,
    options?: SearchFilter & { readonly limit?: number },
  ) => readonly SearchSuggestion[];
}

/** How many words an excerpt has. */
const excerptLength = 32;

/** Makes the search of one locale from a driver and the sidecar that was built with its index. */
export function createSearch({ driver, sidecar, steps = {} }: SearchSetup): Search {
  const base = createBase(sidecar, { ...allSteps, ...steps });
  const uncorrected = { ...base, steps: { ...base.steps, correct: false } };
  const names = createNames(base);
  const suggest = createSuggest(sidecar);
  const pagesByKey = new Map(sidecar.pages.map((page) => [page.key, page]));

  async function find(query: string, options: SearchOptions): Promise<Ranking> {
    options.signal?.throwIfAborted();
    const plan = planQuery(query, options.correct === false ? uncorrected : base);
    const candidates = await (base.steps.wordByWord
      ? retrieve(plan, driver, base.pages)
      : retrieveAllWords(plan, driver));
    options.signal?.throwIfAborted();
    const found = candidates.flatMap((candidate) => {
      const page = pagesByKey.get(candidate.key);
      return page ? [{ ...candidate, page }] : [];
    });
    if (found.length < candidates.length) throw mismatch();
    if (candidates.length === 0 && shouldFind(plan, base)) throw unloaded();
    const within = found.filter(({ page }) => matchesFilter(page, options));
    return {
      plan,
      ranked: rerank(plan, within.slice(0, rerankDepth), names, base),
      total: within.length,
      facets: countFacets(
        found.map(({ page }) => page),
        options,
      ),
    };
  }

  async function toHits(ranked: readonly Ranked[], plan: Plan): Promise<readonly LoadedHit[]> {
    return Promise.all(
      ranked.map(async ({ page, score }) => {
        const document = await driver.load(page.key);
        const { text, anchor } = bestPassage(document, plan, base, excerptLength);
        const { ref, type, id, title } = page;
        const place = anchor === undefined ? { url: page.url } : { url: `${page.url}#${anchor}`, anchor };
        return { document, hit: { ref, type, id, locale: sidecar.locale, title, ...place, excerpt: text, score } };
      }),
    );
  }

  return {
    search: async (query, options = {}) => {
      const start = performance.now();
      const { plan, ranked, total, facets } = await find(query, options);
      const loaded = await toHits(ranked.slice(0, options.limit ?? 10), plan);
      options.signal?.throwIfAborted();
      return {
        hits: loaded.map(({ hit }) => hit),
        total,
        ...(plan.correctedQuery === undefined ? {} : { correctedQuery: plan.correctedQuery }),
        words: [...new Set(plan.terms.flatMap((term) => term.alternatives.flatMap(({ words }) => words)))],
        facets,
        tookMs: Math.round((performance.now() - start) * 10) / 10,
      };
    },
    ask: async (question, options = {}) => {
      const { plan, ranked } = await find(question, options);
      const loaded = await toHits(ranked.slice(0, options.limit ?? 4), plan);
      options.signal?.throwIfAborted();
      const [best, ...others] = loaded;
      const confidence = confidenceIn(ranked, plan);
      if (best === undefined || confidence < (options.threshold ?? sureEnough)) {
        return { found: false, confidence, nearest: loaded.map(({ hit }) => hit) };
      }
      const text = answer(best.hit, best.document, plan, base);
      return { found: true, ...text, confidence, citation: best.hit, others: others.map(({ hit }) => hit) };
    },
    suggest: (typed, { limit = 8, ...filter } = {}) => suggest(typed, { limit, ...filter }),
  };
}

interface Ranking {
  readonly plan: Plan;
  readonly ranked: readonly Ranked[];
  readonly total: number;
  readonly facets: Facets;
}

interface LoadedHit {
  readonly hit: Hit;
  readonly document: SearchDocument;
}

/** Whether some word of the plan is on a page for sure. */
function shouldFind({ terms, phrases }: Plan, { vocabulary, steps }: SearchBase): boolean {
  if (phrases.length > 0 || !steps.wordByWord) return false;
  // Other scripts may be split into words otherwise by the driver.
  const words = terms.flatMap((term) => (term.stop ? [] : (term.alternatives[0]?.words ?? [])));
  return words.some((word) => /^[a-z]{2,}$/.test(word) && vocabulary.pages(word) > 0);
}

/** Pagefind goes on without the parts of an index that it cannot load, and then finds nothing. */
function unloaded(): SearchError {
  return new SearchError("index-missing", "The search index could not be loaded: check the connection and try again.");
}

function mismatch(): SearchError {
  return new SearchError(
    "index-version",
    "The search index and its sidecar are from different builds: load the page again, or build the site again.",
  );
}

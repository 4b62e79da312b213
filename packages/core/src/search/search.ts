import { answer } from "./answer.ts";
import { createBase, type SearchBase } from "./base.ts";
import { type Compose, composeAnswer } from "./composing.ts";
import { confidenceIn, sureEnough } from "./confidence.ts";
import type { SearchDriver } from "./drivers/driver.ts";
import { type Embed, rerankByMeaning } from "./embedding.ts";
import type { FacetIndex } from "./facet-index.ts";
import { type OpenFallback, withFallback } from "./fallback.ts";
import { allowedValues, type Facet, type SearchFilter } from "./filter.ts";
import { createPageFilter, type PageFilter } from "./page-filter.ts";
import { bestPassage } from "./passage.ts";
import { type Plan, planQuery } from "./plan.ts";
import type { SearchRecord } from "./record.ts";
import { createPlaces, type Found as FoundPage, type Ranked, rerank, rerankDepth } from "./rerank.ts";
import type { Answer, Hit, SearchResult } from "./results.ts";
import { bestOf, type Candidate, type Reach, reaches, retrieve, retrieveAllWords } from "./retrieve.ts";
import type { Sidecar } from "./sidecar.ts";
import { allSteps, type SearchSteps } from "./steps.ts";
import { createSuggest, type LoadNames, type SearchSuggestion } from "./suggest.ts";
import type { SynonymGroups } from "./thesaurus/index.ts";

/** What a search works with. */
export interface SearchSetup {
  readonly driver: SearchDriver;
  readonly sidecar: Sidecar;
  /** Loads a shard of names, for suggestions. */
  readonly loadNames: LoadNames;
  /** Loads what the pages can be filtered by, for the first search that filters or counts. */
  readonly loadFacets: () => Promise<FacetIndex>;
  /** Everyday synonyms, as `loadThesaurus` gives them for the locale. Default: none. */
  readonly thesaurus?: SynonymGroups;
  /** Vectors of meaning, to order hits by. Default: none, words only. */
  readonly embed?: Embed;
  /** Writes answers from the passages found, for example with a language model. Default: none, answers are quotations. */
  readonly compose?: Compose;
  /** Opens the search of another locale, for entries that the sidecar says are lacking in this one. Default: they are not found. */
  readonly openFallback?: OpenFallback;
  /** Steps to leave out, for evaluation. Default: none. */
  readonly steps?: Partial<SearchSteps>;
}

/** How to search. */
export interface SearchOptions extends SearchFilter {
  /** How many hits at most. Default 10. */
  readonly limit?: number;
  /** Whether to correct words that the site lacks. Default true. */
  readonly correct?: boolean;
  /** Facets whose values are to be counted. Default: none. */
  readonly facets?: readonly Facet[];
  /** Ends the search: it then rejects with the signal's reason. Abort the one before when a new one starts. */
  readonly signal?: AbortSignal;
}

/** How to ask; a practice question is never the answer. */
export interface AskOptions extends Omit<SearchOptions, "facets" | "limit"> {
  /** How many pages at most, that of the answer or the nearest one included, which always comes. Default 4. */
  readonly limit?: number;
  /** The confidence from which an answer is given, 0 to 1. Default 0.5. */
  readonly threshold?: number;
}

/** The search of one locale of a knowledge base. */
export interface Search {
  /** An empty query with a filter lists all pages that the filter lets through, in the order of their URLs. */
  readonly search: (query: string, options?: SearchOptions) => Promise<SearchResult>;
  readonly ask: (question: string, options?: AskOptions) => Promise<Answer>;
  /** Pages for what was typed so far; default limit 8. Only the first letters of a query may load something. */
  readonly suggest: (typed: string, options?: { readonly limit?: number }) => Promise<readonly SearchSuggestion[]>;
}

/** How many words an excerpt has. */
const excerptLength = 32;
/** How many pages an answer comes with, its own included. */
const answerHits = 4;

/** Makes the search of one locale from a driver and the sidecar that was built with its index. */
export function createSearch(setup: SearchSetup): Search {
  const own = createOwnSearch(setup);
  const { openFallback, sidecar } = setup;
  const { locale, fallback } = sidecar;
  return openFallback === undefined || fallback === undefined ? own : withFallback(own, locale, fallback, openFallback);
}

/** Makes the search of what is written in the locale. */
function createOwnSearch(setup: SearchSetup): Search {
  const { driver, sidecar, loadNames, loadFacets, thesaurus = [], embed, compose, steps = {} } = setup;
  const base = createBase(sidecar, thesaurus, { ...allSteps, ...steps });
  const uncorrected: SearchBase = { ...base, steps: { ...base.steps, correct: false } };
  const places = createPlaces(base);
  const suggest = createSuggest(sidecar, base.stopWords, loadNames);

  let filter: Promise<PageFilter> | undefined;
  const pageFilter = () => {
    filter ??= Promise.all([loadFacets(), driver.keys()]).then(([index, keys]) => createPageFilter(index, keys));
    // What could not be loaded may be there the next time.
    filter.catch(() => {
      filter = undefined;
    });
    return filter;
  };

  // A page searches and asks for the same words at once: the work is done once.
  let latest: { readonly key: string; readonly found: Promise<Found> } | undefined;

  function find(query: string, options: SearchOptions): Promise<Found> {
    // Whoever may end a search gets one to end.
    if (options.signal !== undefined) return findAnew(query, options);
    const depth = depthFor(options);
    const key = JSON.stringify([query, options.correct ?? true, allowedValues(options), depth]);
    if (latest?.key === key) return latest.found;
    const found = findAnew(query, options);
    latest = { key, found };
    found.catch(() => {
      if (latest?.found === found) latest = undefined;
    });
    return found;
  }

  async function findAnew(query: string, options: SearchOptions): Promise<Found> {
    const { signal } = options;
    signal?.throwIfAborted();
    const plan = planQuery(query, options.correct === false ? uncorrected : base);
    if (query.trim() === "") return listed(plan, options);
    let found: Found = { plan, ranked: [], candidates: [], total: 0 };
    for (const reach of reaches(base.pages)) {
      found = await findOnce(plan, reach, options);
      signal?.throwIfAborted();
      if (confidenceIn(found.ranked, plan) >= sureEnough) break;
    }
    if (embed === undefined) return found;
    const ranked = await rerankByMeaning(query, found.ranked, embed);
    signal?.throwIfAborted();
    return { ...found, ranked };
  }

  async function findOnce(plan: Plan, reach: Reach, options: SearchOptions): Promise<Found> {
    const { wordByWord } = base.steps;
    const candidates = await (wordByWord ? retrieve(plan, driver, base, reach) : retrieveAllWords(plan, driver));
    options.signal?.throwIfAborted();
    return narrow(plan, candidates, options);
  }

  /** What there is without a query: with a filter all pages, without one none. */
  async function listed(plan: Plan, options: SearchOptions): Promise<Found> {
    const filters = Object.keys(allowedValues(options)).length > 0;
    const keys = filters ? (await pageFilter()).keys : [];
    options.signal?.throwIfAborted();
    return narrow(
      plan,
      keys.map((key) => ({ key, score: 0, terms: 0 })),
      options,
    );
  }

  async function narrow(plan: Plan, candidates: readonly Candidate[], options: SearchOptions): Promise<Found> {
    const allowed = allowedValues(options);
    const allows = Object.keys(allowed).length === 0 ? undefined : (await pageFilter()).allows(allowed);
    const left = allows === undefined ? candidates : candidates.filter(({ key }) => allows(key));
    const depth = depthFor(options);
    const best = plan.terms.length === 0 ? left.slice(0, depth) : bestOf(left, depth);
    const loaded = best.map(async (candidate) => ({ ...candidate, page: await driver.load(candidate.key) }));
    return { plan, ranked: rankInTurns(plan, await Promise.all(loaded)), candidates, total: left.length };
  }

  /** Orders each depth of candidates by itself: whoever asks for more gets the same before it, and lower scores behind. */
  function rankInTurns(plan: Plan, found: readonly FoundPage[]): readonly Ranked[] {
    const ranked: Ranked[] = [];
    const best = found[0]?.score;
    for (let at = 0; at < found.length; at += rerankDepth) {
      const lowest = ranked.at(-1)?.score ?? Number.POSITIVE_INFINITY;
      const turn = rerank(plan, found.slice(at, at + rerankDepth), places, base, best);
      ranked.push(...turn.map((one) => ({ ...one, score: Math.min(one.score, lowest) })));
    }
    return ranked;
  }

  function toHit({ page, score }: Ranked, plan: Plan): Hit {
    const { ref, type, id, title, url, locale, owner } = page;
    const { text, anchor, heading = page.within } = bestPassage(page, plan, base, excerptLength);
    const place = anchor === undefined ? { url } : { url: `${url}#${encodeURIComponent(anchor)}`, anchor };
    const more = { ...(heading ? { heading } : {}), ...(owner === undefined ? {} : { owner }) };
    return { ref, type, id, locale, title, ...place, ...more, excerpt: text, score };
  }

  return {
    search: async (query, options = {}) => {
      const start = performance.now();
      const { plan, ranked, candidates, total } = await find(query, options);
      const asked = options.facets ?? [];
      const keys = candidates.map((candidate) => candidate.key);
      const facets = asked.length === 0 ? {} : (await pageFilter()).count(keys, options, asked);
      options.signal?.throwIfAborted();
      return {
        hits: ranked.slice(0, options.limit ?? 10).map((each) => toHit(each, plan)),
        confidence: confidenceIn(ranked, plan),
        total,
        ...(plan.correctedQuery === undefined ? {} : { correctedQuery: plan.correctedQuery }),
        words: tellingWords(plan),
        facets,
        tookMs: Math.round((performance.now() - start) * 10) / 10,
      };
    },
    ask: async (question, options = {}) => {
      const { plan, ranked: all } = await find(question, options);
      const pages = all.filter(({ page }) => answers(page));
      // What says nothing does not answer; where it is all that was found, it may still come nearest.
      const ranked = pages.length === 0 ? all : pages;
      const best = ranked.slice(0, Math.max(1, options.limit ?? answerHits));
      const sources = best.map((each) => ({ hit: toHit(each, plan), ...answer(each.page, plan, base) }));
      const hits = sources.map(({ hit }) => hit);
      const confidence = pages.length === 0 ? 0 : confidenceIn(pages, plan);
      const [first] = sources;
      if (first === undefined || pages.length === 0 || confidence < (options.threshold ?? sureEnough)) {
        return { found: false, confidence, nearest: hits };
      }
      const composed = compose && (await composeAnswer(question, sources, compose));
      options.signal?.throwIfAborted();
      const { text, html, cited } = composed ?? { ...first, cited: [first.hit] as const };
      return {
        found: true,
        text,
        html,
        confidence,
        citation: cited[0],
        others: hits.filter((hit) => hit !== cited[0]),
      };
    },
    suggest: (typed, { limit = 8 } = {}) => suggest(typed, limit),
  };
}

/** Whether a page can answer: a practice question asks, and a quiz may hold nothing but questions. */
function answers({ type, sections }: SearchRecord): boolean {
  return type !== "question" && (type !== "quiz" || sections.some(({ text }) => text.trim() !== ""));
}

/** How many candidates to look at closely: in whole turns. */
function depthFor({ limit = 0 }: SearchOptions): number {
  return Math.max(1, Math.ceil(limit / rerankDepth)) * rerankDepth;
}

/** The words to mark: "how" and "is" are on every page, unless nothing else was asked. */
function tellingWords({ terms }: Plan): readonly string[] {
  const telling = terms.filter((term) => !term.stop);
  const marked = telling.length === 0 ? terms : telling;
  return [...new Set(marked.flatMap((term) => term.alternatives.flatMap(({ words }) => words)))];
}

interface Found {
  readonly plan: Plan;
  readonly ranked: readonly Ranked[];
  /** All of them, whatever the filter. */
  readonly candidates: readonly Candidate[];
  /** How many match the filter. */
  readonly total: number;
}

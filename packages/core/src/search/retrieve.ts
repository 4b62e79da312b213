import type { SearchBase } from "./base.ts";
import type { RawHit, SearchDriver } from "./drivers/driver.ts";
import { SearchError } from "./errors.ts";
import type { Plan, Term } from "./plan.ts";

/** A page that some words of a query led to. */
export interface Candidate {
  readonly key: string;
  /** The added scores of its words. */
  readonly score: number;
  /** The plan's terms that it was found by, a bit for the place of each. */
  readonly terms: number;
}

/** What a stop word's score counts: it is on most pages, and where it is tells little. */
const stopShare = 0.5;
/** How much of a plan is looked up. */
export interface Reach {
  /** How many of its words at most: those that tell most. */
  readonly words: number;
  readonly stopWords: boolean;
  /** Of how many of these also everyday synonyms. */
  readonly everyday: number;
  /** Words that tell less are on so many pages that looking them up takes longer than it is worth. */
  readonly leastWeight: number;
}

/** A word that tells less than this is on nearly every page, and finding it changes nothing. */
const onNearlyAll = 0.11;
/** One that tells less than this is on more than one page in five. */
const onManyPages = 1.6;

const all: Reach = {
  words: Number.POSITIVE_INFINITY,
  stopWords: true,
  everyday: Number.POSITIVE_INFINITY,
  leastWeight: onNearlyAll,
};

/**
 * How much is looked up, try by try, from so many pages on: each look-up is a download, and takes the longer the more pages have
 * the word. A few words are often enough to find a page that answers, and only when they are not is more worth its price.
 */
const reachesFrom: readonly (readonly [pages: number, tries: readonly Reach[]])[] = [
  [
    4000,
    [
      { words: 4, everyday: 1, stopWords: false, leastWeight: onManyPages },
      { words: 8, everyday: 4, stopWords: false, leastWeight: onManyPages },
    ],
  ],
  [
    1000,
    [
      { words: 5, everyday: 3, stopWords: false, leastWeight: onNearlyAll },
      { words: 12, everyday: 12, stopWords: true, leastWeight: onNearlyAll },
    ],
  ],
  [0, [all]],
];

/** How much to look up in a base of so many pages, try by try. */
export function reaches(pages: number): readonly Reach[] {
  return reachesFrom.find(([from]) => pages >= from)?.[1] ?? [all];
}

/**
 * Looks up the words of a plan one by one, as many as `reach` says, and adds the scores of each page; in no particular order.
 * A page needs not have all words: people who ask in their own words would find nothing.
 * Throws a `SearchError` where nothing is found for words that the site has: the index was not loaded then.
 */
export async function retrieve(
  plan: Plan,
  driver: SearchDriver,
  base: SearchBase,
  reach = all,
): Promise<readonly Candidate[]> {
  const telling = await lookUp(plan, driver, base, reach);
  // Where what tells something is on no page, words that are on nearly all of them are better than nothing.
  const { found, phrases } = isNothing(telling) ? await lookUp(plan, driver, base, onlyCommon(reach)) : telling;
  const within = await pagesWithPhrases(plan.phrases, driver);
  const candidates = new Map<string, { readonly key: string; score: number; terms: number; parts: number }>();
  for (const { uses, hits } of found) {
    const weight = uses.reduce((sum, use) => sum + use.weight, 0);
    const terms = uses.reduce((bits, use) => bits | (use.part === 0 ? 1 << use.term : 0), 0);
    const parts = uses.reduce((bits, use) => bits | use.part, 0);
    for (const { key, score } of hits) {
      if (within !== undefined && !within.has(key)) continue;
      const candidate = candidates.get(key);
      if (candidate === undefined) candidates.set(key, { key, score: score * weight, terms, parts });
      else {
        candidate.score += score * weight;
        candidate.terms |= terms;
        candidate.parts |= parts;
      }
    }
  }
  return Array.from(candidates.values(), ({ key, score, terms, parts }) => {
    const whole = phrases.filter((phrase) => (parts & phrase.parts) === phrase.parts);
    return { key, score, terms: whole.reduce((bits, { term }) => bits | (1 << term), terms) };
  });
}

/** The same for the words that tell least: where each look-up takes long, one of them. */
function onlyCommon(reach: Reach): Reach {
  const words = reach.leastWeight > onNearlyAll ? 1 : reach.words;
  return { words, stopWords: true, everyday: 0, leastWeight: 0 };
}

interface LookedUp {
  readonly found: readonly { readonly uses: readonly Use[]; readonly hits: readonly RawHit[] }[];
  readonly phrases: Lookups["phrases"];
}

async function lookUp(plan: Plan, driver: SearchDriver, base: SearchBase, reach: Reach): Promise<LookedUp> {
  const { lookups, phrases } = lookupsOf(plan.terms, base, reach);
  const words = [...lookups];
  const found = await Promise.all(
    words.map(async ([word, uses]) => ({ uses, hits: await driver.find(word, { exact: false }) })),
  );
  if (isNothing({ found }) && words.some(([word]) => isOnSomePage(word, base))) throw unloaded();
  return { found, phrases };
}

function isNothing({ found }: Pick<LookedUp, "found">): boolean {
  return found.every(({ hits }) => hits.length === 0);
}

/** The candidates with the highest scores, best first, equal ones by key; of thousands, without sorting them all. */
export function bestOf(candidates: readonly Candidate[], count: number): readonly Candidate[] {
  const best: Candidate[] = [];
  for (const candidate of candidates) {
    if (best.length === count && !isBetter(candidate, best[count - 1])) continue;
    let place = best.length;
    while (place > 0 && isBetter(candidate, best[place - 1])) place--;
    best.splice(place, 0, candidate);
    if (best.length > count) best.pop();
  }
  return best;
}

function isBetter(a: Candidate, b: Candidate | undefined): boolean {
  return b === undefined || a.score > b.score || (a.score === b.score && a.key < b.key);
}

/** Asks for the pages that have all words, as a search engine does by itself: for comparison. */
export async function retrieveAllWords(plan: Plan, driver: SearchDriver): Promise<readonly Candidate[]> {
  const words = plan.terms.map((term) => term.alternatives[0]?.words[0] ?? "");
  const hits = words.length === 0 ? [] : await driver.find(words.join(" "), { exact: false });
  return hits.map(({ key, score }) => ({ key, score, terms: ~0 }));
}

interface Use {
  readonly term: number;
  readonly weight: number;
  /** For a word of a synonym of several, its bit; 0 for one that stands for the term by itself. */
  readonly part: number;
}

interface Lookups {
  /** The words to look up, each with the terms that it stands for. */
  readonly lookups: ReadonlyMap<string, readonly Use[]>;
  /** The synonyms of several words among them, with the bits of these: a page has the term that has them all. */
  readonly phrases: readonly { readonly term: number; readonly parts: number }[];
}

function lookupsOf(terms: readonly Term[], base: SearchBase, reach: Reach): Lookups {
  const looked = termsToLookUp(terms, base, reach);
  const lookups = new Map<string, Use[]>();
  const phrases: { readonly term: number; readonly parts: number }[] = [];
  let nextPart = 0;
  for (const [index, term] of terms.entries()) {
    const place = looked.indexOf(term);
    if (place < 0) continue;
    for (const { words, weight, everyday } of term.alternatives) {
      if (everyday && place >= reach.everyday) continue;
      if (everyday && words.every((word) => base.vocabulary.weight(base.stem(word)) < reach.leastWeight)) continue;
      const firstPart = nextPart;
      // There are bits for more phrases than anybody's question has; one too many is as good as its words.
      const counted = words.length > 1 && firstPart + words.length < 32;
      if (counted) {
        nextPart += words.length;
        phrases.push({ term: index, parts: ((1 << words.length) - 1) << firstPart });
      }
      for (const [place, asked] of words.entries()) {
        // Pagefind would look for shorter and shorter beginnings of it, and find what nobody asked for.
        if (!base.vocabulary.mayFind(asked)) continue;
        const word = base.vocabulary.form(asked);
        const part = counted ? 1 << (firstPart + place) : 0;
        const use = { term: index, weight: (weight * (term.stop ? stopShare : 1)) / words.length, part };
        const uses = lookups.get(word);
        if (uses) uses.push(use);
        else lookups.set(word, [use]);
      }
    }
  }
  return { lookups, phrases };
}

/** Those that tell most first. */
function termsToLookUp(terms: readonly Term[], { vocabulary }: SearchBase, reach: Reach): readonly Term[] {
  const least = Math.min(onNearlyAll, reach.leastWeight);
  const words = terms.filter((term) => !isLetter(term));
  // Single letters are asked for where there is nothing else.
  const askable = words.length === 0 && least === 0 ? terms : words;
  const telling = askable.filter(({ stop, weight }) => (reach.stopWords || !stop) && weight >= least);
  // A word that no page has would take the place of one that finds something.
  const findable = (term: Term) =>
    vocabulary.partial || term.alternatives.some(({ words }) => words.every(vocabulary.has));
  const byUse = (some: readonly Term[]) =>
    [...some].sort((a, b) => Number(findable(b)) - Number(findable(a)) || b.weight - a.weight);
  const [first, ...others] = byUse(telling);
  if (first === undefined) return [];
  return [first, ...others.filter(({ weight }) => weight >= reach.leastWeight)].slice(0, reach.words);
}

/** A single letter is looked up as the start of every word with it, which takes long and finds everything. */
function isLetter(term: Term): boolean {
  return term.alternatives.every(({ words }) => words.every((word) => /^[a-z]$/.test(word)));
}

async function pagesWithPhrases(
  phrases: Plan["phrases"],
  driver: SearchDriver,
): Promise<ReadonlySet<string> | undefined> {
  if (phrases.length === 0) return undefined;
  const found = await Promise.all(
    phrases.map((spellings) => Promise.all(spellings.map((spelling) => driver.find(spelling, { exact: true })))),
  );
  const [first, ...others] = found.map((hits) => new Set(hits.flat().map((hit) => hit.key)));
  return new Set([...(first ?? [])].filter((key) => others.every((keys) => keys.has(key))));
}

function isOnSomePage(word: string, { vocabulary }: SearchBase): boolean {
  // Words of other scripts may be split otherwise by the driver.
  return /^[a-z]{2,}$/.test(word) && vocabulary.pages(word) > 0;
}

/** Pagefind goes on without the parts of an index that it cannot load, and then finds nothing. */
function unloaded(): SearchError {
  return new SearchError("index-missing", "The search index could not be loaded: check the connection and try again.");
}

import type { SearchBase } from "./base.ts";
import type { SearchDriver } from "./drivers/driver.ts";
import { SearchError } from "./errors.ts";
import { manyPages, type Plan, type Term } from "./plan.ts";

/** A page that some words of a query led to. */
export interface Candidate {
  readonly key: string;
  /** The added scores of its words. */
  readonly score: number;
  /** The places of the plan's terms that it was found by. */
  readonly terms: ReadonlySet<number>;
}

/** What a stop word's score counts: it is on most pages, and where it is tells little. */
const stopShare = 0.5;
/** A stop word that tells less than this is on nearly every page; looking it up changes nothing and takes long. */
const leastWeight = 0.11;
/**
 * How many words are looked up at most, try by try. In a base of many pages the two that tell most are often enough to find a
 * page that answers, and only when they are not is more of the index worth its download.
 */
export function lookupTries(pages: number): readonly number[] {
  return pages < manyPages ? [Number.POSITIVE_INFINITY] : [2, 5];
}

/**
 * Looks up the words of a plan one by one, at most the `most` that tell most, and adds the scores of each page, best first,
 * equal ones by key.
 * A page needs not have all words: people who ask in their own words would find nothing.
 * Throws a `SearchError` where nothing is found for words that the site has: the index was not loaded then.
 */
export async function retrieve(
  plan: Plan,
  driver: SearchDriver,
  base: SearchBase,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Candidate[]> {
  const lookups = [...lookupsOf(plan.terms, base, most)];
  const found = await Promise.all(
    lookups.map(async ([word, uses]) => ({ uses, hits: await driver.find(word, { exact: false }) })),
  );
  if (found.every(({ hits }) => hits.length === 0) && lookups.some(([word]) => isOnSomePage(word, base)))
    throw unloaded();
  const within = await pagesWithPhrases(plan.phrases, driver);
  const candidates = new Map<string, { score: number; readonly terms: Set<number> }>();
  for (const { uses, hits } of found) {
    const weight = uses.reduce((sum, use) => sum + use.weight, 0);
    for (const { key, score } of hits) {
      if (within !== undefined && !within.has(key)) continue;
      const candidate = candidates.get(key) ?? { score: 0, terms: new Set<number>() };
      candidates.set(key, candidate);
      candidate.score += score * weight;
      for (const use of uses) candidate.terms.add(use.term);
    }
  }
  return [...candidates]
    .map(([key, candidate]) => ({ key, ...candidate }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Asks for the pages that have all words, as a search engine does by itself: for comparison. */
export async function retrieveAllWords(plan: Plan, driver: SearchDriver): Promise<readonly Candidate[]> {
  const words = plan.terms.map((term) => term.alternatives[0]?.words[0] ?? "");
  const hits = words.length === 0 ? [] : await driver.find(words.join(" "), { exact: false });
  return hits.map(({ key, score }) => ({ key, score, terms: new Set(plan.terms.keys()) }));
}

interface Use {
  readonly term: number;
  readonly weight: number;
}

/** The words to look up, each with the terms that it stands for. */
function lookupsOf(terms: readonly Term[], base: SearchBase, most: number): ReadonlyMap<string, readonly Use[]> {
  const looked = termsToLookUp(terms, base, most);
  const lookups = new Map<string, Use[]>();
  for (const [index, term] of terms.entries()) {
    if (!looked.has(term)) continue;
    for (const { words, weight, comparedOnly } of term.alternatives) {
      if (comparedOnly) continue;
      for (const asked of words) {
        // Pagefind would look for shorter and shorter beginnings of it, and find what nobody asked for.
        if (!base.vocabulary.mayFind(asked)) continue;
        const word = base.vocabulary.form(asked);
        const use = { term: index, weight: (weight * (term.stop ? stopShare : 1)) / words.length };
        const uses = lookups.get(word);
        if (uses) uses.push(use);
        else lookups.set(word, [use]);
      }
    }
  }
  return lookups;
}

function termsToLookUp(terms: readonly Term[], { pages, vocabulary }: SearchBase, most: number): ReadonlySet<Term> {
  const many = pages >= manyPages;
  const telling = terms.filter((term) => !isLetter(term) && (!term.stop || (!many && term.weight >= leastWeight)));
  const worthIt = telling.length === 0 ? terms : telling;
  // A word that no page has would take the place of one that finds something.
  const findable = (term: Term) =>
    vocabulary.partial || term.alternatives.some(({ words }) => words.every(vocabulary.has));
  const byUse = [...worthIt].sort((a, b) => Number(findable(b)) - Number(findable(a)) || b.weight - a.weight);
  return new Set(byUse.slice(0, most));
}

/** A single letter is looked up as the start of every word with it, which takes long and finds everything. */
function isLetter(term: Term): boolean {
  return term.alternatives.every(({ words }) => words.every((word) => /^[a-z]$/.test(word)));
}

async function pagesWithPhrases(
  phrases: readonly string[],
  driver: SearchDriver,
): Promise<ReadonlySet<string> | undefined> {
  if (phrases.length === 0) return undefined;
  const found = await Promise.all(phrases.map((phrase) => driver.find(phrase, { exact: true })));
  const [first, ...rest] = found.map((hits) => hits.map((hit) => hit.key));
  const others = rest.map((keys) => new Set(keys));
  return new Set(first?.filter((key) => others.every((keys) => keys.has(key))));
}

function isOnSomePage(word: string, { vocabulary }: SearchBase): boolean {
  // Words of other scripts may be split otherwise by the driver.
  return /^[a-z]{2,}$/.test(word) && vocabulary.pages(word) > 0;
}

/** Pagefind goes on without the parts of an index that it cannot load, and then finds nothing. */
function unloaded(): SearchError {
  return new SearchError("index-missing", "The search index could not be loaded: check the connection and try again.");
}

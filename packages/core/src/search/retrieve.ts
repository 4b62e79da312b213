import type { SearchDriver } from "./drivers/driver.ts";
import type { Plan, Term } from "./plan.ts";

/** A page that some words of a query led to. */
export interface Candidate {
  readonly key: string;
  /** The added scores of its words. */
  readonly score: number;
  /** The indexes of the plan's terms that it was found by. */
  readonly terms: ReadonlySet<number>;
}

/** From this many pages on, stop words are not looked up: they are on every page, and their part of the index is big. */
export const manyPages = 1000;

/**
 * Looks up the words of a plan one by one and adds the scores of each page, best first.
 * A page needs not have all words: people who ask in their own words would find nothing.
 */
export async function retrieve(
  plan: Plan,
  driver: SearchDriver,
  options: { readonly pages: number; readonly signal?: AbortSignal },
): Promise<readonly Candidate[]> {
  const looked = termsToLookUp(plan.terms, options.pages);
  const lookups = new Map<string, { term: number; weight: number }[]>();
  for (const [index, term] of plan.terms.entries()) {
    if (!looked.has(term)) continue;
    for (const { words, weight } of term.alternatives) {
      for (const word of words) {
        const uses = lookups.get(word) ?? [];
        uses.push({ term: index, weight: (weight * (term.stop ? 0.5 : 1)) / words.length });
        lookups.set(word, uses);
      }
    }
  }
  const found = await Promise.all(
    [...lookups].map(async ([word, uses]) => ({ uses, hits: await driver.find(word, { exact: false }) })),
  );
  options.signal?.throwIfAborted();

  const scores = new Map<string, { score: number; terms: Set<number> }>();
  for (const { uses, hits } of found) {
    const weight = uses.reduce((sum, use) => sum + use.weight, 0);
    for (const hit of hits) {
      let candidate = scores.get(hit.key);
      if (!candidate) scores.set(hit.key, (candidate = { score: 0, terms: new Set() }));
      candidate.score += hit.score * weight;
      for (const use of uses) candidate.terms.add(use.term);
    }
  }
  const within = await pagesWithPhrases(plan.phrases, driver);
  options.signal?.throwIfAborted();
  return [...scores]
    .map(([key, candidate]) => ({ key, ...candidate }))
    .filter(({ key }) => within === undefined || within.has(key))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function termsToLookUp(terms: readonly Term[], pages: number): ReadonlySet<Term> {
  const telling = terms.filter(
    (term) => term.folded.length > 1 && !(term.stop && (pages >= manyPages || term.weight < 0.11)),
  );
  return new Set(telling.length === 0 ? terms : telling);
}

async function pagesWithPhrases(
  phrases: readonly string[],
  driver: SearchDriver,
): Promise<ReadonlySet<string> | undefined> {
  if (phrases.length === 0) return undefined;
  const found = await Promise.all(phrases.map((phrase) => driver.find(phrase, { exact: true })));
  const [first, ...rest] = found.map((hits) => new Set(hits.map((hit) => hit.key)));
  return rest.reduce((both, keys) => both.intersection(keys), first ?? new Set<string>());
}

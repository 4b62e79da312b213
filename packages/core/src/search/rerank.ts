import type { Plan, Term } from "./plan.ts";
import type { Candidate } from "./retrieve.ts";
import type { SidecarPage } from "./sidecar.ts";
import type { Stem } from "./stem.ts";
import { words } from "./tokenise.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is compared between a query and a page; each from 0 to 1. */
export interface Features {
  /** The added scores of the words, as a share of the best candidate's. */
  readonly retrieval: number;
  /** How alike the query is to the title or alias that is most like it. */
  readonly question: number;
  /** How much of the query the page has anywhere. */
  readonly coverage: number;
  /** How many neighbouring words of the query are neighbours in a title or alias. */
  readonly neighbours: number;
  /** How much of the query the title and aliases have among them. */
  readonly naming: number;
}

/** A candidate with the place that reranking gave it. */
export interface Ranked {
  readonly page: SidecarPage;
  readonly features: Features;
  readonly score: number;
}

/** What each feature counts. */
export type Weights = Readonly<Record<keyof Features, number>>;

/** Title and aliases of a page as sequences of stems. */
export type Naming = (page: SidecarPage) => readonly (readonly string[])[];

/** Reads titles and aliases once and remembers them. */
export function createNaming(stem: Stem): Naming {
  const known = new Map<SidecarPage, readonly (readonly string[])[]>();
  return (page) => {
    let named = known.get(page);
    if (!named) known.set(page, (named = [page.title, ...page.aliases].map((text) => words(text).map(stem))));
    return named;
  };
}

/** How many candidates are worth a closer look. */
export const rerankDepth = 40;

/** Looks closer at the best candidates and orders them anew, best first; equal scores by URL, so that ties are stable. */
export function rerank(
  plan: Plan,
  candidates: readonly (Candidate & { readonly page: SidecarPage })[],
  context: {
    readonly stem: Stem;
    readonly vocabulary: Vocabulary;
    readonly naming: Naming;
    readonly weights: Weights;
    readonly stopWords: ReadonlySet<string>;
  },
): readonly Ranked[] {
  const { stem, weights } = context;
  const slots = plan.terms.map((term) => ({
    weight: term.weight,
    alternatives: term.alternatives.map((each) => ({ weight: each.weight, stems: each.words.map(stem) })),
  }));
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  const best = candidates[0]?.score || 1;
  return candidates
    .map((candidate) => {
      const phrases = context.naming(candidate.page);
      const features: Features = {
        retrieval: candidate.score / best,
        question: Math.max(...phrases.map((phrase) => alike(slots, phrase, context))),
        coverage:
          plan.terms.reduce((sum, term, index) => sum + (candidate.terms.has(index) ? term.weight : 0), 0) / total,
        neighbours: Math.max(...phrases.map((phrase) => neighbours(plan.terms, phrase, stem))),
        naming:
          slots.reduce(
            (sum, slot) => sum + slot.weight * Math.max(...phrases.map((phrase) => matches(slot, phrase))),
            0,
          ) / total,
      };
      return { page: candidate.page, features, score: combine(features, weights) };
    })
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
}

/** The weighted sum of the features. */
export function combine(features: Features, weights: Weights): number {
  return (
    weights.retrieval * features.retrieval +
    weights.question * features.question +
    weights.coverage * features.coverage +
    weights.neighbours * features.neighbours +
    weights.naming * features.naming
  );
}

interface Slot {
  readonly weight: number;
  readonly alternatives: readonly { readonly weight: number; readonly stems: readonly string[] }[];
}

function matches(slot: Slot, phrase: readonly string[]): number {
  let best = 0;
  for (const { weight, stems } of slot.alternatives) {
    if (weight > best && stems.every((stem) => phrase.includes(stem))) best = weight;
  }
  return best;
}

/** The cosine of the angle between query and phrase, words weighted by how much they tell. */
function alike(
  slots: readonly Slot[],
  phrase: readonly string[],
  { vocabulary, stopWords }: { readonly vocabulary: Vocabulary; readonly stopWords: ReadonlySet<string> },
): number {
  let common = 0;
  let asked = 0;
  for (const slot of slots) {
    const square = slot.weight ** 2;
    asked += square;
    common += matches(slot, phrase) * square;
  }
  let said = 0;
  for (const stem of new Set(phrase)) said += (vocabulary.weight(stem) * (stopWords.has(stem) ? 0.5 : 1)) ** 2;
  return common === 0 ? 0 : common / Math.sqrt(asked * said);
}

function neighbours(terms: readonly Term[], phrase: readonly string[], stem: Stem): number {
  if (terms.length < 2) return 0;
  const pairs = new Set(phrase.slice(1).map((word, index) => `${phrase[index]} ${word}`));
  let found = 0;
  for (let index = 1; index < terms.length; index++) {
    const before = terms[index - 1]?.alternatives[0]?.words[0] ?? "";
    const after = terms[index]?.alternatives[0]?.words[0] ?? "";
    if (pairs.has(`${stem(before)} ${stem(after)}`)) found++;
  }
  return found / (terms.length - 1);
}

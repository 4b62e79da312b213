import type { SearchBase } from "./base.ts";
import type { Plan, Term } from "./plan.ts";
import type { SearchRecord } from "./record.ts";
import type { Candidate } from "./retrieve.ts";
import { words } from "./tokenise.ts";

/** How a page compares with a query; each from 0 to 1. */
export interface Features {
  /** The added scores of its words, as a share of the best candidate's. */
  readonly retrieval: number;
  /** How alike the query and a title or alias are, every word counting the same. */
  readonly wording: number;
  /** How much of the query the title and the aliases have among them. */
  readonly naming: number;
  /** How much of a title or alias the query has. */
  readonly told: number;
  /** How many neighbouring words of the query are neighbours in a title or alias. */
  readonly neighbours: number;
  /** How much of the query the page has anywhere. */
  readonly coverage: number;
}

/** A candidate that was looked at closely. */
export interface Ranked {
  readonly page: SearchRecord;
  readonly score: number;
  readonly features: Features;
}

/** How many candidates are worth a closer look. */
export const rerankDepth = 24;

/**
 * What each feature counts. Tuned on five sets of questions in two languages, each half of them against the other; the
 * optimum is flat: half or double of any of them changes nDCG by less than .01.
 */
const counts = { retrieval: 1, wording: 1.6, naming: 1.2, told: 0.3 };

/** A candidate whose page is known. */
export type Found = Candidate & { readonly page: SearchRecord };

/** Orders the best candidates anew by how their titles and aliases compare with the query; equal scores by URL. */
export function rerank(plan: Plan, found: readonly Found[], names: NamesOf, base: SearchBase): readonly Ranked[] {
  const best = found[0]?.score || 1;
  return found
    .map((candidate) => {
      const features = compare(plan, candidate, candidate.score / best, names(candidate.page));
      const score = base.steps.rerank ? combine(features, base.pairWeight) : features.retrieval;
      return { page: candidate.page, score, features };
    })
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
}

/** A title or an alias, taken apart. */
export interface Name {
  readonly stems: ReadonlySet<string>;
  /** Neighbouring stems, with a space between. */
  readonly pairs: ReadonlySet<string>;
  /** What its stems weigh together. */
  readonly weight: number;
}

/** The title and the aliases of a page. */
export type NamesOf = (page: SearchRecord) => readonly Name[];

/** Takes titles and aliases apart once, when they are first asked for. */
export function createNames({ stem, weight }: SearchBase): NamesOf {
  const known = new Map<SearchRecord, readonly Name[]>();
  return (page) => {
    const names = known.get(page) ?? [page.title, ...page.aliases].map((text) => toName(words(text).map(stem), weight));
    known.set(page, names);
    return names;
  };
}

function toName(sequence: readonly string[], weight: (stem: string) => number): Name {
  const stems = new Set(sequence);
  return {
    stems,
    pairs: new Set(sequence.slice(1).map((stem, index) => `${sequence[index]} ${stem}`)),
    weight: [...stems].reduce((sum, stem) => sum + weight(stem), 0),
  };
}

function compare(plan: Plan, candidate: Candidate, retrieval: number, names: readonly Name[]): Features {
  const { terms } = plan;
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const pairs = terms.slice(1).map((term, index) => `${mainStem(terms[index])} ${mainStem(term)}`);
  const bestMatches = terms.map(() => 0);
  let wording = 0;
  let told = 0;
  let neighbours = 0;
  for (const name of names) {
    let alike = 0;
    let said = 0;
    for (const [index, term] of terms.entries()) {
      const match = matchOf(term, name.stems);
      alike += match;
      said += match * term.weight;
      if (match > (bestMatches[index] ?? 0)) bestMatches[index] = match;
    }
    const kept = pairs.filter((pair) => name.pairs.has(pair)).length;
    wording = Math.max(wording, alike / (Math.sqrt(terms.length * name.stems.size) || 1));
    told = Math.max(told, Math.min(1, said / (name.weight || 1)));
    neighbours = Math.max(neighbours, kept / (pairs.length || 1));
  }
  const named = terms.reduce((sum, term, index) => sum + term.weight * (bestMatches[index] ?? 0), 0);
  const covered = terms.reduce((sum, term, index) => sum + (candidate.terms.has(index) ? term.weight : 0), 0);
  return { retrieval, wording, naming: named / total, told, neighbours, coverage: covered / total };
}

function mainStem(term: Term | undefined): string {
  return term?.alternatives[0]?.stems[0] ?? "";
}

/** How surely a term is meant by one of the stems. */
function matchOf(term: Term, stems: ReadonlySet<string>): number {
  let best = 0;
  for (const alternative of term.alternatives) {
    if (alternative.weight > best && alternative.stems.every((stem) => stems.has(stem))) best = alternative.weight;
  }
  return best;
}

function combine(features: Features, pairWeight: number): number {
  const sum =
    counts.retrieval * features.retrieval +
    counts.wording * features.wording +
    counts.naming * features.naming +
    counts.told * features.told +
    pairWeight * features.neighbours;
  return sum / (counts.retrieval + counts.wording + counts.naming + counts.told + pairWeight);
}

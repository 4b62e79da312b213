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
  /** How many words that tell something the names share with the query; from a handful on it is 1. */
  readonly shared: number;
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

/** So many words in common are no chance. */
const handful = 4;

/** A candidate whose page is known. */
export type Found = Candidate & { readonly page: SearchRecord };

/**
 * Orders the best candidates anew by how their titles and aliases compare with the query; equal scores by URL.
 *
 * @param highest - The score of the best candidate. Default: of those given.
 */
export function rerank(
  plan: Plan,
  found: readonly Found[],
  places: PlacesOf,
  base: SearchBase,
  highest = Math.max(...found.map(({ score }) => score)),
): readonly Ranked[] {
  const best = highest || 1;
  return found
    .map((candidate) => {
      const features = compare(plan, candidate, candidate.score / best, places(candidate.page), base.pairWeight);
      const score = base.steps.rerank ? combine(features, base.pairWeight) : features.retrieval;
      return { page: candidate.page, score, features };
    })
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
}

/** A title, an alias or a heading, taken apart. */
export interface Name {
  readonly stems: ReadonlySet<string>;
  /** Neighbouring stems, with a space between. */
  readonly pairs: ReadonlySet<string>;
  /** What its stems weigh together. */
  readonly weight: number;
}

/** What a page, or a section of it, is called. */
export interface Place {
  readonly names: readonly Name[];
  /** How surely its names say what it is about, 0 to 1. */
  readonly trust: number;
}

/** The page itself with its title and aliases; then each of its sections with its heading, alone and behind the title. */
export type PlacesOf = (page: SearchRecord) => readonly [Place, ...Place[]];

/** What a heading says about its section beside what a title says about its page. */
const headingTrust = 0.85;

/** Takes titles, aliases and headings apart once, when they are first asked for. */
export function createPlaces({ stem, weight }: SearchBase): PlacesOf {
  const toName = (text: string): Name => {
    const sequence = words(text).map(stem);
    const stems = new Set(sequence);
    return {
      stems,
      pairs: new Set(sequence.slice(1).map((each, index) => `${sequence[index]} ${each}`)),
      weight: [...stems].reduce((sum, each) => sum + weight(each), 0),
    };
  };
  const known = new Map<SearchRecord, readonly [Place, ...Place[]]>();
  return (page) => {
    const before = known.get(page);
    if (before !== undefined) return before;
    const { title, aliases, sections } = page;
    const headings = sections.flatMap(({ heading = "" }) => (heading === "" ? [] : [heading]));
    const places: [Place, ...Place[]] = [
      { names: [title, ...aliases].map(toName), trust: 1 },
      ...headings.map((heading) => ({ names: [heading, `${title} ${heading}`].map(toName), trust: headingTrust })),
    ];
    known.set(page, places);
    return places;
  };
}

/** Compares a query with the place in a page that fits it best. */
function compare(
  plan: Plan,
  candidate: Candidate,
  retrieval: number,
  places: readonly [Place, ...Place[]],
  pairWeight: number,
): Features {
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const covered = plan.terms.reduce((sum, term, index) => sum + (candidate.terms & (1 << index) ? term.weight : 0), 0);
  const all = places.map((place) => ({ ...compareNames(plan, place, total), retrieval, coverage: covered / total }));
  return all.reduce((best, each) => (combine(each, pairWeight) > combine(best, pairWeight) ? each : best));
}

function compareNames(plan: Plan, { names, trust }: Place, total: number): Omit<Features, "retrieval" | "coverage"> {
  const { terms } = plan;
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
  return {
    wording: trust * wording,
    naming: (trust * named) / total,
    told: trust * told,
    neighbours: trust * neighbours,
    shared: Math.min(1, terms.filter(({ stop }, index) => !stop && bestMatches[index] !== 0).length / handful),
  };
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

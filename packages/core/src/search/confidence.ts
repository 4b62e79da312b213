import type { Plan } from "./plan.ts";
import type { Ranked } from "./rerank.ts";

/** What speaks for the best of the pages found, each from 0 to 1. */
export interface Evidence {
  readonly wording: number;
  readonly naming: number;
  readonly told: number;
  readonly neighbours: number;
  readonly shared: number;
  readonly coverage: number;
  /** How far it is ahead of the second. */
  readonly lead: number;
  /** How much of the query no page has, as it was typed; words that tell something count twice, among all and among themselves. */
  readonly unknown: number;
}

/**
 * What each piece of evidence counts. The directions were chosen so that questions about things that no page is about come out
 * low; `calibration` then makes the figure a probability. `bench/search/calibrate.ts` shows how often answers of each confidence are
 * right, over five sets of questions, from FAQs and from passages of lessons.
 */
const counts: Evidence = {
  wording: 2,
  naming: 1,
  told: 2.5,
  neighbours: 1.5,
  shared: 2.5,
  coverage: 3,
  lead: 2.5,
  unknown: -3,
};
/** What makes a probability of it. */
export const calibration = { scale: 0.42, bias: -1.95 };

/** From this confidence on, an answer is given. */
export const sureEnough = 0.5;

const nothing: Evidence = {
  wording: 0,
  naming: 0,
  told: 0,
  neighbours: 0,
  shared: 0,
  coverage: 0,
  lead: 0,
  unknown: 1,
};

/** Collects what speaks for the first of the pages found, best first. */
export function evidenceFor(ranked: readonly Ranked[], plan: Plan): Evidence {
  const [best, second] = ranked;
  if (best === undefined) return nothing;
  const { wording, naming, told, neighbours, shared, coverage } = best.features;
  const unknown = (unknownShare(plan.terms) + unknownShare(plan.terms.filter(({ stop }) => !stop))) / 2;
  const lead = best.score === 0 ? 0 : (best.score - (second?.score ?? 0)) / best.score;
  return { wording, naming, told, neighbours, shared, coverage, lead, unknown };
}

/** Of no words at all nothing is known: what is asked in small words only is about nothing that can be told. */
function unknownShare(terms: Plan["terms"]): number {
  if (terms.length === 0) return 1;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return terms.reduce((sum, { doubt, weight }) => sum + doubt * weight, 0) / total;
}

/** The evidence in one figure, higher for better. */
export function weigh(evidence: Evidence): number {
  const names = Object.keys(counts) as (keyof Evidence)[];
  return names.reduce((sum, name) => sum + counts[name] * evidence[name], 0);
}

/** How likely it is, 0 to 1, that the first of the pages found answers the question. */
export function confidenceIn(ranked: readonly Ranked[], plan: Plan): number {
  return ranked.length === 0
    ? 0
    : 1 / (1 + Math.exp(-calibration.scale * weigh(evidenceFor(ranked, plan)) - calibration.bias));
}

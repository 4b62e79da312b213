import type { Plan } from "./plan.ts";
import type { Ranked } from "./rerank.ts";

/** What speaks for the best of the pages found, each from 0 to 1. */
export interface Evidence {
  readonly wording: number;
  readonly naming: number;
  readonly told: number;
  readonly neighbours: number;
  readonly coverage: number;
  /** How far it is ahead of the second. */
  readonly lead: number;
  /** How much of the query no page has. */
  readonly unknown: number;
}

const bias = -4.2;
const counts: Evidence = { wording: 2.5, naming: 2, told: 2, neighbours: 1.5, coverage: 1.5, lead: 0, unknown: -0.8 };

/** From this confidence on, an answer is given. */
export const sureEnough = 0.5;

/** Collects what speaks for the first of the pages found, best first. */
export function evidenceFor(ranked: readonly Ranked[], plan: Plan): Evidence {
  const [best, second] = ranked;
  if (best === undefined) return { wording: 0, naming: 0, told: 0, neighbours: 0, coverage: 0, lead: 0, unknown: 1 };
  const { wording, naming, told, neighbours, coverage } = best.features;
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const unknown = plan.terms.reduce((sum, term) => sum + (term.known ? 0 : term.weight), 0) / total;
  const lead = best.score === 0 ? 0 : (best.score - (second?.score ?? 0)) / best.score;
  return { wording, naming, told, neighbours, coverage, lead, unknown };
}

/** How likely it is, 0 to 1, that the first of the pages found answers the question. */
export function confidenceIn(ranked: readonly Ranked[], plan: Plan): number {
  const evidence = evidenceFor(ranked, plan);
  const names = Object.keys(counts) as (keyof Evidence)[];
  const sum = names.reduce((total, name) => total + counts[name] * evidence[name], bias);
  return ranked.length === 0 ? 0 : 1 / (1 + Math.exp(-sum));
}

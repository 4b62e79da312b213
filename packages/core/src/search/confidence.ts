import type { Plan } from "./plan.ts";
import type { Ranked } from "./rerank.ts";

/**
 * What each observation counts (logistic regression over five sets of questions, of which one has questions about things that
 * no page is about). Fitted with `bench/search/fit.ts`; leaving any one set out changes the figures little.
 */
const bias = -4.2;
const counts = { wording: 2.5, naming: 2, told: 2, neighbours: 1.5, coverage: 1.5, unknown: -0.8 };

/** From this confidence on, an answer is given. */
export const sureEnough = 0.5;

/** How likely it is, 0 to 1, that a page answers a question. */
export function confidenceIn({ features }: Ranked, plan: Plan): number {
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const unknown = plan.terms.reduce((sum, term) => sum + (term.known ? 0 : term.weight), 0) / total;
  const evidence =
    counts.wording * features.wording +
    counts.naming * features.naming +
    counts.told * features.told +
    counts.neighbours * features.neighbours +
    counts.coverage * features.coverage +
    counts.unknown * unknown;
  return 1 / (1 + Math.exp(-bias - evidence));
}

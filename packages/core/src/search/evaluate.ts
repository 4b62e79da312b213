import type { Searchable } from "../knowledge/types.ts";
import type { Ref } from "../model/types.ts";
import type { GoldenQuestion } from "./golden-questions.ts";
import { mean, measure, percentile } from "./measures.ts";

/** How well search answers golden questions. */
export interface Evaluation {
  /** How many were asked. */
  readonly questions: number;
  /** Mean nDCG@10, 0 to 1: are the right entries among the first ten, and high up. */
  readonly ndcg10: number;
  /** Mean reciprocal rank, 0 to 1: one over the place of the first right entry. */
  readonly mrr: number;
  /** Share of questions whose first result is right. */
  readonly success1: number;
  /** Share of questions that found nothing. */
  readonly zeroResults: number;
  /** Milliseconds within which 95 of 100 questions were answered. */
  readonly p95Ms: number;
  /** The questions whose first result is not right, in the order of the questions. */
  readonly misses: readonly Miss[];
}

/** A golden question whose first result is not right. */
export interface Miss extends GoldenQuestion {
  /** The entries that were found, best first. */
  readonly got: readonly Ref[];
}

/** So many questions are asked before the times count: a program that searches has run for a while. */
const warmUp = 20;

/**
 * Asks golden questions and measures the first ten results of each.
 * A question within an entry counts as that entry, and an entry counts where it stands first.
 * Rejects as the search does.
 */
export async function evaluate(
  searchable: Pick<Searchable, "search">,
  questions: readonly GoldenQuestion[],
): Promise<Evaluation> {
  const ask = ({ q, locale }: GoldenQuestion) =>
    searchable.search(q, { limit: 10, ...(locale === undefined ? {} : { locale }) });
  for (const question of questions.slice(0, warmUp)) await ask(question);
  const asked = [];
  // One after the other: they would slow each other down, and the times would tell of that.
  for (const question of questions) {
    const { hits, tookMs } = await ask(question);
    const got = [...new Set(hits.map(({ ref }) => ref))];
    asked.push({ question, got, measures: measure(got, question.relevant), tookMs });
  }
  const { ndcg, mrr, success, zero } = mean(asked.map(({ measures }) => measures));
  return {
    questions: questions.length,
    ndcg10: ndcg,
    mrr,
    success1: success,
    zeroResults: zero,
    p95Ms: percentile(
      asked.map(({ tookMs }) => tookMs),
      0.95,
    ),
    misses: asked.flatMap(({ question, got, measures }) => (measures.success === 1 ? [] : [{ ...question, got }])),
  };
}

/** How well a ranking answers a question with known right documents. */
export interface Measures {
  readonly ndcg: number;
  readonly mrr: number;
  readonly success: number;
  /** Share of questions that found nothing. */
  readonly zero: number;
}

/** nDCG@10, reciprocal rank and success@1 of one ranking of ids, best first. */
export function measure(ranking: readonly string[], relevant: readonly string[]): Measures {
  const top = ranking.slice(0, 10);
  const gains = top.map((id, rank) => (relevant.includes(id) ? 1 / Math.log2(rank + 2) : 0));
  const ideal = relevant.slice(0, 10).reduce((sum, _, rank) => sum + 1 / Math.log2(rank + 2), 0);
  const first = ranking.findIndex((id) => relevant.includes(id));
  return {
    ndcg: gains.reduce((sum, gain) => sum + gain, 0) / ideal,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    success: first === 0 ? 1 : 0,
    zero: ranking.length === 0 ? 1 : 0,
  };
}

/** The mean of the measures of many questions. */
export function mean(all: readonly Measures[]): Measures {
  const of = (pick: (each: Measures) => number) => all.reduce((sum, each) => sum + pick(each), 0) / (all.length || 1);
  return { ndcg: of((m) => m.ndcg), mrr: of((m) => m.mrr), success: of((m) => m.success), zero: of((m) => m.zero) };
}

/** The value below which a share of the values lies: `percentile(times, 0.95)`. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Area under the ROC curve: how often a positive has a higher value than a negative; ties count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives)
    for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

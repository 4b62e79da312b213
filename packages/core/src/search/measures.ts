/** How well a ranking answers a question with known right documents; each from 0 to 1. */
export interface Measures {
  /** nDCG@10. */
  readonly ndcg: number;
  /** Reciprocal rank of the first right document. */
  readonly mrr: number;
  /** Whether the first document is right: 1 or 0. */
  readonly success: number;
  /** Whether nothing was found: 1 or 0. */
  readonly zero: number;
}

/** Measures one ranking of ids, best first and each once, against those that are relevant, which are at least one. */
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

/** The mean of the measures of many questions; of none, all are 0. */
export function mean(all: readonly Measures[]): Measures {
  const of = (pick: (each: Measures) => number) => all.reduce((sum, each) => sum + pick(each), 0) / (all.length || 1);
  return { ndcg: of((m) => m.ndcg), mrr: of((m) => m.mrr), success: of((m) => m.success), zero: of((m) => m.zero) };
}

/** The value below which a share of the values lies: `percentile(times, 0.95)`; of none, 0. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

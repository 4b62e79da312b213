/**
 * How a page is scored that has a word: BM25 over its text, and more for a word that stands in its name. All drivers use these, so
 * that what is searched in memory and what is searched on a built site come in the same order. The optimum is flat.
 */
export const ranking = {
  /** BM25's k1: how soon more of the same word counts no more. */
  termSaturation: 1.4,
  /** BM25's b, 0 to 1: how much shorter pages gain. */
  pageLength: 0.75,
  /** 0 to 1: how much less a longer word counts that starts with the one that was asked for. */
  termSimilarity: 1,
  /** What is looked up is folded; pages that write without diacritics must not gain by it. */
  diacriticSimilarity: 0,
  /** What a word counts besides that stands in a field; 1 for the other ones. */
  metaWeights: { title: 3, aliases: 2 },
} as const;

/** The figures that drivers score by. */
export type Ranking = typeof ranking;

/** The steps of a search that an evaluation can switch off, to see what each is worth. */
export interface SearchSteps {
  /** Look up word by word and add the scores, instead of asking for pages that have all words. */
  readonly wordByWord: boolean;
  /** Correct words that the site lacks. */
  readonly correct: boolean;
  /** Use the site's synonyms. */
  readonly synonyms: boolean;
  /** Use everyday synonyms of the language. */
  readonly thesaurus: boolean;
  /** Count stop words less than others. */
  readonly stopWords: boolean;
  /** Look closer at the best candidates. */
  readonly rerank: boolean;
  /** In that, look at pairs of neighbouring words, which in Vietnamese are pairs of syllables. */
  readonly neighbours: boolean;
}

/** All steps, which is how every surface searches. */
export const allSteps: SearchSteps = {
  wordByWord: true,
  correct: true,
  synonyms: true,
  thesaurus: true,
  stopWords: true,
  rerank: true,
  neighbours: true,
};

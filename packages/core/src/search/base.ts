import { languageOf } from "./language.ts";
import { createReadPage, type ReadPage } from "./read-page.ts";
import type { Sidecar } from "./sidecar.ts";
import { createStem, type Stem } from "./stem.ts";
import type { SearchSteps } from "./steps.ts";
import { stopWords } from "./stop-words.ts";
import { readSynonyms, type Synonyms, synonymMembers } from "./synonyms.ts";
import type { SynonymGroups } from "./thesaurus/index.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** What the steps of a search know of the base that they search. */
export interface SearchBase {
  readonly pages: number;
  readonly vocabulary: Vocabulary;
  /** Words that the site says otherwise or in another form, by their length: what a slip may have meant, too. */
  readonly sayable: ReadonlyMap<number, readonly string[]>;
  readonly stem: Stem;
  readonly stopWords: ReadonlySet<string>;
  /** The site's own, and the everyday ones of its language. */
  readonly synonyms: Synonyms;
  readonly thesaurus: Synonyms;
  /** How much a stem counts in comparing texts. */
  readonly weight: (stem: string) => number;
  /** What neighbours of the query count that are neighbours in a name. */
  readonly pairWeight: number;
  readonly readPage: ReadPage;
  readonly steps: SearchSteps;
}

/** What a stop word counts beside another word on as many pages. */
const stopWeight = 0.5;
/** What neighbours count: much where what is written as words are syllables, and most words are pairs of them. */
const pairWeights: Readonly<Record<string, number>> = { vi: 0.8 };
const usualPairWeight = 0.2;

const none: Synonyms = new Map();

/** Prepares what can be known before a query comes; `everyday` are the synonyms of the language. */
export function createBase(sidecar: Sidecar, everyday: SynonymGroups, steps: SearchSteps): SearchBase {
  const stem = createStem(sidecar.locale);
  const stops = stopWords(sidecar.locale);
  const vocabulary = createVocabulary(sidecar, stem, stops);
  const stopStems = new Set(steps.stopWords ? [...stops].map(stem) : []);
  const synonyms = steps.synonyms ? readSynonyms(sidecar.synonyms, stem) : none;
  const thesaurus = steps.thesaurus ? readSynonyms(everyday, stem) : none;
  return {
    pages: sidecar.pages,
    vocabulary,
    sayable: wordsByLength([synonyms, thesaurus], vocabulary),
    stem,
    stopWords: stops,
    synonyms,
    thesaurus,
    weight: (stemmed) => vocabulary.weight(stemmed) * (stopStems.has(stemmed) ? stopWeight : 1),
    readPage: createReadPage(stem),
    pairWeight: steps.neighbours ? (pairWeights[languageOf(sidecar.locale)] ?? usualPairWeight) : 0,
    steps,
  };
}

/** The words of synonyms, and of phrases that are some, where the site says either the member or another of its group. */
function wordsByLength(groups: readonly Synonyms[], vocabulary: Vocabulary): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { words, others } of groups.flatMap(synonymMembers)) {
    if (![words, ...others].some((member) => member.every(vocabulary.has))) continue;
    for (const word of words) {
      const sameLength = found.get(word.length) ?? [];
      found.set(word.length, sameLength);
      if (vocabulary.pages(word) === 0 && !sameLength.includes(word)) sameLength.push(word);
    }
  }
  return found;
}

import { pick, type Random, randomFrom } from "./random.ts";

/** How many different words the made-up language has. */
export const vocabularySize = 6000;

/** The commonest words of English, commonest first: without them stemming and stop words would have nothing to do. */
const commonWords = (
  "the of and to in a is that for it as was with be by on not he you at from or have an they which one are all her would " +
  "there their we him been has when who will more no if out so said what up its about into than them can only other new some"
).split(" ");

const onsets = "b c d f g h l m n p r s t v w b c d f l m n p r s t cl cr dr pl pr sh st tr".split(" ");
const nuclei = "a e i o u a e i o ea ou".split(" ");
const codas = ["", "", "", "", "", "", "", "l", "n", "r", "s", "t", "nd", "st"];
const endings = ["", "", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ment", "tion"];

/** A word of one to three syllables, often with an ending that a stemmer takes off again. */
function makeWord(random: Random): string {
  const syllables = pick(random, [1, 2, 2, 2, 2, 3]);
  let made = pick(random, onsets);
  for (let i = 0; i < syllables; i++) {
    made += (i === 0 ? "" : pick(random, onsets)) + pick(random, nuclei) + pick(random, codas);
  }
  return made + pick(random, endings);
}

function makeVocabulary(): readonly string[] {
  const random = randomFrom(7);
  const words = new Set(commonWords);
  while (words.size < vocabularySize) words.add(makeWord(random));
  return [...words];
}

const vocabulary = makeVocabulary();
const keywords = vocabulary.slice(commonWords.length);

/** The running sum of Zipf's weights, 1/rank: how often real languages use their words, by rank. */
const cumulativeWeights = (() => {
  const sums = new Float64Array(vocabularySize);
  let sum = 0;
  for (let rank = 0; rank < vocabularySize; rank++) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return sums;
})();

/** The lowest rank whose running sum exceeds `weight`. */
function rankAt(weight: number): number {
  let low = 0;
  let high = vocabularySize - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulativeWeights[middle] ?? 0) > weight) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A word of the language, common ones more often. */
export function word(random: Random): string {
  return vocabulary[rankAt(random() * (cumulativeWeights[vocabularySize - 1] ?? 0))] ?? "";
}

/** A word that says something: none of the commonest. For titles, tags and names. */
export function keyword(random: Random): string {
  return pick(random, keywords);
}

/** How one text speaks: it comes back to the words of its subject again and again. */
export interface Speech {
  /** One of the words of its subject. */
  readonly subject: () => string;
  /** `count` words with spaces between. */
  readonly words: (count: number) => string;
  /** A sentence of `count` words. */
  readonly sentence: (count: number) => string;
}

const subjectSize = 18;

/** The share of words that are the subject's. With it, 400 words have about 195 different ones, as real lessons do. */
const subjectShare = 0.38;

/** Makes the speech of a text. */
export function createSpeech(random: Random): Speech {
  const subjects = Array.from({ length: subjectSize }, () => keyword(random));
  const subject = () => pick(random, subjects);
  const words = (count: number) =>
    Array.from({ length: count }, () => (random() < subjectShare ? subject() : word(random))).join(" ");
  return { subject, words, sentence: (count) => `${capitalised(words(count))}.` };
}

/** A text with a capital first. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

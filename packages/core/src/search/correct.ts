import { editDistance } from "./edit-distance.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word of the site that may have been meant. */
export interface Guess {
  readonly folded: string;
  /** How likely it is the one, 0 to 1; the guesses for a word add up to 1. */
  readonly weight: number;
}

/** At most this many guesses for a word are searched. */
const maxGuesses = 3;
/** How likely a second mistake in a word is beside a single one. */
const secondMistake = 0.08;
/** How likely a mistake in the first letter is beside one elsewhere. */
const firstLetter = 0.3;

/** How many mistakes a word of a length may have: short words are too near to each other. */
function allowedMistakes(length: number): number {
  if (length < 3) return 0;
  return length < 8 ? 1 : 2;
}

/** Up to this length a word is near to many others, and only what fingers do to it is taken for a slip. */
const shortLength = 4;

/**
 * Whether a short word may have been meant by another, which is one edit away from it: its first letter is right, and letters were
 * swapped, left out, added or doubled, or a vowel was taken for another. In three letters only what is left out in between, or
 * swapped, leaves enough of a word.
 */
function isLikelySlip(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0]) return false;
  const swapped = typed.length === meant.length && letterSet(typed) === letterSet(meant);
  if (typed.length < shortLength) return swapped || (typed.length < meant.length && typed.at(-1) === meant.at(-1));
  return swapped || typed.length !== meant.length || consonants(typed) === consonants(meant);
}

function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, "");
}

/**
 * The words that somebody may have meant by a folded word that the site lacks, likeliest first; empty where none is near.
 * `others`, by their length, are words that it lacks too and has synonyms of.
 * Words that the site has, or has synonyms of, are never changed: always-on fuzziness makes rankings much worse.
 */
export function correct(
  folded: string,
  vocabulary: Vocabulary,
  others: ReadonlyMap<number, readonly string[]> = new Map(),
): readonly Guess[] {
  const allowed = allowedMistakes(folded.length);
  if (allowed === 0 || vocabulary.has(folded) || others.get(folded.length)?.includes(folded)) return [];
  const near: Guess[] = [];
  const letters = letterSet(folded);
  for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
    for (const candidate of [...vocabulary.ofLength(length), ...(others.get(length) ?? [])]) {
      // An edit changes at most two bits of the set, so one comparison rules out most words.
      if (bitCount(letters ^ letterSet(candidate)) > 2 * allowed) continue;
      const distance = editDistance(folded, candidate, allowed);
      if (distance > allowed || (folded.length <= shortLength && !isLikelySlip(folded, candidate))) continue;
      const first = candidate[0] === folded[0] ? 1 : firstLetter;
      near.push({
        folded: candidate,
        weight: commonness(candidate, vocabulary) * first * secondMistake ** (distance - 1),
      });
    }
  }
  return likeliest(near);
}

/** A word of one page that is a slip of a word of so many may have slipped its author, who may also be quoting a slip. */
const muchCommoner = 8;

/** The common word that a word of a single page may be a slip of; undefined for most. It is not certain: both may be meant. */
export function commoner(folded: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.partial || folded.length < shortLength || vocabulary.pages(folded) !== 1) return undefined;
  let best: string | undefined;
  for (let length = folded.length - 1; length <= folded.length + 1; length++) {
    for (const candidate of vocabulary.ofLength(length)) {
      const pages = vocabulary.pages(candidate);
      if (pages < muchCommoner || (best !== undefined && pages <= vocabulary.pages(best))) continue;
      const sameLetters = candidate.length !== folded.length || letterSet(candidate) === letterSet(folded);
      if (sameLetters && candidate[0] === folded[0] && editDistance(folded, candidate, 1) === 1) best = candidate;
    }
  }
  return best;
}

/** A form of a word is at most so much longer than the word that it is made of: `mentoring` of `mentor`. */
const longestForm = 1.7;
const shortestRoot = 4;

/** The word of the site that a folded word begins with: what it is a form or a compound of, in languages without a stemmer. */
export function root(folded: string, vocabulary: Vocabulary): string | undefined {
  for (let length = folded.length - 1; length >= Math.max(shortestRoot, folded.length / longestForm); length--) {
    const start = folded.slice(0, length);
    if (vocabulary.pages(start) > 0) return start;
  }
  return undefined;
}

/** The words of the site that a word still being typed may become, likeliest first. */
export function complete(folded: string, vocabulary: Vocabulary): readonly Guess[] {
  if (folded.length < 2 || vocabulary.has(folded)) return [];
  const words = vocabulary.startingWith(folded);
  return likeliest(words.map((word) => ({ folded: word, weight: commonness(word, vocabulary) })));
}

function commonness(folded: string, vocabulary: Vocabulary): number {
  return Math.sqrt(1 + vocabulary.pages(folded));
}

function likeliest(guesses: readonly Guess[]): readonly Guess[] {
  const sorted = [...guesses]
    .sort((a, b) => b.weight - a.weight || (a.folded < b.folded ? -1 : 1))
    .slice(0, maxGuesses);
  const sum = sorted.reduce((total, guess) => total + guess.weight, 0);
  return sorted.map(({ folded, weight }) => ({ folded, weight: weight / sum }));
}

function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

import type { SearchBase } from "./base.ts";
import { commoner, complete, correct, type Guess, root } from "./correct.ts";
import { foldsBeyondMarks } from "./normalise.ts";
import { readPhrases } from "./phrases.ts";
import { findSynonyms, type SynonymMatch, type Synonyms } from "./synonyms.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** What may stand on a page for a word of the query. */
export interface Alternative {
  /** Folded; several only for a synonym of several words, which must all be there. */
  readonly words: readonly string[];
  /** Their stems. */
  readonly stems: readonly string[];
  /** How surely it is meant, 0 to 1. */
  readonly weight: number;
  /** Whether it is an everyday synonym of a word that the site has: in a big base each look-up is a download. */
  readonly everyday: boolean;
}

/** A word of the query. */
export interface Term {
  readonly stop: boolean;
  /**
   * How much it may be about something that the site lacks, 0 to 1: not at all where the site has it as typed; a corrected word may
   * have been right, and about something else; an everyday synonym is about nearly the same.
   */
  readonly doubt: number;
  /** How much it tells about which page is meant. */
  readonly weight: number;
  /** The word itself, or what it was read as; then its synonyms. Never empty. */
  readonly alternatives: readonly Alternative[];
}

/** What will be searched for a query. */
export interface Plan {
  /** In the order of the query; a word that comes twice is one term. */
  readonly terms: readonly Term[];
  /** Words that must stand one after the other: folded, then in other spellings that a driver may need, which it folds in part. */
  readonly phrases: readonly (readonly string[])[];
  /** The query with its corrected words, where there are any. */
  readonly correctedQuery?: string;
}

/** More words than this are pasted text; the ones that tell most are searched. */
const maxTerms = 32;
/** Longer queries are cut before anything else looks at them, in UTF-16 units. */
const maxLength = 2000;
/** Further phrases are words only: each is looked up by itself. */
const maxPhrases = 8;
const synonymWeight = 0.8;
const rootWeight = 0.7;
const thesaurusWeight = 0.4;
const everydayDoubt = 0.75;
/** What everyday synonyms count of a word that the site lacks: one of them must be what it says instead. */
const translationWeight = 0.5;

/** Plans a query: which words to look up and compare, how much each counts, and which corrections to offer. */
export function planQuery(query: string, base: SearchBase): Plan {
  const { text, phrases } = readPhrases(query.slice(0, maxLength));
  const tokens = tokenise(text);
  const asTyped = tokens.map(({ folded }) => folded);
  const ownMeaning = synonymsIn(asTyped, base.synonyms, base);
  const everydayMeaning = synonymsIn(asTyped, base.thesaurus, base);
  const readings = tokens.map((token, index): Reading => {
    // A word that the site says otherwise is no slip.
    const kept = asItIs(token, base);
    if (othersAt(index, ownMeaning).length > 0) return { ...kept, doubt: 0 };
    if (othersAt(index, everydayMeaning).length > 0) return { ...kept, doubt: Math.min(everydayDoubt, kept.doubt) };
    return read(token, index === tokens.length - 1 && token.end === text.length, base);
  });
  const asRead = readings.map((reading) => reading.guesses[0]?.folded ?? "");
  const synonyms = synonymsIn(asRead, base.synonyms, base);
  const everyday = synonymsIn(asRead, base.thesaurus, base);

  const terms = new Map<string, Term>();
  for (const [index, { guesses, doubt, corrected }] of readings.entries()) {
    const lacking = !corrected && doubt > 0;
    const otherWeight = lacking ? translationWeight : thesaurusWeight;
    const main = guesses[0]?.folded ?? "";
    const stemmed = base.stem(main);
    if (terms.has(stemmed)) continue;
    const toAlternative = (folded: readonly string[], weight: number, everyday = false): Alternative => ({
      words: folded,
      stems: folded.map(base.stem),
      weight,
      everyday,
    });
    terms.set(stemmed, {
      stop: base.stopWords.has(main),
      doubt,
      weight: base.weight(stemmed),
      alternatives: [
        ...guesses.map((guess) => toAlternative([guess.folded], guess.weight)),
        ...othersAt(index, synonyms).map((other) => toAlternative(other, synonymWeight)),
        ...othersAt(index, everyday).map((other) => toAlternative(other, otherWeight, !lacking)),
      ],
    });
  }
  const correctedQuery = rewrite(text, tokens, readings, base);
  return {
    terms: mostTelling([...terms.values()]),
    phrases: [...new Set(phrases)]
      .slice(0, maxPhrases)
      .map(tokenise)
      .filter((phrase) => phrase.length > 0 && mayStand(phrase, base))
      .map((phrase) => spellingsOf(phrase, base)),
    ...(correctedQuery === undefined ? {} : { correctedQuery }),
  };
}

interface Reading {
  /** What the word may be; never empty. */
  readonly guesses: readonly Guess[];
  readonly doubt: number;
  readonly corrected: boolean;
}

function read({ folded }: Pick<Token, "folded">, unfinished: boolean, base: SearchBase): Reading {
  const { vocabulary, steps } = base;
  const asTyped: Guess = { folded, weight: 1 };
  if (!steps.correct) return asItIs({ folded }, base);
  const completions = unfinished ? complete(folded, vocabulary) : [];
  if (completions.length > 0) return { guesses: completions, doubt: 0, corrected: false };
  const corrections = correct(folded, vocabulary, base.sayable);
  if (corrections.length === 0) {
    const common = commoner(folded, vocabulary);
    if (common !== undefined) {
      const guesses = [
        { folded: common, weight: 0.8 },
        { folded, weight: 0.2 },
      ];
      return { guesses, doubt: 0.5, corrected: false };
    }
    const shorter = vocabulary.has(folded) ? undefined : root(folded, vocabulary);
    if (shorter === undefined) return asItIs({ folded }, base);
    return { guesses: [{ folded: shorter, weight: rootWeight }], doubt: 1, corrected: false };
  }
  // Where rare words are missing from the vocabulary, the word may well be right as it is.
  const guesses = vocabulary.partial ? [...corrections, asTyped] : corrections;
  return { guesses, doubt: 1, corrected: true };
}

function asItIs({ folded }: Pick<Token, "folded">, { vocabulary }: SearchBase): Reading {
  return { guesses: [{ folded, weight: 1 }], doubt: vocabulary.has(folded) ? 0 : 1, corrected: false };
}

/** Whether a page may have a phrase: one with a word that no page has is taken for words, which can be corrected. */
function mayStand(phrase: readonly Token[], { vocabulary, steps }: SearchBase): boolean {
  return !steps.correct || phrase.every(({ folded }) => vocabulary.mayFind(folded));
}

/** A phrase folded; and as it was typed and as the site writes its words, where they have letters that not every driver folds. */
function spellingsOf(phrase: readonly Token[], { vocabulary }: SearchBase): readonly string[] {
  const folded = phrase.map((token) => token.folded).join(" ");
  const typed = phrase.map((token) => token.text).join(" ");
  const written = phrase.map((token) => vocabulary.spelling(token.folded)).join(" ");
  return [...new Set([folded, ...[typed, written].filter(foldsBeyondMarks)])];
}

/** The stretches of a query that have synonyms which the site uses. */
function synonymsIn(query: readonly string[], synonyms: Synonyms, base: SearchBase): readonly SynonymMatch[] {
  const { vocabulary, stem } = base;
  const used = (other: readonly string[]) => vocabulary.partial || other.every(vocabulary.has);
  return findSynonyms(query, synonyms, stem).map((match) => ({ ...match, others: match.others.filter(used) }));
}

function othersAt(index: number, matches: readonly SynonymMatch[]): readonly (readonly string[])[] {
  return matches.flatMap(({ from, to, others }) => (from <= index && index < to ? others : []));
}

function mostTelling(terms: readonly Term[]): readonly Term[] {
  return terms.length <= maxTerms ? terms : [...terms].sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
}

function rewrite(
  text: string,
  tokens: readonly Token[],
  readings: readonly Reading[],
  base: SearchBase,
): string | undefined {
  if (!readings.some((reading) => reading.corrected)) return undefined;
  let written = "";
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const reading = readings[index];
    const word = reading?.corrected ? reading.guesses[0]?.folded : undefined;
    if (word === undefined) continue;
    written += text.slice(from, token.start) + base.vocabulary.spelling(word);
    from = token.end;
  }
  return (written + text.slice(from)).replace(/\s+/g, " ").trim();
}

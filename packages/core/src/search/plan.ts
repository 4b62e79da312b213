import { correct } from "./correct.ts";
import { readPhrases } from "./phrases.ts";
import type { Stem } from "./stem.ts";
import { findSynonyms, type Synonyms } from "./synonyms.ts";
import { tokenise, words } from "./tokenise.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What may stand on a page for a word of the query. */
export interface Alternative {
  /** Folded; several only for a synonym of several words, which must all be there. */
  readonly words: readonly string[];
  /** How surely it is meant, 0 to 1. */
  readonly weight: number;
}

/** A word of the query. */
export interface Term {
  /** As typed, folded. */
  readonly folded: string;
  readonly stop: boolean;
  /** How much it tells about which page is meant. */
  readonly weight: number;
  /** The word itself, or what it was corrected to; then its synonyms. */
  readonly alternatives: readonly Alternative[];
}

/** What will be searched for a query. */
export interface Plan {
  readonly terms: readonly Term[];
  /** Folded words that must stand one after the other. */
  readonly phrases: readonly string[];
  /** The query with its corrected words, where there are any. */
  readonly correctedQuery?: string;
}

/** Steps that an evaluation can switch off, to see what each is worth. All are on by default. */
export interface PlanSteps {
  readonly correct: boolean;
  readonly synonyms: boolean;
}

/** What planning needs to know of a site. */
export interface PlanContext {
  readonly vocabulary: Vocabulary;
  readonly stem: Stem;
  readonly stopWords: ReadonlySet<string>;
  readonly synonyms: Synonyms;
  readonly steps: PlanSteps;
}

/** More words than this are pasted text; the ones that tell most are searched. */
const maxTerms = 32;
/** Longer queries are cut before anything else looks at them, in UTF-16 units. */
const maxLength = 2000;
const synonymWeight = 0.4;
/** What a stop word weighs beside a word of its own frequency. */
const stopWeight = 0.5;

/** Plans a query: which words to look up, with which weights, and which corrections to offer. */
export function planQuery(query: string, context: PlanContext): Plan {
  const { vocabulary, stem, stopWords, steps } = context;
  const { text, phrases } = readPhrases(query.slice(0, maxLength));
  const tokens = tokenise(text);
  const corrections = tokens.map(({ folded }) => (steps.correct ? correct(folded, vocabulary) : []));
  const read = tokens.map(({ folded }, index) => corrections[index]?.[0]?.folded ?? folded);
  const synonyms = steps.synonyms ? findSynonyms(read, context.synonyms, stem) : [];

  const terms = new Map<string, Term>();
  for (const [index, { folded }] of tokens.entries()) {
    const main = read[index] ?? folded;
    const key = stem(main);
    if (terms.has(key)) continue;
    const near = corrections[index] ?? [];
    const stop = stopWords.has(main);
    terms.set(key, {
      folded,
      stop,
      weight: vocabulary.weight(key) * (stop ? stopWeight : 1),
      alternatives: [
        ...(near.length === 0
          ? [{ words: [folded], weight: 1 }]
          : near.map((each) => ({ words: [each.folded], weight: each.weight }))),
        ...synonyms
          .filter(({ from, to }) => from <= index && index < to)
          .flatMap(({ others }) => others.map((other) => ({ words: other, weight: synonymWeight }))),
      ],
    });
  }
  const kept = [...terms.values()];
  const correctedQuery = corrections.some((each) => each.length > 0)
    ? rewrite(
        text,
        tokens,
        corrections.map((each) => each[0]?.folded),
        vocabulary,
      )
    : undefined;
  return {
    terms: kept.length <= maxTerms ? kept : kept.sort((a, b) => b.weight - a.weight).slice(0, maxTerms),
    phrases: phrases.map((phrase) => words(phrase).join(" ")).filter((phrase) => phrase !== ""),
    ...(correctedQuery === undefined ? {} : { correctedQuery }),
  };
}

function rewrite(
  text: string,
  tokens: ReturnType<typeof tokenise>,
  corrected: readonly (string | undefined)[],
  vocabulary: Vocabulary,
): string {
  let written = "";
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const word = corrected[index];
    if (word === undefined) continue;
    written += text.slice(from, token.start) + vocabulary.spelling(word);
    from = token.end;
  }
  return (written + text.slice(from)).replace(/\s+/g, " ").trim();
}

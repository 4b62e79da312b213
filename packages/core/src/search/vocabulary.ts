import { fold } from "./normalise.ts";
import type { Sidecar } from "./sidecar.ts";
import { firstNotBefore } from "./sorted.ts";
import type { Stem } from "./stem.ts";

/** The words of a site and how common they are. All words are folded. */
export interface Vocabulary {
  /** Whether rare words of the site are missing here. */
  readonly partial: boolean;
  /** Whether the site has the word, or another form of it. */
  readonly has: (folded: string) => boolean;
  /** Whether the site has the word, or a longer one that starts with it; where rare words are missing, any may be there. */
  readonly mayFind: (folded: string) => boolean;
  /** The word, or the commonest other form of it where the site has only such. */
  readonly form: (folded: string) => string;
  /** On how many pages the word stands, in just this form. */
  readonly pages: (folded: string) => number;
  /** How much a stem tells about which page is meant (inverse document frequency). One that the site lacks weighs most. */
  readonly weight: (stem: string) => number;
  /** The words of a length, for correction. */
  readonly ofLength: (length: number) => readonly string[];
  /** The words that start so, without the word itself. */
  readonly startingWith: (prefix: string) => readonly string[];
  /** A word as the site writes it, with its diacritics. */
  readonly spelling: (folded: string) => string;
}

/** Builds the vocabulary of a sidecar. `stopWords` count as known even where no page has them. */
export function createVocabulary(sidecar: Sidecar, stem: Stem, stopWords: ReadonlySet<string>): Vocabulary {
  const words = new Map<string, { readonly text: string; readonly pages: number }>();
  const stems = new Map<string, { pages: number; form: string; formPages: number }>();
  const lengths = new Map<number, string[]>();
  const sorted: string[] = [];
  const total = sidecar.pages;
  const add = (folded: string, text: string, pages: number) => {
    words.set(folded, { text, pages });
    const stemmed = stem(folded);
    const known = stems.get(stemmed);
    if (known === undefined) stems.set(stemmed, { pages, form: folded, formPages: pages });
    else {
      known.pages = Math.min(total, known.pages + pages);
      if (pages > known.formPages) Object.assign(known, { form: folded, formPages: pages });
    }
    const sameLength = lengths.get(folded.length);
    if (sameLength) sameLength.push(folded);
    else lengths.set(folded.length, [folded]);
  };
  for (const { text, pages } of sidecar.words) {
    const folded = fold(text);
    add(folded, text, pages);
    sorted.push(folded);
  }
  for (const word of stopWords) if (!words.has(word)) add(word, word, 0);
  return {
    partial: sidecar.partial,
    has: (folded) => words.has(folded) || stems.has(stem(folded)),
    mayFind: (folded) => {
      if (sidecar.partial || words.has(folded)) return true;
      const start = stem(folded);
      return stems.has(start) || (sorted[firstNotBefore(sorted, start)]?.startsWith(start) ?? false);
    },
    form: (folded) => (words.has(folded) ? folded : (stems.get(stem(folded))?.form ?? folded)),
    pages: (folded) => words.get(folded)?.pages ?? 0,
    weight: (stemmed) => {
      const pages = stems.get(stemmed)?.pages ?? 0;
      return Math.log(1 + (total - pages + 0.5) / (pages + 0.5));
    },
    ofLength: (length) => lengths.get(length) ?? [],
    startingWith: (prefix) => {
      const found: string[] = [];
      for (let at = firstNotBefore(sorted, prefix); sorted[at]?.startsWith(prefix); at++) {
        const word = sorted[at];
        if (word !== undefined && word !== prefix) found.push(word);
      }
      return found;
    },
    spelling: (folded) => words.get(folded)?.text ?? folded,
  };
}

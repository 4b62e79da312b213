import { fold } from "./normalise.ts";
import type { Sidecar } from "./sidecar.ts";
import type { Stem } from "./stem.ts";

/** The words of a site and how common they are. */
export interface Vocabulary {
  /** How many pages there are. */
  readonly size: number;
  /** Whether the site has the folded word, or another form of it. */
  readonly has: (folded: string) => boolean;
  /** The weight of a stem: how much it tells about which page is meant. A word that the site lacks weighs most. */
  readonly weight: (stem: string) => number;
  /** On how many pages the folded word stands, in just this form. */
  readonly pages: (folded: string) => number;
  /** The folded words of a length, for correction. */
  readonly ofLength: (length: number) => readonly string[];
  /** A folded word as the site writes it. */
  readonly spelling: (folded: string) => string;
}

/** Builds the vocabulary of a sidecar. `extra` words (folded) count as known without being on any page. */
export function createVocabulary(sidecar: Sidecar, stem: Stem, extra: Iterable<string>): Vocabulary {
  const words = new Map<string, { text: string; pages: number }>();
  const stems = new Map<string, number>();
  const lengths = new Map<number, string[]>();
  const size = sidecar.pages.length;
  const add = (folded: string, text: string, pages: number) => {
    words.set(folded, { text, pages });
    const stemmed = stem(folded);
    stems.set(stemmed, Math.min(size, (stems.get(stemmed) ?? 0) + pages));
    const sameLength = lengths.get(folded.length);
    if (sameLength) sameLength.push(folded);
    else lengths.set(folded.length, [folded]);
  };
  for (const { text, pages } of sidecar.words) add(fold(text), text, pages);
  for (const word of extra) if (!words.has(word)) add(word, word, 0);
  return {
    size,
    has: (folded) => words.has(folded) || stems.has(stem(folded)),
    weight: (stemmed) => {
      const pages = stems.get(stemmed) ?? 0;
      return Math.log(1 + (size - pages + 0.5) / (pages + 0.5));
    },
    pages: (folded) => words.get(folded)?.pages ?? 0,
    ofLength: (length) => lengths.get(length) ?? [],
    spelling: (folded) => words.get(folded)?.text ?? folded,
  };
}

import type { Stem } from "./stem.ts";
import { words } from "./tokenise.ts";

/** Groups of words or phrases that mean the same, each as its folded words. */
export type Synonyms = readonly (readonly (readonly string[])[])[];

/** A stretch of a query that has synonyms, and what else may be said there. */
export interface SynonymMatch {
  /** The first word of the stretch and the one behind its last, as places among the query's words. */
  readonly from: number;
  readonly to: number;
  /** The other members of the group, each as its folded words. */
  readonly others: readonly (readonly string[])[];
}

/** Reads groups of words or phrases, as the `synonyms` of a configuration are. */
export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  return groups.map((group) => group.map(words).filter((member) => member.length > 0));
}

/** The stretches of a query's folded words that are members of a group, whatever their inflection. */
export function findSynonyms(query: readonly string[], synonyms: Synonyms, stem: Stem): readonly SynonymMatch[] {
  const stems = query.map(stem);
  return synonyms.flatMap((group) =>
    group.flatMap((member, index) => {
      const others = group.filter((_, other) => other !== index);
      return placesOf(member.map(stem), stems).map((from) => ({ from, to: from + member.length, others }));
    }),
  );
}

function placesOf(part: readonly string[], whole: readonly string[]): readonly number[] {
  return whole.flatMap((_, from) => (part.every((word, index) => whole[from + index] === word) ? [from] : []));
}

import type { Stem } from "./stem.ts";
import { words } from "./tokenise.ts";

/** A member of a group of words or phrases that mean the same. */
interface Member {
  /** Its words, as they are compared. */
  readonly stems: readonly string[];
  /** The same, folded only. */
  readonly words: readonly string[];
  /** The other members of its group, each as its folded words. */
  readonly others: readonly (readonly string[])[];
}

/** All members of all groups, by the stem of their first word. */
export type Synonyms = ReadonlyMap<string, readonly Member[]>;

/** A stretch of a query that has synonyms, and what else may be said there. */
export interface SynonymMatch {
  /** The first word of the stretch and the one behind its last, as places among the query's words. */
  readonly from: number;
  readonly to: number;
  /** The other members of the group, each as its folded words. */
  readonly others: readonly (readonly string[])[];
}

/** Reads groups of words or phrases, as the `synonyms` of a configuration are. */
export function readSynonyms(groups: readonly (readonly string[])[], stem: Stem): Synonyms {
  const members = new Map<string, Member[]>();
  for (const group of groups) {
    const phrases = group.map(words);
    for (const [place, phrase] of phrases.entries()) {
      const stems = phrase.map(stem);
      const [first] = stems;
      if (first === undefined) continue;
      const others = phrases.filter((other, index) => index !== place && other.length > 0);
      const member = { stems, words: phrase, others };
      const beside = members.get(first);
      if (beside) beside.push(member);
      else members.set(first, [member]);
    }
  }
  return members;
}

/** The stretches of a query's folded words that are members of a group, whatever their inflection. */
export function findSynonyms(query: readonly string[], synonyms: Synonyms, stem: Stem): readonly SynonymMatch[] {
  const asked = query.map(stem);
  return asked.flatMap((first, from) =>
    (synonyms.get(first) ?? [])
      .filter(({ stems }) => stems.every((each, index) => asked[from + index] === each))
      .map(({ stems, others }) => ({ from, to: from + stems.length, others })),
  );
}

/** All members of the groups as their folded words, with what else may be said for each. */
export function synonymMembers(synonyms: Synonyms): readonly Pick<Member, "words" | "others">[] {
  return [...synonyms.values()].flat();
}

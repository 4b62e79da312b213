import type { Vocabulary } from "./vocabulary.ts";

/** A word of the site that may have been meant. */
export interface Correction {
  readonly folded: string;
  /** How likely it is the one, 0 to 1; the corrections of a word add up to 1. */
  readonly weight: number;
}

/** At most this many corrections of a word are searched. */
const maxCorrections = 3;

/** How many mistakes a word of a length may have: short words are too near to each other. */
function allowedDistance(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The words that somebody may have meant by a folded word that the site lacks, likeliest first; empty where none is near.
 * Words that the site has are never changed: always-on fuzziness made rankings much worse.
 */
export function correct(folded: string, vocabulary: Vocabulary): readonly Correction[] {
  if (vocabulary.has(folded)) return [];
  const allowed = allowedDistance(folded.length);
  if (allowed === 0) return [];
  const near: { folded: string; weight: number }[] = [];
  const letters = letterSet(folded);
  for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
    for (const candidate of vocabulary.ofLength(length)) {
      // Each edit changes at most two bits of the set, so most words are ruled out by one comparison.
      if (bitCount(letters ^ letterSet(candidate)) > 2 * allowed) continue;
      const distance = editDistance(folded, candidate, allowed);
      if (distance <= allowed)
        near.push({ folded: candidate, weight: likelihood(folded, candidate, distance, vocabulary) });
    }
  }
  near.sort((a, b) => b.weight - a.weight || (a.folded < b.folded ? -1 : 1));
  const best = near.slice(0, maxCorrections);
  const sum = best.reduce((total, each) => total + each.weight, 0);
  return best.map((each) => ({ folded: each.folded, weight: each.weight / sum }));
}

function likelihood(typed: string, candidate: string, distance: number, vocabulary: Vocabulary): number {
  const common = Math.sqrt(1 + vocabulary.pages(candidate));
  // People seldom mistype the first letter.
  const first = typed[0] === candidate[0] ? 1 : 0.3;
  return common * first * 0.08 ** (distance - 1);
}

/**
 * Edits between two words, a swap of neighbours counting as one (optimal string alignment); anything above `limit` comes back
 * as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
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

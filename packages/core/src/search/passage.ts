import type { SearchBase } from "./base.ts";
import type { Plan } from "./plan.ts";
import type { SearchRecord, SearchSection } from "./record.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** A stretch of a page. */
export interface Passage {
  /** Plain text; starts and ends with `…` where the section goes on. */
  readonly text: string;
  /** The section's anchor, if it has one. */
  readonly anchor?: string;
  /** The section's heading, if it has one. */
  readonly heading?: string;
  /** How much of the query's weight stands in it, 0 to 1. */
  readonly coverage: number;
}

/**
 * The stretch of at most `length` words in which most of the query stands; the start of the page where none of it does.
 * A section's heading counts for every stretch of it.
 */
export function bestPassage(record: SearchRecord, plan: Plan, base: SearchBase, length: number): Passage {
  const weights = weightsOf(plan);
  const weightOf = (token: Token): Weighed => {
    const stem = base.stem(token.folded);
    return { stem, weight: weights.get(stem) ?? 0 };
  };
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const sections: readonly SearchSection[] =
    record.answer === undefined ? record.sections : [{ text: record.answer }, ...record.sections];
  let best: Passage = { text: "", coverage: -1 };
  for (const { anchor, heading = "", text } of sections) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    const window = bestWindow(tokens.map(weightOf), tokenise(heading).map(weightOf), length);
    const coverage = Math.min(1, window.weight / total);
    if (coverage <= best.coverage) continue;
    best = {
      text: cut(text, tokens, window.from, length),
      coverage,
      ...(anchor === undefined ? {} : { anchor, heading }),
    };
  }
  return { ...best, coverage: Math.max(0, best.coverage) };
}

/** The first sentences of a text, at most `length` words; whole sentences where they are not longer than that. */
export function firstSentences(text: string, length: number): string {
  const paragraph = text.trim().split(/\n\s*\n/)[0] ?? "";
  const tokens = tokenise(paragraph);
  const limit = tokens[length]?.start;
  if (limit === undefined) return paragraph;
  const ends = Array.from(paragraph.matchAll(/[.!?。！？](?=\s|$)/g), (match) => match.index + 1);
  const end = ends.filter((at) => at <= limit).at(-1);
  return end === undefined ? `${paragraph.slice(0, tokens[length - 1]?.end)} …` : paragraph.slice(0, end);
}

/** What each stem that may stand for a word of the query counts. */
function weightsOf(plan: Plan): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const term of plan.terms) {
    for (const alternative of term.alternatives) {
      for (const stem of alternative.stems) {
        const weight = (term.weight * alternative.weight) / alternative.stems.length;
        weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
      }
    }
  }
  return weights;
}

interface Weighed {
  readonly stem: string;
  readonly weight: number;
}

/** Moves a window over the words and keeps the first of those with the most weight; a word counts once in each. */
function bestWindow(
  words: readonly Weighed[],
  always: readonly Weighed[],
  length: number,
): { readonly from: number; readonly weight: number } {
  const within = new Map<string, number>();
  let weight = 0;
  const change = (word: Weighed | undefined, by: 1 | -1) => {
    if (word === undefined || word.weight === 0) return;
    const before = within.get(word.stem) ?? 0;
    within.set(word.stem, before + by);
    if (before + by === 0) weight -= word.weight;
    else if (before === 0) weight += word.weight;
  };
  for (const word of always) change(word, 1);
  let best = { from: 0, weight };
  for (const [index, word] of words.entries()) {
    change(word, 1);
    change(words[index - length], -1);
    // The comparison leaves room for sums that differ only by rounding.
    if (weight > best.weight + 1e-9) best = { from: Math.max(0, index - length + 1), weight };
  }
  return best;
}

function cut(text: string, tokens: readonly Token[], from: number, length: number): string {
  // The window ends at its last match; what follows reads better than what led to it.
  const last = Math.min(tokens.length, from + length);
  const start = from === 0 ? 0 : (tokens[from]?.start ?? 0);
  const end = last === tokens.length ? text.length : (tokens[last - 1]?.end ?? text.length);
  const piece = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `${start > 0 ? "… " : ""}${piece}${end < text.length ? " …" : ""}`;
}

import type { SearchBase } from "./base.ts";
import type { Plan } from "./plan.ts";
import type { ReadSection } from "./read-page.ts";
import type { SearchRecord } from "./record.ts";
import { tokenise } from "./tokenise.ts";

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
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  let best: Passage = { text: "", coverage: -1 };
  for (const section of base.readPage(record)) {
    const stems = section.words.map(({ stem }) => stem);
    const window = bestWindow(stems, section.headingStems, weights, length);
    const coverage = Math.min(1, window.weight / total);
    if (coverage <= best.coverage) continue;
    const { anchor, heading } = section;
    best = {
      text: cut(section, startNear(stems, window.from, weights), length),
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
  const ends = Array.from(paragraph.matchAll(/[.!?](?=\s|$)|[。！？]/g), (match) => match.index + 1);
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

/** Moves a window over the words and keeps the first of those with the most weight; a word counts once in each. */
function bestWindow(
  stems: readonly string[],
  always: readonly string[],
  weights: ReadonlyMap<string, number>,
  length: number,
): { readonly from: number; readonly weight: number } {
  const within = new Map<string, number>();
  let weight = 0;
  const change = (stem: string | undefined, by: 1 | -1) => {
    const own = stem === undefined ? undefined : weights.get(stem);
    if (stem === undefined || own === undefined) return;
    const before = within.get(stem) ?? 0;
    within.set(stem, before + by);
    if (before + by === 0) weight -= own;
    else if (before === 0) weight += own;
  };
  for (const stem of always) change(stem, 1);
  let best = { from: 0, weight };
  for (const [index, stem] of stems.entries()) {
    change(stem, 1);
    change(stems[index - length], -1);
    // The comparison leaves room for sums that differ only by rounding.
    if (weight > best.weight + 1e-9) best = { from: Math.max(0, index - length + 1), weight };
  }
  return best;
}

/** The best window ends at its last match: it is moved on until its first one stands near its start. */
function startNear(stems: readonly string[], from: number, weights: ReadonlyMap<string, number>): number {
  if (from === 0) return 0;
  const first = stems.findIndex((stem, index) => index >= from && weights.has(stem));
  return Math.max(from, first - wordsBefore);
}

/** How many words of an excerpt lead to the first that was searched. */
const wordsBefore = 3;

function cut({ text, words }: ReadSection, from: number, length: number): string {
  const last = Math.min(words.length, from + length);
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const end = last === words.length ? text.length : (words[last - 1]?.end ?? text.length);
  const piece = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `${start > 0 ? "… " : ""}${piece}${end < text.length ? " …" : ""}`;
}

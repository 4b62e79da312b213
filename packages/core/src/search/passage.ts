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
  /** How much of the query's weight stands in it, 0 to 1. */
  readonly coverage: number;
}

/**
 * The stretch of at most `length` words in which most of the query stands; the start of the page where none of it does.
 * A section's heading counts for every stretch of it.
 */
export function bestPassage(record: SearchRecord, plan: Plan, base: SearchBase, length: number): Passage {
  const places = termsByStem(plan);
  const total = plan.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  let best: Passage = { text: "", coverage: -1 };
  const sections: readonly SearchSection[] =
    record.answer === undefined ? record.sections : [{ text: record.answer }, ...record.sections];
  for (const { anchor, heading = "", text } of sections) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    const inHeading = new Set(tokenise(heading).flatMap((token) => termOf(token, places, base)));
    const window = bestWindow(
      tokens.map((token) => termOf(token, places, base)),
      inHeading,
      plan,
      length,
    );
    const coverage = window.weight / total;
    if (coverage <= best.coverage) continue;
    best = { text: cut(text, tokens, window.from, length), coverage, ...(anchor === undefined ? {} : { anchor }) };
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

function termsByStem(plan: Plan): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, term] of plan.terms.entries()) {
    for (const { stems } of term.alternatives) for (const stem of stems) if (!places.has(stem)) places.set(stem, index);
  }
  return places;
}

function termOf(token: Token, places: ReadonlyMap<string, number>, base: SearchBase): readonly number[] {
  const place = places.get(base.stem(token.folded));
  return place === undefined ? [] : [place];
}

/** Moves a window over the words and keeps the first of those with the most weight. */
function bestWindow(
  terms: readonly (readonly number[])[],
  always: ReadonlySet<number>,
  plan: Plan,
  length: number,
): { readonly from: number; readonly weight: number } {
  const weightOf = (place: number) => plan.terms[place]?.weight ?? 0;
  const within = plan.terms.map((_, place): number => (always.has(place) ? 1 : 0));
  let weight = [...always].reduce((sum, place) => sum + weightOf(place), 0);
  let best = { from: 0, weight };
  for (const [index, entering] of terms.entries()) {
    for (const place of entering) {
      within[place] = (within[place] ?? 0) + 1;
      if (within[place] === 1) weight += weightOf(place);
    }
    for (const place of terms[index - length] ?? []) {
      within[place] = (within[place] ?? 0) - 1;
      if (within[place] === 0) weight -= weightOf(place);
    }
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

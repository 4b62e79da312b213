import { type EntrySummary, pathSteps } from "@knowhow/core";
import { type Catalogue, topicsOfEntry } from "./catalogue.ts";

/** Where a reader may want to go from an entry. */
export interface Related {
  /** What to know first. */
  readonly knowFirst: readonly EntrySummary[];
  /** Quizzes about it. */
  readonly practise: readonly EntrySummary[];
  /** The lesson that it belongs to. */
  readonly lesson: EntrySummary | undefined;
  /** What its author names, filled up with entries that share most of its tags; at most `limit`. */
  readonly related: readonly EntrySummary[];
}

const limit = 5;
// Enough of a topic to choose from, so that a topic with thousands of entries costs no more than a small one.
const perTopic = 10;

/** Finds what is related to an entry; what is archived leads nobody on. */
export function relatedTo(entry: EntrySummary, catalogue: Catalogue): Related {
  const find = (ref: string) => {
    const found = catalogue.find(ref);
    return found?.status === "archived" ? undefined : found;
  };
  const knowFirst = entry.type === "lesson" ? entry.prerequisites.flatMap((ref) => find(ref) ?? []) : [];
  const practise = catalogue.quizzesOfLesson.get(entry.ref) ?? [];
  const lesson = entry.type === "quiz" && entry.lesson !== undefined ? find(entry.lesson) : undefined;
  const steps = entry.type === "path" ? pathSteps(entry, find) : [];
  const shown = new Set([
    entry.ref,
    ...[...knowFirst, ...practise, ...(lesson ? [lesson] : []), ...steps].map(({ ref }) => ref),
  ]);
  const named = entry.related.flatMap((ref) => find(ref) ?? []).filter(({ ref }) => !shown.has(ref));
  for (const { ref } of named) shown.add(ref);
  const near = nearest(entry, catalogue).filter(({ ref }) => !shown.has(ref));
  return { knowFirst, practise, lesson, related: [...named, ...near.slice(0, Math.max(0, limit - named.length))] };
}

function nearest(entry: EntrySummary, catalogue: Catalogue): readonly EntrySummary[] {
  const shared = new Map<EntrySummary, number>();
  for (const topic of topicsOfEntry(entry, catalogue)) {
    for (const other of topic.entries.slice(0, perTopic)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared].sort(([, a], [, b]) => b - a).map(([other]) => other);
}

import type { QuizKind } from "./grades.ts";

/**
 * Items in order: the share of items that are followed by the item that should follow them, the last one aside.
 * So a step that was forgotten and put at the end costs what it breaks, not the place of all that come after it. This is
 * the measure that Moodle's ordering questions call “relative to the next item (excluding last)”.
 */
export const order: QuizKind<"order"> = {
  grade: ({ answer }, response) => {
    const given: readonly unknown[] = Array.isArray(response) ? response : [];
    const next = new Map<unknown, string>(answer.slice(1).map((id, i) => [answer[i], id]));
    const kept = new Set(given.filter((id, i) => next.has(id) && next.get(id) === given[i + 1])).size;
    // Items given twice make a longer answer, not a better one.
    const score = kept / Math.max(1, answer.length - 1, given.length - 1);
    return {
      kind: "order",
      score,
      correct: score === 1,
      answer,
      items: answer.map((id, i) => ({ id, correct: given[i] === id })),
    };
  },
  offered: ({ items }) => items,
};

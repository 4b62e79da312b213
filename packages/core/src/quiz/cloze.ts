import { isAccepted } from "./accepted.ts";
import type { QuizKind } from "./grades.ts";

/** Blanks in a sentence: the share that is filled right. */
export const cloze: QuizKind<"cloze"> = {
  grade: (question, response) => {
    const typed: readonly unknown[] = Array.isArray(response) ? response : [];
    const blanks = question.blanks.map((blank, i) => ({ correct: isAccepted(blank, typed[i]) }));
    const score = blanks.filter(({ correct }) => correct).length / Math.max(1, blanks.length);
    return {
      kind: "cloze",
      score,
      correct: score === 1,
      answer: question.blanks.map(({ accept }) => accept[0] ?? ""),
      blanks,
    };
  },
  offered: () => [],
};

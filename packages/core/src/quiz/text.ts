import { isAccepted } from "./accepted.ts";
import type { QuizKind } from "./grades.ts";

/** Something typed: 1 or 0. */
export const text: QuizKind<"text"> = {
  grade: (question, response) => {
    const correct = isAccepted(question, response);
    return { kind: "text", score: correct ? 1 : 0, correct, answer: question.accept[0] ?? "" };
  },
  offered: () => [],
};

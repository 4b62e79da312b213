import type { Gradables, QuizKind } from "./grades.ts";
import { readNumber } from "./read-number.ts";

/** A number within the tolerance: 1 or 0. Where something typed can mean two numbers, one of them is enough. */
export const number: QuizKind<"number"> = {
  grade: (question, response) => {
    const meant =
      typeof response === "number"
        ? [response]
        : typeof response === "string"
          ? readNumber(response, question.unit)
          : [];
    const correct = meant.some((value) => isNear(value, question));
    return { kind: "number", score: correct ? 1 : 0, correct, answer: question.answer };
  },
  offered: () => [],
};

/** Decimals have no exact double: 3.14 - 3.13 is a little more than 0.01, which must not make an answer wrong. */
function isNear(value: number, { answer, tolerance }: Gradables["number"]): boolean {
  if (!Number.isFinite(value)) return false;
  const exact = Number.isInteger(value) && Number.isInteger(answer);
  const slack = exact ? 0 : Number.EPSILON * Math.max(Math.abs(value), Math.abs(answer));
  return Math.abs(value - answer) <= tolerance + slack;
}

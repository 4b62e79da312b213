import { warning } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `question-without-explanation`: people learn from why, not from right or wrong. */
export const questionWithoutExplanation: Rule = function* ({ entries }) {
  for (const { file, questions } of entries) {
    for (const { unexplained, takesFeedback, place } of questions) {
      if (!unexplained) continue;
      yield {
        file,
        ...warning(
          "question-without-explanation",
          "This question does not say why its answer is right.",
          place,
          takesFeedback
            ? "Add an <Explanation>, or under its options feedback: > Because …"
            : "Add an <Explanation> above </Question>.",
        ),
      };
    }
  }
};

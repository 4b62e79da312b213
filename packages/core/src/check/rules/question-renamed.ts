import { warning } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `question-renamed`: a heading that gives a question its id changed since the last commit, and the id with it. */
export const questionRenamed: Rule = function* ({ entries, committedQuestions }) {
  for (const { file, questions } of entries) {
    const before = committedQuestions.get(file);
    if (before === undefined) continue;
    const now = new Set(questions.map(({ id }) => id));
    const gone = before.filter((id) => !now.has(id));
    const fresh = questions.filter(({ id, shortForm }) => shortForm && !before.includes(id));
    // A question that went and one that came are taken for one that was renamed; a plain addition is none.
    for (const [i, question] of fresh.slice(0, gone.length).entries()) {
      yield {
        file,
        ...warning(
          "question-renamed",
          `This question had the id “${gone[i]}” in the last commit; now it is “${question.id}”, and what people learned does not follow.`,
          question.place,
          `Keep the id: put the question under this heading into <Question id="${gone[i]}">.`,
        ),
      };
    }
  }
};

import type { EntryFacts, QuestionFact } from "../../compile/entry.ts";
import { warning } from "../../compile/problem.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `question-renamed`: a heading that gives a question its id changed since the last commit, and the id with it. */
export const questionRenamed: Rule = function* ({ entries, committedQuestions }) {
  for (const entry of entries) {
    for (const { from, question } of renamedQuestions(entry, committedQuestions)) {
      yield {
        file: entry.file,
        ...warning(
          "question-renamed",
          `This question had the id “${from}” before its heading changed; now it is “${question.id}”, and what people learned does not follow.`,
          question.place,
          `Keep the id: put the question under this heading into <Question id="${from}">.`,
        ),
      };
    }
  }
};

/** The questions of a file whose headings changed, with the ids that they had before. */
export function renamedQuestions(
  { file, questions }: EntryFacts,
  committed: CheckInput["committedQuestions"],
): readonly { readonly from: string; readonly question: QuestionFact }[] {
  const before = committed.get(file);
  if (before === undefined) return [];
  const now = new Set(questions.map(({ id }) => id));
  const gone = before.filter((id) => !now.has(id));
  const fresh = questions.filter(({ id, shortForm }) => shortForm && !before.includes(id));
  // A question that went and one that came are taken for one that was renamed; a plain addition is none.
  return fresh.flatMap((question, i) => {
    const from = gone[i];
    return from === undefined ? [] : [{ from, question }];
  });
}

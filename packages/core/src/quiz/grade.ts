import type { QuestionKind } from "../model/question.ts";
import type { Gradable, Grades, QuizKind, Responses } from "./grades.ts";
import { quizKinds } from "./kinds.ts";

/**
 * Grades a response; a pure function that runs anywhere and never throws.
 *
 * | kind | score |
 * |---|---|
 * | `choice`, `text`, `number` | 1 or 0 |
 * | `choices` | right options picked minus wrong ones picked, over the number of right ones; never below 0, so that picking everything earns nothing for free |
 * | `order` | the share of items followed by the one that should follow them, the last aside |
 * | `match` | the share of items with their own partner |
 * | `cloze` | the share of blanks filled right |
 *
 * Typed answers are compared without what a keyboard chooses (accents composed or not, full-width letters, curly quotes,
 * spaces at the ends), and forgiven case, accents and repeated spaces unless the question's `strict` says otherwise.
 * A typed number may have a decimal comma or point and thousands set apart; `1.234` and `1,234` count as both that they can mean.
 *
 * @param question - A question; of one that is kept apart from its texts, what `Gradable` names is enough.
 * @param response - What was answered; `undefined` means nothing. Where the kind of the question is known only at run
 *   time it may be anything: what is no response of its kind scores 0.
 */
export function grade<Q extends Gradable>(
  question: Q,
  response: QuestionKind extends Q["kind"] ? unknown : Responses[Q["kind"]] | undefined,
): Grades[Q["kind"]] {
  // What a kind's own grader gives is the grade of that kind.
  return quizKindOf(question.kind).grade(question, response) as Grades[Q["kind"]];
}

/** What is asked of a kind of question that is known only at run time. */
export function quizKindOf<K extends QuestionKind>(kind: K): QuizKind<K> {
  return quizKinds[kind];
}

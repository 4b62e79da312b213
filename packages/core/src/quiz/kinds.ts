import type { QuestionKind } from "../model/question.ts";
import { choice, choices } from "./choice.ts";
import { cloze } from "./cloze.ts";
import type { QuizKind } from "./grades.ts";
import { match } from "./match.ts";
import { number } from "./number.ts";
import { order } from "./order.ts";
import { text } from "./text.ts";

/** What is asked of questions once they are data, by kind; a new one is a file and a line here. */
export const quizKinds: { readonly [K in QuestionKind]: QuizKind<K> } = {
  choice,
  choices,
  text,
  number,
  order,
  match,
  cloze,
};

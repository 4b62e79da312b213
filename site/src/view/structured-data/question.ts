import type { Question, QuestionKind } from "@knowhow/core";
import type { Answer, Question as QuestionData } from "schema-dts";

type QuestionOf<K extends QuestionKind> = Extract<Question, { readonly kind: K }>;

/** What search engines call the kinds that they know; they have no word for the others. */
const typeNames: { readonly [K in QuestionKind]?: string } = { choice: "Multiple choice", choices: "Checkbox" };

/** What is right, in words, by kind. */
const rightAnswers: { readonly [K in QuestionKind]: (question: QuestionOf<K>) => readonly string[] } = {
  choice: ({ options }) => options.filter(({ correct }) => correct).map(({ text }) => text),
  choices: ({ options }) => options.filter(({ correct }) => correct).map(({ text }) => text),
  text: ({ accept }) => accept.slice(0, 1),
  number: ({ answer, unit }) => [unit === undefined ? String(answer) : `${answer} ${unit}`],
  order: ({ items, answer }) => [answer.map((id) => items.find((item) => item.id === id)?.text ?? "").join(" → ")],
  match: ({ left, right, answer }) =>
    left.map(({ id, text }) => `${text}: ${right.find((item) => item.id === answer[id])?.text ?? ""}`),
  cloze: ({ blanks }) => [blanks.map(({ accept }) => accept[0] ?? "").join(", ")],
};

/** A question of a quiz: what it asks, what is right, and what else it offers. */
export function quizQuestion(question: Question): QuestionData {
  const right = rightAnswersOf(question).map((text) => answer(text, question.explanation?.text));
  const wrong = "options" in question ? question.options.filter(({ correct }) => !correct) : [];
  const type = typeNames[question.kind];
  return {
    "@type": "Question",
    ...(type === undefined ? {} : { eduQuestionType: type }),
    name: question.prompt.text.split("\n")[0] ?? "",
    text: question.prompt.text,
    acceptedAnswer: right,
    ...(wrong.length === 0 ? {} : { suggestedAnswer: wrong.map(({ text, feedback }) => answer(text, feedback?.text)) }),
  };
}

function rightAnswersOf<K extends QuestionKind>(question: QuestionOf<K>): readonly string[] {
  const kind: K = question.kind as K;
  return rightAnswers[kind](question);
}

function answer(text: string, explanation: string | undefined): Answer {
  return {
    "@type": "Answer",
    text,
    ...(explanation === undefined ? {} : { answerExplanation: { "@type": "Comment", text: explanation } }),
  };
}

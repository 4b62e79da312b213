import type { ChoiceQuestion, ChoicesQuestion, Prose, Question } from "../model/question.ts";

/** What somebody answers, by kind of question: the id of one option, or the ids of several. */
export interface Responses {
  choice: string | undefined;
  choices: readonly string[];
}

/** What is said about one option. */
export interface OptionFeedback {
  readonly id: string;
  readonly picked: boolean;
  readonly correct: boolean;
  readonly feedback?: Prose;
}

/** How a response was graded. */
export interface Grade {
  /** 0 to 1. */
  readonly score: number;
  /** Whether the score is 1. */
  readonly correct: boolean;
  /** Every option, in the question's order. */
  readonly options: readonly OptionFeedback[];
  /** The ids of the right options. */
  readonly answer: readonly string[];
}

/**
 * Grades a response; a pure function.
 *
 * A `choice` scores 1 or 0. A `choices` gives partial credit: right options picked minus wrong ones picked, over the
 * number of right ones, and never below 0, so that picking everything earns nothing for free.
 * Ids that are no options count as wrong picks.
 */
export function grade(question: ChoiceQuestion, response: Responses["choice"]): Grade;
export function grade(question: ChoicesQuestion, response: Responses["choices"]): Grade;
export function grade(question: Question, response: string | readonly string[] | undefined): Grade;
export function grade(question: Question, response: string | readonly string[] | undefined): Grade {
  const picked = new Set(response === undefined ? [] : typeof response === "string" ? [response] : response);
  const answer = question.options.filter(({ correct }) => correct).map(({ id }) => id);
  const hits = answer.filter((id) => picked.has(id)).length;
  const misses = picked.size - hits;
  const score =
    question.kind === "choice"
      ? hits === 1 && misses === 0
        ? 1
        : 0
      : Math.max(0, (hits - misses) / Math.max(1, answer.length));
  return {
    score,
    correct: score === 1,
    options: question.options.map(({ id, correct, feedback }) => ({
      id,
      correct,
      picked: picked.has(id),
      ...(feedback === undefined ? {} : { feedback }),
    })),
    answer,
  };
}

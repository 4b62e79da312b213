/** A piece of prose, as HTML and as plain text. */
export interface Prose {
  readonly html: string;
  readonly text: string;
}

/** One answer to pick. */
export interface QuestionOption extends Prose {
  /** The slug of its text, unique in its question, so that it survives shuffling and reordering. */
  readonly id: string;
  readonly correct: boolean;
  /** What is said to somebody who picked it. */
  readonly feedback?: Prose;
}

interface QuestionBase {
  /** Unique in its entry; what learners remember hangs on it. Also its anchor on the page. */
  readonly id: string;
  readonly prompt: Prose;
  readonly hints: readonly Prose[];
  readonly explanation?: Prose;
}

/** The kinds of question. */
export const questionKinds = ["choice", "choices"] as const;

/** A kind of question. */
export type QuestionKind = (typeof questionKinds)[number];

/** A question with one right option. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly options: readonly QuestionOption[];
}

/** A question with several right options. */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: "choices";
  readonly options: readonly QuestionOption[];
}

/** A question of any kind; `kind` tells which. */
export type Question = ChoiceQuestion | ChoicesQuestion;

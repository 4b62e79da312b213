import type { AcceptedText, Prose, Question, QuestionKind, QuestionOf } from "../model/question.ts";

/** What somebody answers, by kind of question. It is plain data, so that it can be sent and kept as JSON. */
export interface Responses {
  /** The id of an option. */
  readonly choice: string;
  /** The ids of the options picked, in any order. */
  readonly choices: readonly string[];
  /** What was typed. */
  readonly text: string;
  /** A number, or what was typed. */
  readonly number: number | string;
  /** The ids of the items, in the order that they were put in. */
  readonly order: readonly string[];
  /** The id of the partner by the id of the item; items left alone are left out. */
  readonly match: Readonly<Record<string, string>>;
  /** What was typed into each blank, in their order; `""` where nothing was. */
  readonly cloze: readonly string[];
}

/** What is said about one option. */
export interface OptionFeedback {
  readonly id: string;
  readonly picked: boolean;
  readonly correct: boolean;
  readonly feedback?: Prose;
}

interface GradeOf<K extends QuestionKind> {
  readonly kind: K;
  /** 0 to 1. */
  readonly score: number;
  /** Whether the score is 1. */
  readonly correct: boolean;
  /** The right answer: a response that scores 1. */
  readonly answer: Responses[K];
}

/** How a response to a question with options was graded. */
export interface ChoiceGrade<K extends "choice" | "choices" = "choice" | "choices"> extends GradeOf<K> {
  /** Every option, in the question's order. */
  readonly options: readonly OptionFeedback[];
}

/** How something put in order was graded. */
export interface OrderGrade extends GradeOf<"order"> {
  /** Every item in the right order, and whether it was put in its own place. */
  readonly items: readonly { readonly id: string; readonly correct: boolean }[];
}

/** How matched pairs were graded. */
export interface MatchGrade extends GradeOf<"match"> {
  /** Every item in the question's order, and whether it has its partner. */
  readonly pairs: readonly { readonly id: string; readonly correct: boolean }[];
}

/** How filled blanks were graded. */
export interface ClozeGrade extends GradeOf<"cloze"> {
  /** Every blank in its order, and whether it is filled right. */
  readonly blanks: readonly { readonly correct: boolean }[];
}

/** How a response was graded, by kind of question. */
export interface Grades {
  readonly choice: ChoiceGrade<"choice">;
  readonly choices: ChoiceGrade<"choices">;
  readonly text: GradeOf<"text">;
  readonly number: GradeOf<"number">;
  readonly order: OrderGrade;
  readonly match: MatchGrade;
  readonly cloze: ClozeGrade;
}

/** How a response to a question of any kind was graded; `kind` tells which. */
export type Grade = Grades[QuestionKind];

interface WithId {
  readonly id: string;
}

interface GradedOption extends WithId {
  readonly correct: boolean;
  readonly feedback?: Prose;
}

/** What grading needs of a question, by its kind: a part of the question, so that pages need not hold all of it. */
export interface Gradables {
  readonly choice: { readonly kind: "choice"; readonly options: readonly GradedOption[] };
  readonly choices: { readonly kind: "choices"; readonly options: readonly GradedOption[] };
  readonly text: { readonly kind: "text" } & AcceptedText;
  readonly number: Pick<QuestionOf<"number">, "kind" | "answer" | "tolerance" | "unit">;
  readonly order: Pick<QuestionOf<"order">, "kind" | "answer">;
  readonly match: Pick<QuestionOf<"match">, "kind" | "answer"> & { readonly left: readonly WithId[] };
  readonly cloze: Pick<QuestionOf<"cloze">, "kind" | "blanks">;
}

/** What grading needs of a question of any kind; every `Question` is one. */
export type Gradable = Gradables[QuestionKind];

/** What is asked of a kind of question once it is data. */
export interface QuizKind<K extends QuestionKind> {
  /** Grades a response, which may be anything: what is no response of the kind is a wrong one. */
  readonly grade: (question: Gradables[K], response: unknown) => Grades[K];
  /** What the question offers its reader beside its prompt, piece by piece; nothing of it tells the answer. */
  readonly offered: (question: Extract<Question, { readonly kind: K }>) => readonly Prose[];
}

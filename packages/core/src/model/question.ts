/** A piece of prose, as HTML and as plain text. */
export interface Prose {
  readonly html: string;
  readonly text: string;
}

/** The kinds of question. */
export const questionKinds = ["choice", "choices", "text", "number", "order", "match", "cloze"] as const;

/** A kind of question. */
export type QuestionKind = (typeof questionKinds)[number];

/** What every question has. */
export interface QuestionCommon {
  /** Unique in its entry; what learners remember hangs on it. Also its anchor on the page. */
  readonly id: string;
  /** What is asked. In the HTML of a `cloze` every blank is an `<input>`, in its text `___`. */
  readonly prompt: Prose;
  readonly hints: readonly Prose[];
  readonly explanation?: Prose;
}

/** Something to put in order or to match: a piece of prose with a name. */
export interface QuestionItem extends Prose {
  /** The slug of its text, unique among its like, so that it survives shuffling and reordering. */
  readonly id: string;
}

/** One answer to pick. */
export interface QuestionOption extends QuestionItem {
  readonly correct: boolean;
  /** What is said to somebody who picked it. */
  readonly feedback?: Prose;
}

/** A question with one right option. */
export interface ChoiceQuestion extends QuestionCommon {
  readonly kind: "choice";
  readonly options: readonly QuestionOption[];
}

/** A question with several right options. */
export interface ChoicesQuestion extends QuestionCommon {
  readonly kind: "choices";
  readonly options: readonly QuestionOption[];
}

/** The differences that a typed answer is forgiven unless its author is strict about them. */
export const strictnesses = ["case", "accents", "spaces"] as const;

/** A difference that may count in a typed answer. */
export type Strictness = (typeof strictnesses)[number];

/** What is accepted for something typed. */
export interface AcceptedText {
  /** Every right answer; the first is the one to show. At least one. */
  readonly accept: readonly string[];
  /** The differences that count; empty where all are forgiven. */
  readonly strict: readonly Strictness[];
}

/** A question that is answered by typing a word or a few. */
export interface TextQuestion extends QuestionCommon, AcceptedText {
  readonly kind: "text";
}

/** A question that is answered by typing a number. */
export interface NumberQuestion extends QuestionCommon {
  readonly kind: "number";
  readonly answer: number;
  /** How far off a right answer may be, in the answer's own unit; 0 or more. */
  readonly tolerance: number;
  /** What the number counts, `kg` or `%`: shown behind the field, and allowed in a typed answer. */
  readonly unit?: string;
}

/** A question that is answered by putting items in order. */
export interface OrderQuestion extends QuestionCommon {
  readonly kind: "order";
  /** In the order in which to show them: the same on every page and at every time, and never the right one. */
  readonly items: readonly QuestionItem[];
  /** The ids of the items in the right order. */
  readonly answer: readonly string[];
}

/** A question that is answered by finding the partner of each item. */
export interface MatchQuestion extends QuestionCommon {
  readonly kind: "match";
  /** The headings of the two columns; their text may be empty. */
  readonly columns: readonly [left: Prose, right: Prose];
  /** The items to find partners for. */
  readonly left: readonly QuestionItem[];
  /** The partners, each once, in the order in which to show them; several of `left` may share one. */
  readonly right: readonly QuestionItem[];
  /** The id of the right partner by the id of the item. */
  readonly answer: Readonly<Record<string, string>>;
}

/** A question that is answered by filling the blanks of its prompt. */
export interface ClozeQuestion extends QuestionCommon {
  readonly kind: "cloze";
  /** In the order in which they stand in the prompt. */
  readonly blanks: readonly AcceptedText[];
}

/** A question of any kind; `kind` tells which. */
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | TextQuestion
  | NumberQuestion
  | OrderQuestion
  | MatchQuestion
  | ClozeQuestion;

/** The question of a kind. */
export type QuestionOf<K extends QuestionKind> = Extract<Question, { readonly kind: K }>;

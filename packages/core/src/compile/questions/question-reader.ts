import type { ElementContent } from "hast";
import type { RootContent } from "mdast";
import type { z } from "zod";
import type { ContentTexts } from "../../locale/texts.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { Prose, Question, QuestionCommon, QuestionKind } from "../../model/question.ts";
import type { Gradable } from "../../quiz/grades.ts";
import type { BlockNode } from "../blocks/block.ts";
import type { Problem } from "../problem.ts";
import type { QuestionBody, QuestionSource } from "./question-source.ts";

/** Renders content of a file by itself, as HTML and text. */
export type ToProse = (nodes: readonly RootContent[]) => Prose;

/** What its kind reads a question from. */
export interface QuestionContent<Props = Readonly<Record<string, unknown>>> {
  readonly id: string;
  /** Everything in it but its heading, hints and explanation. */
  readonly nodes: readonly RootContent[];
  /** The attributes of its tag. */
  readonly props: Props;
  /** The attributes of a block in it; undefined where they are wrong. */
  readonly propsOf: (node: BlockNode) => Readonly<Record<string, unknown>> | undefined;
  /** Whether it is the short form, which has no tag and so no attributes. */
  readonly short: boolean;
  /** Its first line. */
  readonly place: Range;
}

/** Something that makes a question one of a kind: how to call it, and where it stands. */
export interface Sign {
  readonly what: string;
  readonly place: Range;
}

/** What reading the body of a question gives: the node that is the body, so that the rest is its prompt. */
export interface ReadBody<Body extends QuestionBody = QuestionBody> {
  readonly node?: RootContent | undefined;
  readonly body?: Body | undefined;
  readonly problems: readonly Problem[];
}

/** What a question is drawn with. */
export interface DrawTools {
  readonly convert: (nodes: readonly RootContent[]) => ElementContent[];
  /** The same for what stands on the page a second time. */
  readonly repeat: (nodes: readonly RootContent[]) => ElementContent[];
  readonly texts: ContentTexts;
}

type OwnOf<Q> = Q extends Question ? Omit<Q, keyof QuestionCommon> : never;

/** What a question has beside what every question has. */
export type QuestionData = OwnOf<Question>;

/** Reads, draws and types the questions of one kind, or of some that are written alike. */
export interface QuestionReader<Body extends QuestionBody = QuestionBody, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly kinds: readonly Body["kind"][];
  /** The attributes of `<Question>` that are its own. */
  readonly props: Shape;
  /** How such a question is written: ends a sentence that begins with “Write”. */
  readonly writing: string;
  /** What in a question makes it one of these kinds without a word about its kind. */
  readonly signs: (content: QuestionContent) => readonly Sign[];
  readonly read: (
    content: QuestionContent<z.infer<z.ZodObject<Shape>>>,
    kind: QuestionKind | undefined,
  ) => ReadBody<Body>;
  /** Readies the drawn prompt, where it is answered within it. */
  readonly drawPrompt?: (
    drawn: ElementContent[],
    question: QuestionSource<Body>,
    tools: DrawTools,
  ) => readonly ElementContent[];
  /** Draws what it is answered with, as a form that can be filled in without any script. */
  readonly draw: (question: QuestionSource<Body>, tools: DrawTools) => ElementContent[];
  /** Draws the right answer, for readers without scripts and for those who give up; not needed where feedback tells it. */
  readonly solution?: (body: Body, tools: DrawTools) => ElementContent[];
  readonly data: (body: Body, prose: ToProse) => QuestionData;
  /** What the page grades with; not needed where picking something shows at once what is to say about it. */
  readonly key?: (body: Body) => Gradable;
  /** Whether it says by itself why what is right, as the feedback of options does. */
  readonly explains?: (body: Body) => boolean;
  /** Minutes that answering takes beyond reading it: our own estimates. */
  readonly minutes: (body: Body) => number;
}

/** Types a reader by its body and props. */
export function defineQuestionReader<Body extends QuestionBody, Shape extends z.ZodRawShape>(
  reader: QuestionReader<Body, Shape>,
): QuestionReader {
  // A body comes back only to the reader that read it, and props are parsed with its own schemas before.
  return reader as unknown as QuestionReader;
}

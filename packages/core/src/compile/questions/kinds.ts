import type { RootContent } from "mdast";
import type { z } from "zod";
import type { Question, QuestionKind } from "../../model/question.ts";
import { error } from "../problem.ts";
import { choiceReader } from "./choice.ts";
import { clozeReader } from "./cloze.ts";
import { matchReader } from "./match.ts";
import { numberReader } from "./number.ts";
import { orderReader } from "./order.ts";
import type { QuestionContent, QuestionReader, ReadBody, ToProse } from "./question-reader.ts";
import type { QuestionSource } from "./question-source.ts";
import { textReader } from "./text.ts";

/** The kinds of question, as they are written; a new one is a file and a line here. */
const readers: readonly QuestionReader[] = [
  choiceReader,
  textReader,
  numberReader,
  orderReader,
  matchReader,
  clozeReader,
];

/** The attributes of `<Question>` that say something about its answer. */
export const questionProps: z.ZodRawShape = Object.fromEntries(readers.flatMap(({ props }) => Object.entries(props)));

/** The reader of a kind. */
export function readerOf(kind: QuestionKind): QuestionReader {
  return readers.find(({ kinds }) => kinds.includes(kind)) ?? choiceReader;
}

/** Reads what a question is answered with: by the kind that its author names, else by what is in it. */
export function readBody(content: QuestionContent, kind: QuestionKind | undefined): ReadBody {
  const found = readers.flatMap((reader) => {
    const [sign] = reader.signs(content);
    return sign === undefined ? [] : [{ reader, sign }];
  });
  const [first, second] = found;
  if (kind === undefined) {
    if (first === undefined) return choiceReader.read(content, undefined);
    if (second === undefined) return first.reader.read(content, undefined);
    const problem = error(
      "question-kind",
      `This question has two kinds of answer: ${first.sign.what} and ${second.sign.what}.`,
      content.place,
      "Keep one of them, or make it two questions.",
    );
    return { problems: [{ ...problem, related: found.map(({ sign }) => related(sign)) }] };
  }
  const reader = readerOf(kind);
  const other = found.find((one) => one.reader !== reader);
  if (other === undefined) return reader.read(content, kind);
  const problem = error(
    "question-kind",
    `This question says kind="${kind}", but has ${other.sign.what}.`,
    content.place,
    `Delete the kind, or write ${reader.writing}.`,
  );
  return { problems: [{ ...problem, related: [related(other.sign)] }] };
}

/** A question as data. */
export function toQuestion(source: QuestionSource, prose: ToProse): Question {
  const { id, heading, prompt, body, hints, explanation } = source;
  return {
    id,
    prompt: prose(heading === undefined ? prompt : [{ type: "paragraph", children: heading.children }, ...prompt]),
    ...readerOf(body.kind).data(body, prose),
    hints: hints.map((hint) => prose(hint.children as RootContent[])),
    ...(explanation === undefined ? {} : { explanation: prose(explanation.children as RootContent[]) }),
  };
}

function related({ what, place }: { readonly what: string; readonly place: QuestionContent["place"] }) {
  return { message: `Here: ${what}`, place };
}

import type { ElementContent } from "hast";
import type { RootContent } from "mdast";
import type { ContentTexts } from "../../locale/en.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { Prose, Question, QuestionKind } from "../../model/question.ts";
import { error, type Problem } from "../problem.ts";
import { choiceOptions, findTaskList, isTask, readChoice, renderChoice } from "./choice.ts";
import type { QuestionBody, QuestionSource } from "./question-source.ts";

/** Renders content of a file by itself, as HTML and text. */
export type ToProse = (nodes: readonly RootContent[]) => Prose;

/** What reading the body of a question gives: the node that is the body, so that the rest is its prompt. */
export interface ReadBody {
  readonly node: RootContent | undefined;
  readonly body: QuestionBody | undefined;
  readonly problems: readonly Problem[];
}

/** Reads what a question is answered with from its content. */
export function readBody(nodes: readonly RootContent[], kind: QuestionKind | undefined, question: Range): ReadBody {
  const list = findTaskList(nodes);
  if (list === undefined) {
    const problem = error(
      "question-options",
      "This question has no options.",
      question,
      "Write them as a list: - [ ] wrong, - [x] right.",
    );
    return { node: undefined, body: undefined, problems: [problem] };
  }
  const parts = nodes.filter((node) => node.type === "list" && node.children.some(isTask));
  if (parts.length > 1) {
    const hint = "Indent what belongs to an option, such as its feedback, by two spaces.";
    const problem = error(
      "question-options",
      "The options of this question are cut into several lists.",
      question,
      hint,
    );
    return { node: list, body: undefined, problems: [problem] };
  }
  return { node: list, ...readChoice(list, kind, question) };
}

/** Draws what a question is answered with. */
export function renderBody(
  { id, body }: QuestionSource,
  convert: (nodes: readonly RootContent[]) => ElementContent[],
  texts: ContentTexts,
): ElementContent {
  return renderChoice(id, body, convert, texts);
}

/** A question as data. */
export function toQuestion(source: QuestionSource, prose: ToProse): Question {
  const { id, heading, prompt, body, hints, explanation } = source;
  return {
    id,
    kind: body.kind,
    prompt: prose(heading === undefined ? prompt : [{ type: "paragraph", children: heading.children }, ...prompt]),
    options: choiceOptions(body, prose),
    hints: hints.map((hint) => prose(hint.children as RootContent[])),
    ...(explanation === undefined ? {} : { explanation: prose(explanation.children as RootContent[]) }),
  };
}

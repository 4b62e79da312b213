import GithubSlugger from "github-slugger";
import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { List, ListItem, RootContent } from "mdast";
import type { ContentTexts } from "../../locale/en.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { QuestionOption } from "../../model/question.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem } from "../problem.ts";
import type { ToProse } from "./kinds.ts";

/** One option of a task list. */
export interface OptionSource {
  readonly id: string;
  readonly correct: boolean;
  readonly content: readonly RootContent[];
  readonly feedback: readonly RootContent[];
}

/** The body of a question with options to pick. */
export interface ChoiceBody {
  readonly kind: "choice" | "choices";
  readonly options: readonly OptionSource[];
}

/** The task list that makes a question one of options. */
export function findTaskList(nodes: readonly RootContent[]): List | undefined {
  const lists = nodes.filter((node) => node.type === "list");
  return lists.find((list) => list.children.some(isTask)) ?? lists.at(-1);
}

/** Reads a task list: one `[x]` makes a choice, several make choices; a quote under an option is its feedback. */
export function readChoice(
  list: List,
  kind: "choice" | "choices" | undefined,
  question: Range,
): { readonly body: ChoiceBody; readonly problems: readonly Problem[] } {
  const slugger = new GithubSlugger();
  const problems: Problem[] = [];
  const seen = new Map<string, Range>();
  const options = list.children.map((item): OptionSource => {
    const feedback = item.children.filter((child) => child.type === "blockquote");
    const content = item.children.filter((child) => child.type !== "blockquote");
    const text = plainText(content);
    const same = seen.get(text.toLowerCase());
    if (text === "") {
      problems.push(error("question-options", "This option is empty.", question, "Write its text behind [ ] or [x]."));
    } else if (same !== undefined) {
      problems.push({
        ...error("question-options", `Two options say “${text}”.`, question, "Change one of them, or delete it."),
        related: [same, nodeRange(item)].map((place) => ({ message: "This option", place })),
      });
    }
    seen.set(text.toLowerCase(), nodeRange(item));
    return { id: slugger.slug(text) || slugger.slug("option"), correct: item.checked === true, content, feedback };
  });
  const unmarked = list.children.filter((item) => !isTask(item));
  const misspelt = unmarked.find((item) => /^\[[ xX]?\]/.test(plainText([item])));
  if (misspelt !== undefined) {
    const text = plainText([misspelt]);
    const empty = /^\[[ xX]?\]$/.test(text);
    problems.push(
      empty
        ? error("question-options", "This option is empty.", nodeRange(misspelt), "Write its text behind [ ] or [x].")
        : error(
            "question-options",
            `The box of “${text}” is not written right.`,
            nodeRange(misspelt),
            "Write - [ ] or - [x], and a space behind it.",
          ),
    );
    return { body: { kind: kind ?? "choice", options }, problems };
  }
  const right = options.filter((option) => option.correct).length;
  if (options.length < 2) {
    problems.push(
      error(
        "question-options",
        "A question needs at least two options.",
        question,
        "Add a wrong one that people would believe.",
      ),
    );
  }
  if (unmarked.length > 0 && unmarked.length < list.children.length) {
    problems.push({
      ...error(
        "question-options",
        "Some options have no box.",
        question,
        "Begin every option with - [ ], and right ones with - [x].",
      ),
      related: unmarked.map((item) => ({ message: "This option", place: nodeRange(item) })),
    });
  } else if (right === 0) {
    problems.push(
      error(
        "question-answer",
        "No option of this question is marked as right.",
        question,
        "Mark the right ones with - [x].",
      ),
    );
  }
  if (kind === "choice" && right > 1) {
    problems.push(
      error(
        "question-kind",
        `kind="choice" has one right option, and ${right} are marked.`,
        question,
        'Mark one only, or write kind="choices".',
      ),
    );
  }
  return { body: { kind: kind ?? (right > 1 ? "choices" : "choice"), options }, problems };
}

/** Draws the options as a plain form: what is picked shows its feedback without any script. */
export function renderChoice(
  id: string,
  body: ChoiceBody,
  convert: (nodes: readonly RootContent[]) => ElementContent[],
  texts: ContentTexts,
): ElementContent {
  const single = body.kind === "choice";
  return h(
    "div",
    { className: ["kh-question__options"], role: single ? "radiogroup" : "group", ariaLabelledBy: `${id}-prompt` },
    body.options.map((option) =>
      h("div", { className: ["kh-option"], dataCorrect: String(option.correct) }, [
        h("label", { className: ["kh-option__label"] }, [
          h("input", { type: single ? "radio" : "checkbox", name: id, value: option.id }),
          h("span", { className: ["kh-option__text"] }, unwrapParagraph(convert(option.content))),
        ]),
        h("div", { className: ["kh-option__feedback"] }, [
          h("strong", { className: ["kh-option__verdict"] }, option.correct ? texts.right : texts.wrong),
          " ",
          ...convert(option.feedback).flatMap((node) =>
            node.type === "element" && node.tagName === "blockquote" ? node.children : [node],
          ),
        ]),
      ]),
    ),
  );
}

/** The options as data. */
export function choiceOptions(body: ChoiceBody, prose: ToProse): readonly QuestionOption[] {
  return body.options.map(({ id, correct, content, feedback }) => ({
    id,
    correct,
    ...prose(content),
    ...(feedback.length === 0
      ? {}
      : {
          feedback: prose(feedback.flatMap((quote) => ("children" in quote ? (quote.children as RootContent[]) : []))),
        }),
  }));
}

/** Whether a list item has a box. */
export function isTask(item: ListItem): boolean {
  return typeof item.checked === "boolean";
}

/** A label holds phrasing: the paragraph around a one-paragraph option is left out. */
function unwrapParagraph(nodes: ElementContent[]): ElementContent[] {
  const elements = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [only] = elements;
  return elements.length === 1 && only?.type === "element" && only.tagName === "p" ? only.children : nodes;
}

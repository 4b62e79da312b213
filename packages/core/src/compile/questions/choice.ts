import type { ElementContent } from "hast";
import type { List, ListItem, RootContent } from "mdast";
import type { QuestionKind } from "../../model/question.ts";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem, withFix } from "../problem.ts";
import { unwrapParagraph } from "./hast.ts";
import { namePieces } from "./pieces.ts";
import { defineQuestionReader, type QuestionContent } from "./question-reader.ts";

/** One option of a task list. */
interface OptionSource {
  readonly id: string;
  readonly correct: boolean;
  readonly content: readonly RootContent[];
  readonly feedback: readonly RootContent[];
}

/** The body of a question with options to pick. */
interface ChoiceBody {
  readonly kind: "choice" | "choices";
  readonly options: readonly OptionSource[];
}

/** A task list: one `[x]` makes a choice, several make choices; a quote under an option is its feedback. */
export const choiceReader = defineQuestionReader<ChoiceBody, Record<never, never>>({
  kinds: ["choice", "choices"],
  props: {},
  writing: "a list of options: - [ ] wrong, - [x] right",
  signs: ({ nodes }) => nodes.filter(isTaskList).map((node) => ({ what: "options to pick", place: nodeRange(node) })),
  read: (content, kind) => {
    const { nodes, place } = content;
    const lists = nodes.filter((node) => node.type === "list");
    const list = lists.find(isTaskList) ?? lists.at(-1);
    const spaceless = list !== undefined && isTaskList(list) ? undefined : spacelessOptions(nodes);
    if (spaceless !== undefined) return { problems: [spaceless] };
    if (list === undefined) {
      const hint = otherKind(content, nodes) ?? "Write them as a list: - [ ] wrong, - [x] right.";
      return { problems: [error("question-options", "This question has no options.", place, hint)] };
    }
    const [first, second] = lists.filter(isTaskList);
    if (first !== undefined && second !== undefined) return { node: list, problems: [cutList(nodes, first, second)] };
    const { body, problems } = readOptions(list, kind, content);
    return { node: list, body, problems: [...problems, ...looseFeedback(nodes, list)] };
  },
  draw: ({ id, body }, { convert, texts }) => {
    const single = body.kind === "choice";
    return [
      h(
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
              ...convert(option.feedback).flatMap((node): ElementContent[] =>
                node.type === "element" && node.tagName === "blockquote" ? node.children : [node],
              ),
            ]),
          ]),
        ),
      ),
    ];
  },
  data: ({ kind, options }, prose) => ({
    kind,
    options: options.map(({ id, correct, content, feedback }) => ({
      id,
      correct,
      ...prose(content),
      ...(feedback.length === 0 ? {} : { feedback: prose(feedback.flatMap(quoted)) }),
    })),
  }),
  explains: ({ options }) => options.some(({ feedback }) => feedback.length > 0),
  // Three or four short options.
  minutes: () => 0.5,
});

/** Options in several lists: what stands between them belongs to the option above, unless nothing does. */
function cutList(nodes: readonly RootContent[], first: RootContent, second: RootContent): Problem {
  const message = "The options of this question are cut into several lists.";
  const between = nodes[nodes.indexOf(first) + 1];
  if (between === undefined || between === second) {
    const hint = "Begin all options with the same sign, and put hints below the last.";
    return error("question-options", message, nodeRange(second), hint);
  }
  const hint = "If this is the feedback of the option above, indent it by two spaces; else put it above the options.";
  const problem = error("question-options", message, nodeRange(between), hint);
  return between.type === "blockquote" ? indented(problem, nodes, first) : problem;
}

/** A quote right below the last option, which is not indented: it would show above the options. */
function looseFeedback(nodes: readonly RootContent[], list: List): readonly Problem[] {
  const below = nodes[nodes.indexOf(list) + 1];
  if (!isTaskList(list) || below?.type !== "blockquote") return [];
  if (nodeRange(below).start.line !== nodeRange(list).end.line + 1) return [];
  const message = "This feedback belongs to no option.";
  const problem = error("question-options", message, nodeRange(below), "Indent it by two spaces.");
  return [indented(problem, nodes, list)];
}

/** Mends a question by making each quote behind its options the feedback of the option above. */
function indented(problem: Problem, nodes: readonly RootContent[], first: RootContent): Problem {
  const quotes = nodes.filter((node, i) => node.type === "blockquote" && i > nodes.indexOf(first));
  const { column } = nodeRange(first).start;
  if (quotes.some((quote) => nodeRange(quote).start.column !== column)) return problem;
  const edits = quotes.flatMap((quote) => {
    const place = nodeRange(quote);
    return Array.from({ length: place.end.line - place.start.line + 1 }, (_, i) => {
      const at = { line: place.start.line + i, column };
      return { place: { ...place, start: at, end: at }, newText: "  " };
    });
  });
  return withFix(problem, "Indent the feedback", ...edits);
}

/** `-[ ] A` is a line of text: a list has a space behind its dash. */
function spacelessOptions(nodes: readonly RootContent[]): Problem | undefined {
  for (const node of nodes) {
    if (node.type !== "paragraph") continue;
    const place = nodeRange(node);
    const written = node.children.flatMap((child, at) =>
      child.type !== "text"
        ? []
        : child.value.split("\n").flatMap((text, i) => {
            const [, box] = (at === 0 || i > 0 ? /^[ \t]*([-*+]\[[ xX]?\])/.exec(text) : null) ?? [];
            return box === undefined ? [] : [{ box, line: nodeRange(child).start.line + i }];
          }),
    );
    const [first] = written;
    if (first === undefined) continue;
    const lineAt = (line: number) => ({ ...place, start: { line, column: 1 }, end: { line: line + 1, column: 1 } });
    const spaced = (box: string) => `${box[0]} [${/x/i.test(box) ? "x" : " "}]`;
    const problem = error(
      "question-options",
      `“${first.box}” begins no option: the space behind its first sign is missing.`,
      { ...place, start: { line: first.line, column: first.line === place.start.line ? place.start.column : 1 } },
      `Write ${spaced(first.box)}.`,
    );
    const edits = written.map(({ box, line }) => ({
      place: { within: lineAt(line), pattern: "[-*+]\\[[ xX]?\\]" },
      newText: spaced(box),
    }));
    return withFix(problem, "Write a space in front of the boxes", ...edits);
  }
  return undefined;
}

function readOptions(
  list: List,
  kind: QuestionKind | undefined,
  { nodes, place, short }: QuestionContent,
): { readonly body: ChoiceBody; readonly problems: readonly Problem[] } {
  const sources = list.children.map((node) => ({
    node,
    correct: node.checked === true,
    feedback: node.children.filter((child) => child.type === "blockquote"),
    content: node.children.filter((child) => child.type !== "blockquote"),
  }));
  const { named, problems: nameProblems } = namePieces(
    sources,
    { one: "option", many: "options", fill: "Write its text behind [ ] or [x]." },
    place,
  );
  const problems: Problem[] = [...nameProblems];
  const options = sources.map(
    ({ correct, content, feedback }, i): OptionSource => ({ id: named[i]?.id ?? "", correct, content, feedback }),
  );
  const right = options.filter((option) => option.correct).length;
  const body: ChoiceBody = {
    kind: kind === "choice" || kind === "choices" ? kind : right > 1 ? "choices" : "choice",
    options,
  };
  const unmarked = list.children.filter((item) => !isTask(item));
  const misspelt = unmarked.find((item) => /^\[[ xX]?\]/.test(plainText([item])));
  if (misspelt !== undefined) return { body, problems: [...problems, boxProblem(misspelt)] };
  if (options.length < 2) {
    const message = "A question needs at least two options.";
    problems.push(error("question-options", message, place, "Add a wrong one that people would believe."));
  }
  if (unmarked.length > 0 && unmarked.length < list.children.length) {
    const hint = "Begin every option with - [ ], and right ones with - [x].";
    problems.push({
      ...error("question-options", "Some options have no box.", place, hint),
      related: unmarked.map((item) => ({ message: "This option", place: nodeRange(item) })),
    });
  } else if (right === 0) {
    const hint = (short ? undefined : otherKind({ short }, nodes)) ?? "Mark the right ones with - [x].";
    problems.push(error("question-answer", "No option of this question is marked as right.", place, hint));
  }
  if (kind === "choice" && right > 1) {
    problems.push({
      ...error(
        "question-kind",
        `kind="choice" has one right option, and ${right} are marked.`,
        place,
        'Mark one only, or write kind="choices".',
      ),
      related: sources.flatMap(({ node, correct }) =>
        correct ? [{ message: "A right option", place: nodeRange(node) }] : [],
      ),
    });
  }
  return { body, problems };
}

/** An item that was meant to have a box. */
function boxProblem(item: ListItem): Problem {
  const text = plainText([item]);
  if (/^\[[ xX]?\]$/.test(text))
    return error("question-options", "This option is empty.", nodeRange(item), "Write its text behind [ ] or [x].");
  const problem = error(
    "question-options",
    `The box of “${text}” is not written right.`,
    nodeRange(item),
    "Write - [ ] or - [x], and a space behind it.",
  );
  const [box = ""] = /^\[[ xX]?\]/.exec(text) ?? [];
  const newText = /x/i.test(box) ? "[x] " : "[ ] ";
  const pattern = `\\[${box.slice(1, -1)}\\][ \\t]*`;
  return withFix(problem, `Write ${newText.trim()} and a space`, {
    place: { within: nodeRange(item), pattern },
    newText,
  });
}

/** A numbered list or a table at the end may be meant as the body of a kind that has to be named. */
function otherKind({ short }: { readonly short: boolean }, nodes: readonly RootContent[]): string | undefined {
  const last = nodes.at(-1);
  const kind = last?.type === "table" ? "match" : last?.type === "list" && last.ordered === true ? "order" : undefined;
  if (kind === undefined) return undefined;
  const written = short ? `put it into <Question id="…" kind="${kind}">` : `write kind="${kind}" in its tag`;
  return kind === "order"
    ? `If the order of the list is the answer, ${written}; else mark right options with - [x].`
    : `If the rows of the table are pairs to match, ${written}; else write options: - [ ] wrong, - [x] right.`;
}

function quoted(node: RootContent): readonly RootContent[] {
  return node.type === "blockquote" ? node.children : [];
}

function isTaskList(node: RootContent): boolean {
  return node.type === "list" && node.children.some(isTask);
}

function isTask(item: ListItem): boolean {
  return typeof item.checked === "boolean";
}

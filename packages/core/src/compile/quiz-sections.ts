import type { Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { nodeRange } from "./node-range.ts";
import { plainText } from "./plain-text.ts";
import { fileStart } from "./position.ts";
import { error, type Problem, withFix } from "./problem.ts";
import { createSlugger } from "./slugger.ts";

/**
 * Makes the short form of a quiz a block: a `##` heading and what follows it becomes a Question whose id is the
 * heading's slug, unless a Question of its own stands under it. Returns the blocks that were made, and tells of options
 * that such a Question leaves over.
 */
export function wrapQuizSections(root: Root): {
  readonly made: ReadonlySet<MdxJsxFlowElement>;
  readonly problems: readonly Problem[];
} {
  const slugger = createSlugger();
  const made = new Set<MdxJsxFlowElement>();
  const problems: Problem[] = [];
  const children: RootContent[] = [];
  for (const section of sections(root.children)) {
    const [heading] = section;
    if (heading?.type !== "heading" || heading.depth !== 2 || section.some(isQuestion)) {
      problems.push(...leftOver(section));
      children.push(...section);
      continue;
    }
    const id = slugger.slug(plainText([heading])) || slugger.slug("question");
    const source = heading.data?.source;
    const last = section.findLast((node) => node.data?.source === source) ?? heading;
    const block: MdxJsxFlowElement = {
      type: "mdxJsxFlowElement",
      name: "Question",
      attributes: [{ type: "mdxJsxAttribute", name: "id", value: id }],
      children: section as MdxJsxFlowElement["children"],
      ...(heading.position && last.position
        ? { position: { start: heading.position.start, end: last.position.end } }
        : {}),
      ...(source === undefined ? {} : { data: { source } }),
    };
    made.add(block);
    children.push(block);
  }
  const hasQuestions = made.size > 0 || root.children.some(isQuestion);
  root.children = children;
  return { made, problems: hasQuestions ? problems : [] };
}

/** Options with a right one among them are meant as a question; a checklist has nothing ticked. */
function leftOver(section: readonly RootContent[]): readonly Problem[] {
  const question = section.find(isQuestion);
  const options = section.filter(
    (node) => node.type === "list" && node.children.some(({ checked }) => checked === true),
  );
  if (question === undefined) {
    return options.map((list) =>
      error(
        "question-body",
        "These options belong to no question: in a quiz a question is a ## heading with its options below.",
        nodeRange(list),
        "Write a ## heading above them.",
      ),
    );
  }
  return options.map((list) => ({
    ...error(
      "question-body",
      "These options belong to no question: a <Question> under the same heading takes its place.",
      nodeRange(list),
      'Put them into a <Question id="…"> too, or write a heading of its own above the other question.',
    ),
    related: [{ message: "The question under this heading", place: nodeRange(question) }],
  }));
}

/** Says that a quiz has no questions: at the heading that was meant as one, where options stand below one of another level. */
export function noQuestions(root: Root): Problem {
  const message = "This quiz has no questions.";
  const meant = root.children.filter((node, i) => node.type === "heading" && hasOptions(root.children, i));
  const [first] = meant;
  if (first?.type !== "heading") {
    const hint = "Write each question as a ## heading with a list of options below: - [ ] wrong, - [x] right.";
    return error("no-questions", message, fileStart, hint);
  }
  const signs = "#".repeat(first.depth);
  const problem = error(
    "no-questions",
    message,
    nodeRange(first),
    `Write ## instead of ${signs}: a question is a heading of the second level.`,
  );
  const edits = meant.map((node) => ({
    place: { within: nodeRange(node), pattern: "^#{1,6}(?=[ \\t])" },
    newText: "##",
  }));
  return withFix(problem, "Write ##", ...edits);
}

/** Whether a list of options stands under a heading, before the next. */
function hasOptions(nodes: readonly RootContent[], heading: number): boolean {
  for (const node of nodes.slice(heading + 1)) {
    if (node.type === "heading") return false;
    if (node.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean")) return true;
  }
  return false;
}

/** Cuts content before every heading of level 1 or 2. */
function sections(nodes: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const cut: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "heading" && node.depth <= 2) cut.push([]);
    cut.at(-1)?.push(node);
  }
  return cut;
}

function isQuestion(node: RootContent): boolean {
  return node.type === "mdxJsxFlowElement" && node.name === "Question";
}

import type { Element, ElementContent } from "hast";
import type { RootContent } from "mdast";
import type { AcceptedText, Strictness } from "../../model/question.ts";
import type { BlockNode } from "../blocks/block.ts";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error, type Problem } from "../problem.ts";
import { walk } from "../walk.ts";
import { defineQuestionReader } from "./question-reader.ts";
import { checkAccepted, drawAccepted } from "./typed.ts";

interface ClozeBody {
  readonly kind: "cloze";
  /** In the order in which they stand. */
  readonly blanks: readonly AcceptedText[];
}

const hint = 'Write <Blank answer="Export" /> where a word is missing.';

/** `<Blank answer="Export" accept={["Save as"]} />` in sentences: words to fill in. */
export const clozeReader = defineQuestionReader<ClozeBody, Record<never, never>>({
  kinds: ["cloze"],
  props: {},
  writing: 'sentences with blanks: <Blank answer="Export" />',
  signs: ({ nodes }) => findBlanks(nodes).map((node) => ({ what: "a blank", place: nodeRange(node) })),
  read: ({ nodes, propsOf, place }) => {
    const found = findBlanks(nodes);
    if (found.length === 0)
      return { problems: [error("question-answer", "This question has no blank to fill in.", place, hint)] };
    const problems: Problem[] = [];
    const blanks: AcceptedText[] = [];
    for (const node of found) {
      const props = propsOf(node);
      // What is wrong with its attributes has been told.
      if (props === undefined) return { problems: [] };
      const blank = acceptedBy(props);
      blanks.push(blank);
      for (const problem of checkAccepted(blank, place, hint))
        problems.push({ ...problem, related: [{ message: "This blank", place: nodeRange(node) }] });
    }
    return { body: { kind: "cloze", blanks }, problems };
  },
  drawPrompt: (drawn, { id, body: { blanks } }, { texts }) => {
    // All are equally wide, so that their width tells nothing.
    const size = Math.min(24, Math.max(6, ...blanks.map(({ accept: [first = ""] }) => first.length)));
    const fields = drawn.flatMap(blankFields);
    for (const [i, field] of fields.entries()) {
      const ariaLabel = fields.length === 1 ? texts.blank : `${texts.blank} ${i + 1}`;
      field.properties = { ...field.properties, name: `${id}-${i + 1}`, size, ariaLabel };
    }
    return drawn;
  },
  draw: () => [],
  solution: ({ blanks }, { texts }) => {
    const [first, ...others] = blanks.map(({ accept }) => drawAccepted(accept, texts));
    const all = [first ?? [], ...others];
    return [
      others.length === 0
        ? h("p", first ?? [])
        : h(
            "ol",
            all.map((one) => h("li", one)),
          ),
    ];
  },
  data: (body) => body,
  key: (body) => body,
  minutes: ({ blanks }) => blanks.length * 0.2,
});

/** The blanks in content. */
export function findBlanks(nodes: readonly RootContent[]): readonly BlockNode[] {
  const found: BlockNode[] = [];
  walk({ type: "root", children: [...nodes] }, (node) => {
    if ((node.type === "mdxJsxTextElement" || node.type === "mdxJsxFlowElement") && node.name === "Blank")
      found.push(node);
  });
  return found;
}

/** The schema of the block has seen to the types. */
function acceptedBy(props: Readonly<Record<string, unknown>>): AcceptedText {
  const {
    answer,
    accept = [],
    strict = [],
  } = props as {
    readonly answer: string;
    readonly accept?: readonly string[];
    readonly strict?: readonly Strictness[];
  };
  return { accept: [answer, ...accept], strict };
}

function blankFields(node: ElementContent): readonly Element[] {
  if (node.type !== "element") return [];
  const { className } = node.properties;
  if (Array.isArray(className) && className.includes("kh-blank__field")) return [node];
  return node.children.flatMap(blankFields);
}

import type { Element, ElementContent } from "hast";
import type { RootContent } from "mdast";
import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error, type Problem } from "../problem.ts";
import { type BlockCheck, defineBlock } from "./block.ts";
import { isElement } from "./holds.ts";
import { blockId } from "./id.ts";

/** `<Steps>`: a numbered list, or headings with what belongs to them, as steps that can be linked to one by one. */
export const steps = defineBlock({
  name: "Steps",
  props: z.strictObject({
    id: blockId('Give it one that stays, for example <Steps id="install">.', "install").optional(),
  }),
  check: (_props, content) => checkSteps(content),
  // Steps that are headings have the anchors of those.
  anchors: ({ id }, node) => {
    const children: readonly RootContent[] = node.children;
    if (children.some(isHeading)) return [];
    const list = children.filter((child) => child.type === "list").find(({ ordered }) => ordered === true);
    return (list?.children ?? []).map((_, i) => `${id ?? "step"} ${i + 1}`);
  },
  render: ({ id }, { children, anchors, texts }) => {
    const drawn = children();
    const [before, list, after] = anchors.length > 0 ? stepsOfList(drawn, anchors) : stepsOfHeadings(drawn);
    const draw = ({ anchor, content }: Step, i: number) => {
      const label = texts.linkToStep.replaceAll("{n}", String(i + 1));
      return h("li", { className: ["kh-step"], ...(anchors.length > 0 ? { id: anchor } : {}) }, [
        h("a", { className: ["kh-step__number"], href: `#${encodeURIComponent(anchor)}`, ariaLabel: label }),
        h("div", { className: ["kh-step__body"] }, content),
      ]);
    };
    return [
      h("div", { className: ["kh-steps"], ...(id === undefined ? {} : { id }) }, [
        ...before,
        // Without numbers of its own, a list is only called one by all browsers if it says so.
        h("ol", { className: ["kh-steps__list"], role: "list" }, list.map(draw)),
        ...after,
      ]),
    ];
  },
});

interface Step {
  readonly anchor: string;
  readonly content: ElementContent[];
}

/** What stands before the steps, the steps, and what stands after them. */
type Parts = readonly [readonly ElementContent[], readonly Step[], readonly ElementContent[]];

function stepsOfList(drawn: readonly ElementContent[], anchors: readonly string[]): Parts {
  const at = drawn.findIndex((node) => isElement(node, "ol"));
  const list = drawn[at];
  const items = isElement(list, "ol") ? list.children.filter((node): node is Element => isElement(node, "li")) : [];
  const steps = items.map(({ children }, i) => ({ anchor: anchors[i] ?? "", content: children }));
  return [drawn.slice(0, at), steps, drawn.slice(at + 1)];
}

function stepsOfHeadings(drawn: readonly ElementContent[]): Parts {
  const before: ElementContent[] = [];
  const steps: { anchor: string; content: ElementContent[] }[] = [];
  let tagName: string | undefined;
  for (const node of drawn) {
    if (node.type === "element" && /^h[2-6]$/.test(node.tagName)) {
      tagName ??= node.tagName;
      if (node.tagName === tagName) steps.push({ anchor: String(node.properties.id ?? ""), content: [] });
    }
    (steps.at(-1)?.content ?? before).push(node);
  }
  return [before, steps, []];
}

function* checkSteps({ children, place }: BlockCheck): Iterable<Problem> {
  const headings = children.filter(isHeading);
  const [first] = headings;
  if (first !== undefined) {
    const higher = headings.find(({ depth }) => depth < first.depth);
    if (higher === undefined) return;
    const message = "This heading is above the one that the steps begin with.";
    const hint = `Give every step a heading of the same level, ${"#".repeat(first.depth)}, or close </Steps> before it.`;
    yield error("block-content", message, nodeRange(higher), hint);
    return;
  }
  const lists = children.filter((child) => child.type === "list");
  const [list, second] = lists.filter(({ ordered }) => ordered);
  if (second !== undefined) {
    const hint = "Indent what belongs to a step, such as a second paragraph or a picture, by three spaces.";
    yield error("block-content", "The steps are cut into several lists.", nodeRange(second), hint);
  } else if (list === undefined && lists[0] !== undefined) {
    const hint = "Begin each step with 1. instead of a dash.";
    yield error("block-content", "The list in <Steps> is not numbered.", nodeRange(lists[0]), hint);
  } else if (list === undefined) {
    const hint = "Write a numbered list in it, or a heading for each step.";
    yield error("block-content", "<Steps> has no steps.", place, hint);
  }
}

function isHeading(node: RootContent): node is RootContent & { readonly type: "heading" } {
  return node.type === "heading";
}

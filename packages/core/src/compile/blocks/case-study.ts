import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";
import { headingTag, isBlock } from "./holds.ts";

const parts = ["Situation", "Action", "Result"] as const;

/** `<CaseStudy>`: something that happened, as `<Situation>`, `<Action>` and `<Result>`. */
export const caseStudy = defineBlock({
  name: "CaseStudy",
  props: z.strictObject({ title: z.string().trim().min(1).optional() }),
  *check(_props, { children, place }) {
    const stranger = children.find((child) => !parts.some((part) => isBlock(child, part)));
    if (stranger !== undefined) {
      const message = "<CaseStudy> holds nothing but <Situation>, <Action> and <Result>.";
      yield error("block-content", message, nodeRange(stranger), "Put it into one of them, or before <CaseStudy>.");
      return;
    }
    for (const part of parts) {
      const [first, second] = children.filter((child) => isBlock(child, part));
      if (first === undefined) {
        const hint = `Write it between <${part}> and </${part}>.`;
        yield error("block-content", `<CaseStudy> has no <${part}>.`, place, hint);
      } else if (second !== undefined) {
        const message = `<CaseStudy> has more than one <${part}>.`;
        yield error("block-content", message, nodeRange(second), "Make them one.");
      }
    }
    const order = children.map((child) => parts.findIndex((part) => isBlock(child, part)));
    const late = order.findIndex((at, i) => i > 0 && at < (order[i - 1] ?? 0));
    const misplaced = children[late];
    if (misplaced !== undefined) {
      const message = "The parts of <CaseStudy> stand in another order than they happened.";
      yield error("block-content", message, nodeRange(misplaced), "Write <Situation>, then <Action>, then <Result>.");
    }
  },
  anchors: ({ title }) => (title === undefined ? [] : [title]),
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: ({ title }, { children, anchors: [id], level, texts }) => [
    h(
      "section",
      { className: ["kh-case"], ...(id === undefined ? { ariaLabel: texts.caseStudy } : { ariaLabelledBy: id }) },
      [
        ...(id === undefined ? [] : [h(headingTag(level), { id, className: ["kh-case__title"] }, title)]),
        ...children().filter((child) => child.type === "element"),
      ],
    ),
  ],
});

/** `<Situation>` in a case study: what there was. */
export const situation = partOf("Situation", "situation");

/** `<Action>` in a case study: what was done. */
export const action = partOf("Action", "action");

/** `<Result>` in a case study: what came of it. */
export const result = partOf("Result", "result");

function partOf(name: (typeof parts)[number], text: "situation" | "action" | "result") {
  return defineBlock({
    name,
    parents: ["CaseStudy"],
    props: z.strictObject({}),
    *check(_props, { children, place }) {
      if (children.length === 0) yield error("block-content", `<${name}> is empty.`, place, hints[text]);
    },
    render: (_props, { children, texts }) => [
      h("div", { className: ["kh-case__part", `kh-case__part--${text}`] }, [
        h("p", { className: ["kh-case__name"] }, texts[text]),
        ...children(),
      ]),
    ],
  });
}

const hints = {
  situation: "Say what there was.",
  action: "Say what was done.",
  result: "Say what came of it.",
} as const;

import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";
import { isBlock } from "./holds.ts";

/** `<Try>`: a task to do now, with a `<Hint>` or several, and a `<Solution>` to open afterwards. */
export const tryBlock = defineBlock({
  name: "Try",
  props: z.strictObject({ title: z.string().trim().min(1).optional() }),
  *check(_props, { children, place }) {
    const solutions = children.filter((child) => isBlock(child, "Solution"));
    const task = children.filter((child) => !isBlock(child, "Solution") && !isBlock(child, "Hint"));
    if (task.length === 0) {
      yield error("block-content", "<Try> has no task.", place, "Write what to do, above its hints and solution.");
    }
    if (solutions.length === 0) {
      const hint = "Write one at its end, between <Solution> and </Solution>.";
      yield error("block-content", "<Try> has no <Solution>.", place, hint);
    }
    const [, second] = solutions;
    if (second !== undefined) {
      yield error("block-content", "<Try> has more than one <Solution>.", nodeRange(second), "Make them one.");
    }
    const late = children.findIndex(
      (child, i) => i > 0 && !isBlock(child, "Solution") && isBlock(children[i - 1], "Solution"),
    );
    const misplaced = children[late];
    if (misplaced !== undefined) {
      const message = "Something stands behind the <Solution> of this <Try>.";
      yield error("block-content", message, nodeRange(misplaced), "Put it above the solution, or behind </Try>.");
    }
  },
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: ({ title }, { children, texts }) => [
    h("section", { className: ["kh-try"], ariaLabel: title ?? texts.tryIt }, [
      h("p", { className: ["kh-try__title"] }, title ?? texts.tryIt),
      ...children(),
    ]),
  ],
});

/** `<Solution>` in a task to try: opened by who has tried. */
export const solution = defineBlock({
  name: "Solution",
  parents: ["Try"],
  props: z.strictObject({}),
  *check(_props, { children, place }) {
    if (children.length === 0) yield error("block-content", "<Solution> is empty.", place, "Write how it is done.");
  },
  render: (_props, { children, texts }) => [
    h("details", { className: ["kh-solution"] }, [h("summary", texts.solution), ...children()]),
  ],
});

import { z } from "zod";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Explanation>` in a question: why the right answer is right. */
export const explanation = defineBlock({
  name: "Explanation",
  props: z.strictObject({}),
  parents: ["Question"],
  *check(_props, { children, place }) {
    if (children.length > 0) return;
    yield error("block-content", "<Explanation> is empty.", place, "Say why the right answer is right, or delete it.");
  },
  render: (_props, { children, texts }) => [
    h("details", { className: ["kh-explanation"] }, [h("summary", texts.explanation), ...children()]),
  ],
});

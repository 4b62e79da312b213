import { z } from "zod";
import { h } from "../h.ts";
import { defineBlock } from "./block.ts";

/** `<Explanation>` in a question: why the right answer is right. */
export const explanation = defineBlock({
  name: "Explanation",
  props: z.strictObject({}),
  parents: ["Question"],
  render: (_props, { children, texts }) => [
    h("details", { className: ["kh-explanation"] }, [h("summary", texts.explanation), ...children()]),
  ],
});

import { z } from "zod";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Hint>` in a question or a task: opened by who needs it. */
export const hint = defineBlock({
  name: "Hint",
  props: z.strictObject({}),
  parents: ["Question", "Try"],
  *check(_props, { children, place }) {
    if (children.length === 0)
      yield error("block-content", "<Hint> is empty.", place, "Write what helps, or delete it.");
  },
  render: (_props, { children, texts }) => [
    h("details", { className: ["kh-hint"] }, [h("summary", texts.hint), ...children()]),
  ],
});

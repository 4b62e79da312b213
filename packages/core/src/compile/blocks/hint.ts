import { z } from "zod";
import { h } from "../h.ts";
import { defineBlock } from "./block.ts";

/** `<Hint>` in a question or a task: opened by who needs it. */
export const hint = defineBlock({
  name: "Hint",
  props: z.strictObject({}),
  parents: ["Question", "Try"],
  render: (_props, { children, texts }) => [
    h("details", { className: ["kh-hint"] }, [h("summary", texts.hint), ...children()]),
  ],
});

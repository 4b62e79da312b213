import { z } from "zod";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Callout type="tip" title="…">`: something to notice beside the text. */
export const callout = defineBlock({
  name: "Callout",
  props: z.strictObject({
    type: z.enum(["note", "tip", "warning", "danger"]).default("note"),
    title: z.string().trim().min(1).optional(),
  }),
  *check({ title }, { children, place }) {
    if (children.length === 0 && title === undefined)
      yield error("block-content", "<Callout> is empty.", place, "Write what is to be noticed.");
  },
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: ({ type, title }, { children, texts }) => [
    h("aside", { className: ["kh-callout", `kh-callout--${type}`], role: "note" }, [
      h("p", { className: ["kh-callout__title"] }, title ?? texts[type]),
      ...children(),
    ]),
  ],
});

import { z } from "zod";
import { h } from "../h.ts";
import { defineBlock } from "./block.ts";

/** `<Callout type="tip" title="…">`: something to notice beside the text. */
export const callout = defineBlock({
  name: "Callout",
  props: z.strictObject({
    type: z.enum(["note", "tip", "warning", "danger"]).default("note"),
    title: z.string().trim().min(1).optional(),
  }),
  render: ({ type, title }, { children, texts }) => [
    h("aside", { className: ["kh-callout", `kh-callout--${type}`], role: "note" }, [
      h("p", { className: ["kh-callout__title"] }, title ?? texts[type]),
      ...children(),
    ]),
  ],
});

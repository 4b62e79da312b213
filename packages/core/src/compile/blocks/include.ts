import { z } from "zod";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Include file="../_shared/disclaimer.mdx" />`: the content of a partial, put in its place before anything is read. */
export const include = defineBlock({
  name: "Include",
  empty: true,
  props: z.strictObject({
    file: z.string('Name the partial: <Include file="../_shared/disclaimer.mdx" />.').trim().min(1),
  }),
  *check(_props, { children, place }) {
    if (children.length > 0) {
      const hint = "Put the text before or after it, and close it with a slash: <Include … />.";
      yield error("block-content", "<Include> holds the partial only.", place, hint);
    }
  },
  render: () => [],
});

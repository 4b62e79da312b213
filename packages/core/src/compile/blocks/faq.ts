import { z } from "zod";
import { parseRef } from "../../knowledge/locate.ts";
import { faqPlace, faqPlaceInText } from "../faq-place.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";
import { isBlock } from "./holds.ts";

/** `<Faq of="faq:refunds" />`: another entry's question, with its answer to open; `open` shows the answer at once. */
export const faq = defineBlock({
  name: "Faq",
  empty: true,
  props: z.strictObject({
    of: z.string('Name the FAQ: <Faq of="faq:refunds" />.').trim().min(1),
    open: z.boolean().default(false),
  }),
  *check(_props, { children, place, ancestors }) {
    if (children.length > 0) {
      const hint = "Put the text before or after it, and close it with a slash: <Faq … />.";
      yield error("block-content", "<Faq> holds the FAQ only.", place, hint);
    }
    const isTold = ancestors.some((one) => isBlock(one, "Hint") || isBlock(one, "Explanation"));
    if (!isTold && ancestors.some((one) => isBlock(one, "Question"))) {
      const hint = "Put it between <Explanation> and </Explanation>, or behind the question.";
      yield error("block-place", "<Faq> stands in what a question asks.", place, hint);
    }
  },
  addresses: ({ of }) => [{ prop: "of", href: of, use: "faq" }],
  anchors: ({ of }) => [`faq ${(parseRef(of)?.id ?? of).replaceAll("/", " ")}`],
  text: ({ of }) => ({ before: faqPlaceInText(of.normalize("NFC")) }),
  render: ({ of, open }, { anchors: [anchor = ""], level }) => [
    faqPlace({ anchor, ref: of.normalize("NFC"), open, level: Math.min(level, 6) }),
  ],
});

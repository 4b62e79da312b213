import { z } from "zod";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { acceptProp, longestAnswer, strictProp } from "../questions/typed.ts";
import { defineBlock } from "./block.ts";

/** `<Blank answer="Export" />` in a sentence of a question: a word or a few to fill in. */
export const blank = defineBlock({
  name: "Blank",
  props: z.strictObject({
    answer: z
      .string('Write the missing words: <Blank answer="Export" />.')
      .trim()
      .min(1)
      .max(longestAnswer, `It has at most ${longestAnswer} characters.`),
    accept: acceptProp.optional(),
    strict: strictProp.optional(),
  }),
  parents: ["Question"],
  inline: true,
  *check(_props, { children, place }) {
    if (children.length === 0) return;
    const hint = 'Write the missing words into its tag: <Blank answer="Export" />.';
    yield error("question-body", "<Blank> holds text, which nobody would see.", place, hint);
  },
  text: () => ({ after: "___" }),
  // Its question numbers it.
  render: (_props, { texts }) => [
    h("span", { className: ["kh-blank"] }, [
      h("input", {
        className: ["kh-field", "kh-blank__field"],
        type: "text",
        autoComplete: ["off"],
        spellCheck: "false",
        ariaLabel: texts.blank,
      }),
    ]),
  ],
});

import { z } from "zod";
import { h } from "../h.ts";
import { plainText } from "../plain-text.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Term means="…">CRM</Term>` in a sentence: what it means opens beside it, by the browser's own means. */
export const term = defineBlock({
  name: "Term",
  inline: true,
  props: z.strictObject({
    means: z.string('Say what it means: <Term means="customer relationship management">CRM</Term>.').trim().min(1),
  }),
  *check(_props, { node, place, ancestors }) {
    if (ancestors.some(({ type }) => type === "heading" || type === "link")) {
      const hint = "Explain the word in the text, where it comes up first.";
      yield error("block-place", "<Term> stands in a heading or a link.", place, hint);
    }
    if (plainText([node]) !== "") return;
    yield error("block-content", "<Term> is empty.", place, 'Write the term in it: <Term means="…">CRM</Term>.');
  },
  anchors: (_props, node) => [`term ${plainText(node.children)}`],
  text: ({ means }) => ({ after: ` (${means})` }),
  // Parentheses around the meaning, for paper and for readers without styles.
  render: ({ means }, { children, anchors: [id = ""] }) => [
    h("span", { className: ["kh-term"], id }, [
      h(
        "button",
        { type: "button", className: ["kh-term__word"], popoverTarget: `${id}-means`, ariaDescribedBy: `${id}-means` },
        children(),
      ),
      h("span", { className: ["kh-term__means"], id: `${id}-means`, popover: "auto" }, [
        h("span", { className: ["kh-term__bracket"] }, " ("),
        means,
        h("span", { className: ["kh-term__bracket"] }, ")"),
      ]),
    ]),
  ],
});

import type { ElementContent } from "hast";
import type { Nodes } from "mdast";
import { z } from "zod";
import { h } from "../h.ts";
import { plainText } from "../plain-text.ts";
import { error } from "../problem.ts";
import { unwrapParagraph } from "../questions/hast.ts";
import { defineBlock } from "./block.ts";
import { blockId } from "./id.ts";

/** `<Choice to="…">` in a Scene: what one does there, and the scene that it leads to; a quote in it is its feedback. */
export const choice = defineBlock({
  name: "Choice",
  props: z.strictObject({
    to: blockId('Name the scene that it leads to, for example <Choice to="calm">.', "calm"),
  }),
  parents: ["Scene"],
  *check({ to }, { children, place }) {
    const content = children.filter(({ type }) => type !== "blockquote");
    if (plainText(content) === "") {
      const hint = `Write what one does: <Choice to="${to}">Call her back</Choice>.`;
      yield error("block-content", "This choice says nothing.", place, hint);
    }
    if (content.some(hasLink)) {
      const hint = "Move the link into the text of the scene, or into the feedback.";
      yield error("block-content", "A choice is a link itself, so it cannot hold one.", place, hint);
    }
  },
  render: ({ to }, { children, scenario, texts }) => {
    const id = to.normalize("NFC");
    const number = scenario?.numbers.get(id);
    const nodes = children();
    const feedback = nodes.filter(isQuote);
    return [
      h("li", { className: ["kh-choice"] }, [
        h("a", { href: `#${encodeURIComponent(id)}` }, [
          h("span", { className: ["kh-choice__text"] }, unwrapParagraph(nodes.filter((node) => !isQuote(node)))),
          ...(number === undefined
            ? []
            : [" ", h("span", { className: ["kh-choice__to"] }, texts.scene.replaceAll("{n}", String(number)))]),
        ]),
        ...(feedback.length === 0
          ? []
          : [
              h("details", { className: ["kh-choice__feedback"] }, [
                h("summary", texts.feedback),
                ...feedback.flatMap((quote) => quote.children),
              ]),
            ]),
      ]),
    ];
  },
});

function isQuote(node: ElementContent): node is ElementContent & { readonly type: "element" } {
  return node.type === "element" && node.tagName === "blockquote";
}

function hasLink(node: Nodes): boolean {
  if (["link", "linkReference", "footnoteReference"].includes(node.type)) return true;
  if ("name" in node && node.name === "a") return true;
  return "children" in node && node.children.some(hasLink);
}

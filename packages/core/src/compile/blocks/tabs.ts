import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error } from "../problem.ts";
import { type BlockNode, defineBlock } from "./block.ts";
import { headingTag, isBlock } from "./holds.ts";

/**
 * `<Tabs>` of several `<Tab label="…">`: one of them to read, whichever is the reader's. Without scripts and on paper
 * they stand one below the other. Tabs of one `group` are switched together, on every page.
 */
export const tabs = defineBlock({
  name: "Tabs",
  props: z.strictObject({
    group: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, "Write a name of letters, digits, - and _, for example system.")
      .max(80)
      .optional(),
  }),
  *check(_props, { children, place }) {
    const held = children.filter((child): child is typeof child & BlockNode => isBlock(child, "Tab"));
    const stranger = children.find((child) => !isBlock(child, "Tab"));
    if (stranger !== undefined) {
      const hint = 'Put it into a <Tab label="…">, or before <Tabs>.';
      yield error("block-content", "<Tabs> holds nothing but <Tab>.", nodeRange(stranger), hint);
    } else if (held.length < 2) {
      const has = held.length === 0 ? "no <Tab>" : "only one <Tab>";
      const hint = 'Write at least two: <Tab label="Windows">…</Tab>.';
      yield error("block-content", `<Tabs> has ${has}.`, place, hint);
    }
    const labels = new Map<string, BlockNode>();
    for (const tab of held) {
      const label = writtenLabel(tab);
      const first = labels.get(label);
      if (first !== undefined && label !== "") {
        yield {
          ...error("block-content", `Two tabs are called “${label}”.`, nodeRange(tab), "Call one of them otherwise."),
          related: [{ message: "The other tab", place: nodeRange(first) }],
        };
      }
      labels.set(label, tab);
    }
  },
  render: ({ group }, { children }) => [
    h(
      "div",
      { className: ["kh-tabs"], ...(group === undefined ? {} : { dataGroup: group }) },
      children().filter((child) => child.type === "element"),
    ),
  ],
});

/** `<Tab label="…">` in `<Tabs>`: one of the things to choose from. */
export const tab = defineBlock({
  name: "Tab",
  parents: ["Tabs"],
  props: z.strictObject({
    label: z.string('Say what it is for: <Tab label="Windows">.').trim().min(1).max(60, "Keep it to a word or two."),
  }),
  *check({ label }, { children, place }) {
    if (children.length > 0) return;
    yield error("block-content", `The tab “${label}” is empty.`, place, "Write what it shows, or take it out.");
  },
  anchors: ({ label }) => [label],
  text: ({ label }) => ({ before: label }),
  render: ({ label }, { children, anchors: [id = ""], level }) => [
    h("section", { className: ["kh-tab"], ariaLabelledBy: id }, [
      h(headingTag(level), { id, className: ["kh-tab__label"] }, label),
      ...children(),
    ]),
  ],
});

function writtenLabel(tab: BlockNode): string {
  const label = tab.attributes.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "label");
  return typeof label?.value === "string" ? label.value.trim() : "";
}

import type { Element, ElementContent } from "hast";
import type { List, Nodes } from "mdast";
import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error } from "../problem.ts";
import { createSlugger, type Slugger } from "../slugger.ts";
import { defineBlock } from "./block.ts";
import { isElement } from "./holds.ts";
import { blockId } from "./id.ts";

/** `<Checklist id="…">`: things to do, ticked on the reader's device; without scripts and on paper a list with boxes. */
export const checklist = defineBlock({
  name: "Checklist",
  props: z.strictObject({
    id: blockId('Give it one that stays, for example <Checklist id="first-day">.', "first-day"),
    title: z.string().trim().min(1).optional(),
  }),
  *check(_props, { children, place }) {
    const items = children.filter((child) => child.type === "list").flatMap(itemsOf);
    if (items.length === 0) {
      yield error("block-content", "<Checklist> has no list.", place, "Write one in it: - [ ] Badge collected.");
    }
    for (const item of items) {
      if (item.checked === null || item.checked === undefined) {
        const hint = "Begin every item with - [ ] and a space.";
        yield error("block-content", "This item of the checklist has no box.", nodeRange(item), hint);
      } else if (item.checked) {
        const message = "This item of the checklist is ticked already.";
        const hint = "Write - [ ]: readers tick it themselves, each on a device of their own.";
        yield error("block-content", message, nodeRange(item), hint);
      } else if (plainText(item.children.filter(({ type }) => type !== "list")) === "") {
        yield error("block-content", "This item of the checklist is empty.", nodeRange(item), "Say what to do.");
      }
    }
  },
  furtherIds: ({ id, title }) => (title === undefined ? [] : [`${id}-title`]),
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: ({ id, title }, { children, texts, ref }) => {
    const slugger = createSlugger();
    return [
      h(
        "section",
        {
          className: ["kh-checklist"],
          id,
          dataChecklist: `${ref}#${id}`,
          dataProgress: texts.checklistProgress,
          dataReset: texts.startOver,
          ...(title === undefined ? { ariaLabel: texts.checklist } : { ariaLabelledBy: `${id}-title` }),
        },
        [
          ...(title === undefined ? [] : [h("p", { className: ["kh-checklist__title"], id: `${id}-title` }, title)]),
          ...children().map((child) => drawItems(child, slugger)),
        ],
      ),
    ];
  },
});

/** The items of a list and of the lists in it. */
function itemsOf(list: List): List["children"] {
  return list.children.flatMap((item) => [
    item,
    ...item.children.filter((child: Nodes) => child.type === "list").flatMap(itemsOf),
  ]);
}

/** Items lose the boxes that Markdown gives them: a page with scripts gives them boxes that hold. */
function drawItems(node: ElementContent, slugger: Slugger): ElementContent {
  if (!isElement(node, "ul") && !isElement(node, "ol")) return node;
  const items = node.children.map((item) => (isElement(item, "li") ? drawItem(item, slugger) : item));
  return h(node.tagName, { className: ["kh-checklist__items"], role: "list" }, items);
}

function drawItem(item: Element, slugger: Slugger): Element {
  const content = item.children.filter((child) => child.type !== "text" || !/^\s*\n\s*$/.test(child.value));
  const [first] = content;
  // With empty lines between its items, a list has paragraphs in them.
  const loose = isElement(first, "p");
  const end = loose ? 1 : content.findIndex((child) => isElement(child, "ul") || isElement(child, "ol"));
  const label = loose ? first.children : end < 0 ? content : content.slice(0, end);
  const rest = end < 0 ? [] : content.slice(end);
  const [blank, ...words] = label.filter((child) => !isElement(child, "input"));
  const named =
    blank?.type === "text"
      ? [{ ...blank, value: blank.value.trimStart() }, ...words]
      : [...(blank ? [blank] : []), ...words];
  return h("li", { className: ["kh-check"], dataItem: slugger.slug(textOf(named)) }, [
    h("span", { className: ["kh-check__text"] }, named),
    ...rest.map((child) => drawItems(child, slugger)),
  ]);
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === "text" ? node.value : node.type === "element" ? textOf(node.children) : ""))
    .join("")
    .trim();
}

import type { List, ListItem, RootContent } from "mdast";
import { z } from "zod";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem } from "../problem.ts";
import { type BlockCheck, defineBlock } from "./block.ts";
import { isElement } from "./holds.ts";

/** What can be taken in at once, and drawn without anything being too small to read. */
const limits = { topics: 150, levels: 6, letters: 120 } as const;

/** `<MindMap>` of a nested list: the list is drawn as a map when the site is built, and kept for who reads text. */
export const mindMap = defineBlock({
  name: "MindMap",
  props: z.strictObject({
    /** What stands in the middle; without it, the one item that the list begins with. */
    title: z.string().trim().min(1).max(limits.letters, `At most ${limits.letters} letters.`).optional(),
  }),
  check: ({ title }, content) => checkMap(title, content),
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: {
    load: async () => {
      const { drawMindMap } = await import("../mind-map/draw-mind-map.ts");
      const { topicsOf } = await import("../mind-map/topic.ts");
      return ({ title }, { children, texts, direction }) => {
        const lists = children();
        const topics = lists.flatMap(topicsOf);
        const [only] = topics;
        const middle = title === undefined && only !== undefined ? only : { label: title ?? "", topics };
        const label = texts.mindMap.replaceAll("{title}", () => middle.label);
        return [
          h("figure", { className: ["kh-mindmap"], ariaLabel: label }, [
            // Wider than a screen it scrolls, by keyboard too.
            h("div", { className: ["kh-mindmap__view"], role: "group", ariaLabel: label, tabIndex: 0 }, [
              drawMindMap(middle, direction, texts.mindMapPicture),
            ]),
            h("details", { className: ["kh-mindmap__list"] }, [
              h("summary", texts.asList),
              ...(title === undefined ? [] : [h("p", title)]),
              ...lists.filter((list) => isElement(list, "ul") || isElement(list, "ol")),
            ]),
          ]),
        ];
      };
    },
  },
});

function* checkMap(title: string | undefined, { children, place }: BlockCheck): Iterable<Problem> {
  const lists = children.filter((child) => child.type === "list");
  const stranger = children.find((child) => child.type !== "list");
  const [list, second] = lists;
  if (stranger !== undefined) {
    yield error("block-content", "<MindMap> holds nothing but a list.", nodeRange(stranger), "Put it before or after.");
    return;
  }
  if (second !== undefined) {
    const hint = "Take the text or the empty lines out that part them.";
    yield error("block-content", "<MindMap> holds several lists.", nodeRange(second), hint);
    return;
  }
  if (list === undefined) {
    const hint = "Write a list in it, and lists in its items: each is a branch.";
    yield error("block-content", "<MindMap> has no list.", place, hint);
    return;
  }
  if (title === undefined && list.children.length > 1) {
    const hint =
      'Say what stands in the middle: <MindMap title="…">; or let the list begin with one item that holds all others.';
    yield error("block-content", "This mind map has no middle.", place, hint);
  }
  if (title === undefined && list.children.length === 1 && !list.children[0]?.children.some(isList)) {
    const hint = "Indent items below it by two spaces: each is a branch.";
    yield error("block-content", "This mind map has no branches.", nodeRange(list), hint);
  }
  yield* checkTopics(list, title === undefined ? 0 : 1);
}

/** Told once: what is wrong with the first of thousands of items is wrong with all. */
function* checkTopics(list: List, level: number): Iterable<Problem> {
  const pending: { readonly item: ListItem; readonly level: number }[] = list.children.map((item) => ({ item, level }));
  let topics = 0;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { item } = next;
    const [label, ...rest] = item.children;
    const at = nodeRange(item);
    const text = label?.type === "paragraph" ? plainText([label]) : "";
    topics++;
    if (topics > limits.topics) {
      const hint = "Draw its main branches as maps of their own.";
      yield error("block-content", `A mind map has at most ${limits.topics} items; this one has more.`, at, hint);
      return;
    }
    if (next.level > limits.levels) {
      const hint = "Make the deepest ones one item, or draw the branch as a map of its own.";
      yield error("block-content", `A mind map has at most ${limits.levels} levels around its middle.`, at, hint);
      return;
    }
    if (text === "") {
      yield error("block-content", "This item of the mind map has no words.", at, "Begin it with a word or two.");
      return;
    }
    if (text.length > limits.letters) {
      const message = `This item of the mind map has ${text.length} letters; ${limits.letters} is the most.`;
      yield error("block-content", message, at, "Keep it to a few words, and write the rest below the map.");
      return;
    }
    const stranger: RootContent | undefined = rest.find((child) => !isList(child));
    if (stranger !== undefined) {
      const message = "An item of a mind map is one line, and the items below it.";
      yield error("block-content", message, nodeRange(stranger), "Write this below the map.");
      return;
    }
    for (const child of rest)
      if (isList(child))
        pending.push(...child.children.map((deeper) => ({ item: deeper, level: (next?.level ?? 0) + 1 })));
  }
}

function isList(node: RootContent): node is List {
  return node.type === "list";
}

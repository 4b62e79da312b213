import type { List, RootContent } from "mdast";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { error } from "../problem.ts";
import { drawRows, unwrapParagraph } from "./hast.ts";
import { type NamedPiece, namePieces, tooMany } from "./pieces.ts";
import { defineQuestionReader } from "./question-reader.ts";
import { shuffle } from "./shuffle.ts";

interface OrderItem extends NamedPiece {
  readonly content: readonly RootContent[];
}

interface OrderBody {
  readonly kind: "order";
  readonly list: List;
  /** In the right order. */
  readonly items: readonly OrderItem[];
  /** In the order shown to readers. */
  readonly shown: readonly OrderItem[];
}

/** A numbered list in the right order, with `kind="order"`. */
export const orderReader = defineQuestionReader<OrderBody, Record<never, never>>({
  kinds: ["order"],
  props: {},
  writing: "a numbered list in the right order",
  // A numbered list may as well belong to what is asked, so its kind has to be named.
  signs: () => [],
  read: ({ id, nodes, place }) => {
    const lists = nodes.filter((node) => node.type === "list");
    const numbered = lists.filter(({ ordered }) => ordered === true);
    const [list] = numbered;
    if (list === undefined) {
      const bullets = lists.at(-1);
      const problem = error(
        "question-kind",
        'kind="order" needs a numbered list.',
        place,
        bullets === undefined
          ? "Write what is to be put in order as a list: 1. first, 2. second."
          : "Write 1. instead of the dash, since the order is the answer.",
      );
      const related = bullets && [{ message: "This list", place: nodeRange(bullets) }];
      return { node: bullets, problems: [related === undefined ? problem : { ...problem, related }] };
    }
    if (numbered.length > 1) {
      const hint = "Make them one list, and indent what belongs to an item by three spaces.";
      const problem = error("question-options", "This question has several numbered lists.", place, hint);
      return {
        node: list,
        problems: [{ ...problem, related: numbered.map((one) => ({ message: "This list", place: nodeRange(one) })) }],
      };
    }
    const many = tooMany(list.children.length, "items to put in order", place);
    if (many !== undefined) return { node: list, problems: [many] };
    const { named, problems } = namePieces(
      list.children.map((node) => ({ node, content: node.children })),
      { one: "item", many: "items", fill: "Write it, or delete it." },
      place,
    );
    const items = named.map((piece, i): OrderItem => ({ ...piece, content: list.children[i]?.children ?? [] }));
    const few =
      items.length > 1
        ? []
        : [error("question-options", "There is nothing to put in order.", place, "Write at least two items.")];
    const shown = shuffle(items, id);
    list.data = { ...list.data, plainText: shown.map(({ text }) => text).join("\n") };
    return { node: list, body: { kind: "order", list, items, shown }, problems: [...problems, ...few] };
  },
  draw: ({ id, body }, { convert, texts }) => [
    drawRows(
      id,
      body.shown.map((item) =>
        h("li", { className: ["kh-row"] }, [
          h("label", { className: ["kh-row__label"] }, [
            h("select", { className: ["kh-field"], name: id, dataItem: item.id }, [
              h("option", { value: "" }, texts.place),
              ...body.items.map((_, i) => h("option", { value: String(i + 1) }, String(i + 1))),
            ]),
            h("span", { className: ["kh-row__text"] }, unwrapParagraph(convert(item.content))),
          ]),
        ]),
      ),
    ),
  ],
  solution: ({ list }, { repeat }) => repeat([list]),
  data: ({ items, shown }, prose) => ({
    kind: "order",
    items: shown.map(({ id, content }) => ({ id, ...prose(content) })),
    answer: items.map(({ id }) => id),
  }),
  key: ({ items }) => ({ kind: "order", answer: items.map(({ id }) => id) }),
  minutes: ({ items }) => items.length * 0.2,
});

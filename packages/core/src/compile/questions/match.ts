import type { PhrasingContent, Table, TableCell, TableRow } from "mdast";
import type { Range } from "../../model/diagnostic.ts";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem } from "../problem.ts";
import { drawRows } from "./hast.ts";
import { type NamedPiece, namePieces, sameKey, tooMany } from "./pieces.ts";
import { defineQuestionReader } from "./question-reader.ts";
import { shuffle } from "./shuffle.ts";

interface Cell extends NamedPiece {
  readonly content: readonly PhrasingContent[];
}

interface MatchBody {
  readonly kind: "match";
  readonly table: Table;
  readonly columns: readonly [TableCell | undefined, TableCell | undefined];
  readonly pairs: readonly { readonly left: Cell; readonly right: Cell }[];
  /** Every partner once, in the order shown to readers. */
  readonly right: readonly Cell[];
}

/** A table of two columns, with `kind="match"`. */
export const matchReader = defineQuestionReader<MatchBody, Record<never, never>>({
  kinds: ["match"],
  props: {},
  writing: "a table of two columns, a pair in each row",
  // A table may as well belong to what is asked, so its kind has to be named.
  signs: () => [],
  read: ({ id, nodes, place }) => {
    const tables = nodes.filter((node) => node.type === "table");
    const [table] = tables;
    const hint = "Write one with two columns, a pair in each row.";
    if (table === undefined) return { problems: [error("question-kind", 'kind="match" needs a table.', place, hint)] };
    if (tables.length > 1) {
      const problem = error("question-options", "This question has several tables.", place, "Make them one.");
      return {
        node: table,
        problems: [{ ...problem, related: tables.map((one) => ({ message: "This table", place: nodeRange(one) })) }],
      };
    }
    const [head, ...rows] = table.children;
    const width = Math.max(...table.children.map(({ children }) => children.length));
    if (width !== 2) {
      const problem = error(
        "question-options",
        `The table to match has ${width === 1 ? "one column" : `${width} columns`}, not two.`,
        place,
        hint,
      );
      return { node: table, problems: [{ ...problem, related: [{ message: "This table", place: nodeRange(table) }] }] };
    }
    const many = tooMany(rows.length, "pairs to match", place);
    if (many !== undefined) return { node: table, problems: [many] };
    const { pairs, problems } = readPairs(rows, place);
    const distinct = [...new Map(pairs.map(({ right }) => [right.id, right])).values()];
    if (rows.length < 2) {
      problems.push(error("question-options", "There is nothing to match.", place, "Write at least two rows."));
    } else if (distinct.length < 2) {
      const message = "Everything in this table has the same partner.";
      problems.push(error("question-options", message, place, "Give it rows with other partners."));
    }
    const right = shuffle(distinct, id);
    const offered = [...pairs.map(({ left }) => left), ...right].map(({ text }) => text);
    table.data = { ...table.data, plainText: offered.join("\n") };
    return {
      node: table,
      body: { kind: "match", table, columns: [head?.children[0], head?.children[1]], pairs, right },
      problems,
    };
  },
  draw: ({ id, body }, { convert, texts }) => [
    drawRows(
      id,
      body.pairs.map(({ left }) =>
        h("li", { className: ["kh-row"] }, [
          h("label", { className: ["kh-row__label", "kh-row__label--match"] }, [
            h("span", { className: ["kh-row__text"] }, convert(left.content)),
            h("select", { className: ["kh-field"], name: id, dataItem: left.id }, [
              h("option", { value: "" }, texts.choose),
              ...body.right.map((cell) => h("option", { value: cell.id }, cell.text)),
            ]),
          ]),
        ]),
      ),
    ),
  ],
  solution: ({ table }, { repeat }) => repeat([table]),
  data: ({ columns: [first, second], pairs, right }, prose) => ({
    kind: "match",
    columns: [prose(first?.children ?? []), prose(second?.children ?? [])],
    left: pairs.map(({ left }) => ({ id: left.id, ...prose(left.content) })),
    right: right.map((cell) => ({ id: cell.id, ...prose(cell.content) })),
    answer: answerOf(pairs),
  }),
  key: ({ pairs }) => ({ kind: "match", left: pairs.map(({ left }) => ({ id: left.id })), answer: answerOf(pairs) }),
  minutes: ({ pairs }) => pairs.length * 0.2,
});

function readPairs(
  rows: readonly TableRow[],
  place: Range,
): { readonly pairs: MatchBody["pairs"]; readonly problems: Problem[] } {
  const cells = (column: 0 | 1) => rows.map((row) => ({ node: row, content: row.children[column]?.children ?? [] }));
  const left = namePieces(
    cells(0),
    { one: "left cell", many: "left cells", fill: "Write it, or delete its row." },
    place,
  );
  // Several may have the same partner, which then has one name.
  const partners = new Map<string, { readonly node: TableRow; readonly content: readonly PhrasingContent[] }>();
  for (const cell of cells(1)) {
    const key = sameKey(plainText(cell.content));
    if (!partners.has(key)) partners.set(key, cell);
  }
  const right = namePieces(
    [...partners.values()],
    { one: "right cell", many: "right cells", fill: "Write it, or delete its row." },
    place,
  );
  const named = new Map([...partners].map(([key, { content }], i) => [key, { ...pieceAt(right.named, i), content }]));
  const pairs = rows.map((row, i) => {
    const content = row.children[0]?.children ?? [];
    const key = sameKey(plainText(row.children[1]?.children ?? []));
    return { left: { ...pieceAt(left.named, i), content }, right: named.get(key) ?? { id: "", text: "", content: [] } };
  });
  return { pairs, problems: [...left.problems, ...right.problems] };
}

function pieceAt(pieces: readonly NamedPiece[], i: number): NamedPiece {
  return pieces[i] ?? { id: "", text: "" };
}

function answerOf(pairs: MatchBody["pairs"]): Readonly<Record<string, string>> {
  // Not an assignment, so that a cell that says __proto__ is a name like any other.
  return Object.fromEntries(pairs.map(({ left, right }) => [left.id, right.id]));
}

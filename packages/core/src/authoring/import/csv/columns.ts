import { nearest } from "../../../compile/suggest.ts";
import { SetupError } from "../../../config/setup-error.ts";
import type { TableRow } from "./read-table.ts";

/** What a column holds. */
export type Column = "question" | "answer" | "category" | "tags" | "aliases" | "owner" | "id";

/** The names of columns in English and Vietnamese, without marks and in lower case. */
const names: Readonly<Record<Column, readonly string[]>> = {
  question: ["question", "questions", "q", "title", "cau hoi", "hoi", "tieu de"],
  answer: ["answer", "answers", "a", "response", "reply", "cau tra loi", "tra loi", "dap an", "giai dap", "noi dung"],
  category: ["category", "group", "topic", "section", "danh muc", "nhom", "chu de", "phan loai"],
  tags: ["tags", "tag", "labels", "label", "the", "nhan"],
  aliases: ["aliases", "alias", "other words", "variations", "keywords", "cach hoi khac", "tu dong nghia", "tu khoa"],
  owner: ["owner", "author", "contact", "nguoi phu trach", "phu trach", "tac gia"],
  id: ["id", "slug", "key", "ma"],
};

/** Where each known column stands, and the names of the others. */
export interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  readonly others: readonly { readonly name: string; readonly at: number }[];
}

/** Reads the names of the columns. Throws a `SetupError` where there is no column of questions or of answers, or two. */
export function readColumns({ cells }: TableRow, file: string): Columns {
  const at = new Map<Column, number>();
  const others: { readonly name: string; readonly at: number }[] = [];
  for (const [i, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column === undefined) {
      if (cell !== "") others.push({ name: cell, at: i });
      continue;
    }
    if (at.has(column)) {
      throw new SetupError(
        `${file} has two columns for the ${column}: “${cells[at.get(column) ?? 0]}” and “${cell}”.`,
        "Rename one of them.",
      );
    }
    at.set(column, i);
  }
  for (const column of ["question", "answer"] as const) {
    if (at.has(column)) continue;
    const near = nearest(column, cells);
    const hint = `Name it “${column}” in the first line${near === undefined ? "" : `, where “${near}” stands now`}. There: ${cells.join(", ")}.`;
    throw new SetupError(`${file} has no column for the ${column}.`, hint);
  }
  return { at, others };
}

function columnOf(name: string): Column | undefined {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s_:*-]+/g, " ")
    .trim();
  return (Object.keys(names) as Column[]).find((column) => names[column].includes(plain));
}

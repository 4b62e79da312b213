import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { contentPath } from "../../../check/content-path.ts";
import { compileFile } from "../../../compile/entry.ts";
import type { ResolvedConfig } from "../../../config/schema.ts";
import type { SiteCode } from "../../../config/site-code.ts";
import type { FileChange } from "../../../files/change-files.ts";
import { entryUrl, locate } from "../../../knowledge/locate.ts";
import type { LocatedFile } from "../../../knowledge/source-file.ts";
import { toShortName } from "../../names.ts";
import { applyEdits } from "../../rewrite/edit.ts";
import { writeFrontMatter } from "../front-matter.ts";
import type { WorkedOut } from "../import-documents.ts";
import { convertBody, parseBody } from "../markdown/convert-body.ts";
import type { ImportNote, Resolution } from "../markdown/pen.ts";
import type { ImportedEntry } from "../report.ts";
import { fileOf } from "../targets.ts";
import { isMarkup, textToMarkdown } from "./answer.ts";
import { type Column, type Columns, readColumns } from "./columns.ts";
import { readTable, type TableRow } from "./read-table.ts";

/** What a table of questions and answers is imported by. */
export interface ImportTable {
  /** The folder of the knowledge base. */
  readonly root: string;
  /** The table, absolute. */
  readonly path: string;
  readonly into: string;
  readonly locale: string;
  readonly config: ResolvedConfig;
  readonly code: SiteCode;
  /** The entries that there are. */
  readonly there: readonly LocatedFile[];
}

/** Works out the FAQs that a table of questions and answers becomes, one a row. */
export async function importTable(options: ImportTable): Promise<WorkedOut> {
  const { root, path, config, there, locale } = options;
  const name = basename(path);
  const { header, rows, bad } = await readTable(readFileSync(path), name);
  const columns = readColumns(header, name);
  const skipped = bad.map(({ line, why }) => ({ source: `${name}:${line}`, why }));
  const skip = (line: number, why: string) => skipped.push({ source: `${name}:${line}`, why });
  const existing = new Map(there.map(({ file, location }) => [location.url, file]));
  const taken = new Set<string>();
  const asked = new Map<string, number>();
  const entries: ImportedEntry[] = [];
  const changes: FileChange[] = [];
  for (const row of rows) {
    const cell = (column: Column) => row.cells[columns.at.get(column) ?? -1] ?? "";
    const question = cell("question").replace(/\s+/g, " ");
    const answer = cell("answer");
    if (question === "" || answer === "") {
      skip(row.line, `This row has no ${question === "" ? "question" : "answer"}.`);
      continue;
    }
    const more = row.cells.slice(header.cells.length).filter((one) => one !== "");
    if (more.length > 0) {
      const hint = "is a separator in one of them not in quotes?";
      skip(
        row.line,
        `This row has ${row.cells.length} cells, and the first line names ${header.cells.length}: ${hint}`,
      );
      continue;
    }
    const same = asked.get(folded(question));
    if (same !== undefined) {
      skip(row.line, `“${question}” is asked in line ${same} too.`);
      continue;
    }
    asked.set(folded(question), row.line);

    const folder = [options.into, toShortName(cell("category"))];
    const own = toShortName(cell("id") || question);
    const wanted = [...folder, own].filter((part) => part !== "").join("/");
    const urlOf = (id: string) => entryUrl("faq", id, locale, config);
    const inPlace = existing.get(urlOf(wanted));
    if (inPlace !== undefined) {
      skip(row.line, `${contentPath(inPlace, config)} is there already.`);
      continue;
    }
    let id = wanted;
    for (let number = 2; taken.has(urlOf(id)); number++) id = `${wanted}-${number}`;
    taken.add(urlOf(id));
    const file = fileOf({ locale, path: id }, "faq", ".md", config);
    const { text, notes } = await writeFaq(row, { question, answer, cell, columns });
    const location = locate(file, config);
    if (location === undefined) continue;
    const { problems } = await compileFile(Buffer.from(text), file, location, config, {
      code: options.code,
      withContent: false,
    });
    changes.push({ kind: "create", path: join(root, contentPath(file, config)), bytes: text });
    entries.push({
      source: `${name}:${row.line}`,
      file: contentPath(file, config),
      ref: `faq:${id}`,
      type: "faq",
      title: question,
      notes,
      problems: problems.flatMap(({ code, severity, message, hint, place }) =>
        severity === "info"
          ? []
          : [
              {
                code,
                severity,
                message,
                line: "start" in place ? place.start.line : 1,
                ...(hint === undefined ? {} : { hint }),
              },
            ],
      ),
    });
  }
  skipped.sort((a, b) => lineOf(a.source) - lineOf(b.source));
  return { report: { entries, partials: [], media: [], skipped }, changes };
}

interface Faq {
  readonly question: string;
  readonly answer: string;
  readonly cell: (column: Column) => string;
  readonly columns: Columns;
}

async function writeFaq(row: TableRow, { question, answer, cell, columns }: Faq) {
  const notes: ImportNote[] = [];
  const others = columns.others.flatMap(({ name, at }) => {
    const value = row.cells[at] ?? "";
    return value === "" ? [] : [{ key: name, source: `${name}: ${value}` }];
  });
  if (others.length > 0) {
    const names = others.map(({ key }) => key).join(", ");
    notes.push({ line: row.line, message: `Not taken over, and kept in the front matter as a comment: ${names}.` });
  }
  const list = (column: Column) =>
    cell(column)
      .split(/\s*[,;|\n]\s*/)
      .filter((one) => one !== "");
  const fields = {
    title: question,
    aliases: list("aliases").filter((alias) => alias !== question),
    ...(cell("category") === "" ? {} : { category: cell("category") }),
    tags: list("tags"),
    ...(cell("owner") === "" ? {} : { owner: cell("owner") }),
    status: "draft",
  };
  const body = isMarkup(answer) ? convertMarkup(answer, row.line, notes) : await textToMarkdown(answer);
  return { text: `${writeFrontMatter(fields, others, "\n")}\n${body}\n`, notes };
}

/** An answer in Markdown or HTML, as far as content may have it. */
function convertMarkup(answer: string, line: number, notes: ImportNote[]): string {
  const text = answer.replace(/\r\n?/g, "\n");
  const resolve = (href: string): Resolution =>
    /^(?:https?:|mailto:|tel:)/i.test(href)
      ? { kind: "keep" }
      : { kind: "gone", why: "a table has no files beside it" };
  const converted = convertBody(parseBody(text, "md"), "md", resolve);
  for (const note of converted.notes) notes.push({ line: line + note.line - 1, message: note.message });
  return applyEdits(text, converted.edits);
}

/** Case, spaces and the sign at its end do not make another question. */
function folded(question: string): string {
  return question
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s?!.:…？！。]+$/u, "");
}

function lineOf(source: string): number {
  return Number(source.slice(source.lastIndexOf(":") + 1));
}

import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { loadConfig } from "../../config/load.ts";
import { SetupError } from "../../config/setup-error.ts";
import { changeFiles } from "../../files/change-files.ts";
import { isWithin } from "../../files/is-within.ts";
import { listContentFiles } from "../../knowledge/content-files.ts";
import { listEntries } from "../list-entries.ts";
import { importTable } from "./csv/import-table.ts";
import { importDocuments, type WorkedOut } from "./import-documents.ts";
import { wrongPart } from "./plan.ts";
import type { ImportReport } from "./report.ts";
import { isDocument, openSourceFolder, type SourceFolder } from "./sources.ts";

/** What is to be imported, and how. */
export interface ImportContent {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  /** A folder of Markdown, one Markdown file, or a table of questions and answers as CSV; relative to `cwd`. */
  readonly from: string;
  /** Default: the root. */
  readonly cwd?: string;
  /** What documents become; default lessons. Tables become FAQs. */
  readonly type?: "lesson" | "faq" | undefined;
  /** A folder for all of it, below that of the type: `handbook`. Default: none. */
  readonly into?: string | undefined;
  /** The language that it is written in; default the default locale. */
  readonly locale?: string | undefined;
  /** Make an entry of every `##` heading, where a lesson would take longer than the budget, and in FAQs. Default false. */
  readonly split?: boolean | undefined;
  /** Work out everything, write nothing. Default false. */
  readonly dryRun?: boolean | undefined;
  /** Told while documents are read: how many of how many are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Imports documents of other tools, or a table of questions and answers, as drafts. Nothing is overwritten; all or
 * nothing is written. What needs a hand is told in the report, with its line.
 * Throws a `SetupError` where there is nothing to import.
 */
export async function importContent(options: ImportContent): Promise<ImportReport> {
  const root = resolve(options.root);
  const { config, code } = await loadConfig(root);
  const path = resolve(options.cwd ?? root, options.from);
  if (!existsSync(path))
    throw new SetupError(`There is no ${options.from}.`, "Name a folder of Markdown, a Markdown file or a CSV file.");
  const content = join(root, config.content);
  if (isWithin(path, content)) {
    throw new SetupError(`${options.from} is in the content folder already.`, "Name a folder outside of it.");
  }
  const into = (options.into ?? "").replace(/^\/+|\/+$/g, "");
  const wrong = into === "" ? undefined : wrongPart(into);
  if (wrong !== undefined) {
    throw new SetupError(
      `“${into}” is no folder for entries.`,
      "Write lower-case words with - between them, and / between folders.",
    );
  }
  const locale = options.locale ?? config.defaultLocale;
  if (!Object.hasOwn(config.locales, locale)) {
    throw new SetupError(
      `There is no locale “${locale}”.`,
      `Possible here: ${Object.keys(config.locales).join(", ")}.`,
    );
  }
  const files = existsSync(content) ? listContentFiles(content, config.content) : [];
  const given = { root, config, code, into, locale, there: listEntries(root, config) };
  let done: WorkedOut;
  if (/\.(?:csv|tsv)$/i.test(path) && statSync(path).isFile()) done = await importTable({ ...given, path });
  else {
    const source = openSource(path, options.from, content);
    const type = options.type ?? "lesson";
    done = await importDocuments({
      ...given,
      source,
      type,
      split: options.split === true,
      files: new Set(files),
      onProgress: options.onProgress,
    });
  }
  if (options.dryRun !== true && done.changes.length > 0) {
    await changeFiles(root, `the import of ${options.from}`, done.changes);
  }
  return done.report;
}

function openSource(path: string, given: string, content: string): SourceFolder {
  if (statSync(path).isDirectory()) {
    const source = openSourceFolder(path, content);
    if (!source.files.some(isDocument)) {
      throw new SetupError(`There is no Markdown in ${given}.`, "Name the folder in which the documents lie.");
    }
    return source;
  }
  if (!isDocument(path)) {
    const ending = extname(path);
    throw new SetupError(
      `${given} is neither Markdown nor CSV.`,
      ending === ""
        ? "Give its name the ending that says what it is: .md or .csv."
        : `Files ending in “${ending}” cannot be imported.`,
    );
  }
  return { ...openSourceFolder(dirname(path), content), files: [basename(path)] };
}

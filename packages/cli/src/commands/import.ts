import type { ImportedEntry, ImportReport } from "@knowhow/core/authoring";
import { type ExitCode, exit } from "../exit.ts";
import { paintForOutput } from "../show-hits.ts";
import { count, indent, printable, progressOn } from "../terminal.ts";

/** What `import` takes. */
export interface ImportCommand {
  readonly root: string;
  readonly from: string;
  readonly type: "lesson" | "faq" | undefined;
  readonly into: string | undefined;
  readonly locale: string | undefined;
  readonly split: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `knowhow import`: makes drafts of documents or of a table, and tells on standard output what needs a hand. */
export async function importInto({ json, ...command }: ImportCommand): Promise<ExitCode> {
  const { importContent } = await import("@knowhow/core/authoring");
  const progress = progressOn(process.stderr);
  const onProgress = (done: number, total: number) => progress.show(`Reading documents … ${done} of ${total}`);
  const report = await importContent({ ...command, cwd: process.cwd(), onProgress }).finally(progress.clear);
  const { dryRun } = command;
  process.stdout.write(json ? `${JSON.stringify({ ...report, dryRun })}\n` : inWords(report, dryRun));
  if (!json && report.entries.length > 0 && !dryRun) {
    process.stderr.write("They are drafts: read each, then take out the line “status: draft”.\n");
  }
  return report.entries.some(hasErrors) ? exit.content : exit.done;
}

function hasErrors({ problems }: ImportedEntry): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function inWords({ entries, partials, media, skipped }: ImportReport, dryRun: boolean): string {
  const paint = paintForOutput();
  const told = entries.filter(({ notes, problems }) => notes.length + problems.length > 0);
  const toldPartials = partials.flatMap((one) => (one.notes.length === 0 ? [] : [{ ...one, problems: [] }]));
  const parts = [...told, ...toldPartials].map(({ source, file, notes, problems }) =>
    [
      `${paint.bold(printable(source))} → ${printable(file)}`,
      ...notes.map(({ line, message }) => indent(printable(`${source.replace(/:\d+$/, "")}:${line}  ${message}`))),
      ...problems.map(({ line, severity, message, hint }) => {
        const mark = severity === "error" ? paint.red(severity) : paint.yellow(severity);
        return indent(
          `${printable(file)}:${line}  ${mark}  ${printable(message)}${hint === undefined ? "" : ` → ${printable(hint)}`}`,
        );
      }),
      "",
    ].join("\n"),
  );
  const left = skipped.map(({ source, why }) => indent(`${printable(source)}  ${printable(why)}`));
  const made = [
    count(entries.length, "entry", "entries"),
    ...(media.length + partials.length === 0 ? [] : [count(media.length + partials.length, "file")]),
  ];
  const errors = entries.filter(hasErrors).length;
  return `${[
    ...parts,
    ...(left.length === 0 ? [] : [paint.bold(`Not imported (${skipped.length}):`), ...left, ""]),
    `${dryRun ? "Would import" : "Imported"} ${made.join(" and ")}${entries.length === 0 ? "" : entries.length === 1 ? " as a draft" : " as drafts"}: ${[
      `${entries.length - told.length} as ${entries.length - told.length === 1 ? "it is" : "they are"}`,
      `${told.length} with something to look at`,
      ...(errors === 0 ? [] : [`${errors} of them with errors`]),
    ].join(", ")}.`,
  ].join("\n")}\n`;
}

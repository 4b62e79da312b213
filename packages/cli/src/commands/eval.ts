import { resolve } from "node:path";
import { type Evaluation, evaluate, type Miss } from "@knowhow/core";
import { loadConfig, loadGoldenQuestions, SetupError } from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { checkLocale, openSearched, type SearchPlace } from "../searched.ts";
import { paintForOutput } from "../show-hits.ts";
import { count, printable } from "../terminal.ts";

/** What `eval` takes. */
export interface EvalCommand extends SearchPlace {
  /** The golden questions, relative to the root; undefined for those that the configuration names. */
  readonly file: string | undefined;
  /** The share of questions, 0 to 1, whose first result has to be right. */
  readonly minSuccess: number | undefined;
  readonly json: boolean;
}

/** `knowhow eval`: asks golden questions and tells how well they were answered. */
export async function evalGolden(command: EvalCommand): Promise<ExitCode> {
  const root = resolve(command.root);
  const file = command.file ?? (await loadConfig(root)).config.golden;
  const { questions, diagnostics } = await loadGoldenQuestions(root, file);
  for (const { file, range, message, hint = "" } of diagnostics) {
    const place = printable(`${file}:${range.start.line}:${range.start.column}`);
    process.stderr.write(`${place}  error  ${printable(`${message} ${hint}`.trim())}\n`);
  }
  if (diagnostics.length > 0) return exit.content;
  if (questions.length === 0) throw new SetupError(`${file} has no questions.`, "Write one JSON object a line.");

  const searched = await openSearched(command);
  for (const { locale } of questions) checkLocale(locale, searched);
  const evaluation = await evaluate(searched, questions);
  process.stdout.write(command.json ? `${JSON.stringify(evaluation)}\n` : inWords(evaluation));
  return isGoodEnough(evaluation, command.minSuccess) ? exit.done : exit.content;
}

function isGoodEnough({ success1, questions, misses }: Evaluation, least: number | undefined): boolean {
  if (least === undefined || success1 >= least) return true;
  const missed = `${misses.length} of ${count(questions, "question")} have a wrong first result`;
  process.stderr.write(`knowhow: success@1 is ${success1.toFixed(3)}, less than --min-success ${least}: ${missed}.\n`);
  return false;
}

function inWords(evaluation: Evaluation): string {
  const { questions, ndcg10, mrr, success1, zeroResults, p95Ms, misses } = evaluation;
  const figures = [
    ["questions", String(questions)],
    ["nDCG@10", ndcg10.toFixed(3)],
    ["MRR", mrr.toFixed(3)],
    ["success@1", success1.toFixed(3)],
    ["zero results", `${(zeroResults * 100).toFixed(1)} %`],
    ["p95", `${p95Ms.toFixed(1)} ms`],
  ] as const;
  const table = figures.map(([name, figure]) => `${name.padEnd(14)}${figure.padStart(10)}`);
  const missed = misses.length === 0 ? [] : ["", `${count(misses.length, "miss", "misses")}:`, ...misses.flatMap(told)];
  return `${[...table, ...missed].join("\n")}\n`;
}

/** How many of the entries found are shown. */
const shownEntries = 3;

function told({ q, locale, relevant, got }: Miss): readonly string[] {
  const paint = paintForOutput();
  const places = relevant.map((ref) => got.indexOf(ref)).filter((place) => place >= 0);
  const place = places.length === 0 ? "not found" : `at place ${Math.min(...places) + 1}`;
  return [
    `  ${paint.bold(printable(q))}${locale === undefined ? "" : `  ${paint.dim(locale)}`}`,
    `    wanted ${relevant.join(", ")}, ${place}`,
    `    got    ${got.length === 0 ? "nothing" : got.slice(0, shownEntries).join(", ")}`,
  ];
}

import type { Node } from "yaml";
import { z } from "zod";
import { error, type Problem } from "../compile/problem.ts";
import { describeIssue } from "../compile/schema-issue.ts";
import { yamlParser } from "../compile/yaml-parser.ts";
import { parseRef } from "../knowledge/locate.ts";
import type { Range } from "../model/diagnostic.ts";
import type { Ref } from "../model/types.ts";

const ref = z.string().transform((text, context): Ref => {
  const parsed = parseRef(text);
  if (parsed !== undefined) return `${parsed.type}:${parsed.id}`;
  context.addIssue({ code: "custom", message: "Write a type and an id, for example faq:billing/double-charge." });
  return z.NEVER;
});

const goldenQuestion = z.strictObject({
  /** As a reader would type it. */
  q: z.string().trim().min(1, "Write what a reader would type."),
  /** The entries that answer it. */
  relevant: z.array(ref).min(1, "Name at least one entry that answers it."),
  /** The locale that it is asked in; default: the default locale. */
  locale: z.string().optional(),
});

/** A question together with the entries that answer it: what search is measured with. */
export interface GoldenQuestion {
  /** As a reader would type it. */
  readonly q: string;
  /** At least one. */
  readonly relevant: readonly Ref[];
  /** Default: the default locale. */
  readonly locale?: string;
}

/** A golden question and where it stands. */
export interface GoldenLine extends GoldenQuestion {
  /** From 1. */
  readonly line: number;
}

/** Reads golden questions, one JSON object a line; empty lines are nothing. Lines with mistakes are left out and told as `golden`. */
export function readGoldenQuestions(text: string): {
  readonly questions: readonly GoldenLine[];
  readonly problems: readonly Problem[];
} {
  const questions: GoldenLine[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of linesOf(text).entries()) {
    if (source.trim() === "") continue;
    const read = readLine(source, index + 1);
    if ("problems" in read) problems.push(...read.problems);
    else questions.push(read);
  }
  return { questions, problems };
}

/** Where a value stands in the file of golden questions: `["relevant", 0]` of a line. The whole line where it has no such value. */
export function placeOfValue(text: string, line: number, path: readonly (string | number)[]): Range {
  const source = linesOf(text)[line - 1] ?? "";
  return path.length === 0 ? wholeLine(source, line) : rangeOf(nodeAt(source, path), source, line);
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}

function readLine(source: string, line: number): GoldenLine | { readonly problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (cause) {
    const hint = 'Write {"q": "…", "relevant": ["faq:…"]} on one line, names and texts in double quotes.';
    return { problems: [error("golden", "This line is not JSON.", placeOfSyntaxError(cause, source, line), hint)] };
  }
  const result = goldenQuestion.safeParse(value);
  if (result.success) {
    const { q, relevant, locale } = result.data;
    return { q, relevant, ...(locale === undefined ? {} : { locale }), line };
  }
  const told = result.error.issues.flatMap((issue) => describeIssue(issue, value, goldenQuestion, "golden question"));
  return {
    problems: told.map(({ path, key, message, hint }) => {
      const node = key === undefined ? nodeAt(source, path) : keyAt(source, key);
      return error("golden", message, rangeOf(node, source, line), hint);
    }),
  };
}

/** Only some of the parser's errors say where they are; others are shown at the whole line. */
function placeOfSyntaxError(cause: unknown, source: string, line: number): Range {
  const told = /at position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
  if (told === undefined) return wholeLine(source, line);
  const column = Number(told) + 1;
  return { start: { line, column }, end: { line, column: column + 1 } };
}

/** JSON is YAML, and the YAML parser keeps places. */
function nodeAt(source: string, path: readonly (string | number)[]): unknown {
  return yamlParser().parseDocument(source, { logLevel: "silent" }).getIn(path, true);
}

function keyAt(source: string, key: string): unknown {
  const { isMap, isNode, parseDocument } = yamlParser();
  const { contents } = parseDocument(source, { logLevel: "silent" });
  return isMap(contents)
    ? contents.items.map((pair) => pair.key).find((node) => isNode(node) && node.toJSON() === key)
    : undefined;
}

function rangeOf(node: unknown, source: string, line: number): Range {
  const range = yamlParser().isNode(node) ? (node as Node).range : undefined;
  if (range === undefined || range === null) return wholeLine(source, line);
  const [start, end] = range;
  return { start: { line, column: start + 1 }, end: { line, column: end + 1 } };
}

function wholeLine(source: string, line: number): Range {
  return { start: { line, column: 1 }, end: { line, column: source.length + 1 } };
}

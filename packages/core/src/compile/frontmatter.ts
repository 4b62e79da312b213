import type { Document } from "yaml";
import type { z } from "zod";
import type { Range } from "../model/diagnostic.ts";
import type { Frontmatter } from "../model/index.ts";
import { type EntryType, entryFolders } from "../model/types.ts";
import { findClosing, findMistakenMarks, type MistakenMark } from "./frontmatter-marks.ts";
import { type FrontmatterSchema, readOwnFields } from "./own-fields.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { createLineIndex, fileStart, type LineIndex } from "./position.ts";
import { error, mendedBy, type Problem, withFix } from "./problem.ts";
import { describeIssue, isForeignKey, pathName, type ToldIssue } from "./schema-issue.ts";
import { yamlParser } from "./yaml-parser.ts";
import { tellColons, tellYamlErrors } from "./yaml-problem.ts";
import { findSlips, mayHaveSlips } from "./yaml-slips.ts";

/** The front matter of a file, cut out but not read yet. */
export interface FrontmatterBlock {
  readonly yaml: string;
  /** Where its YAML begins in the file. */
  readonly offset: number;
  /** Where the body begins in the file. */
  readonly bodyOffset: number;
}

/** Cuts the front matter out of a text: YAML between a first line `---` and the next such line. */
export function cutFrontmatter(text: string): FrontmatterBlock | undefined {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (open === null) return undefined;
  const close = /^---[ \t]*(?:\r\n|\n|\r|$)/gm;
  close.lastIndex = open[0].length;
  const end = close.exec(text);
  if (end === null) return undefined;
  return { yaml: text.slice(open[0].length, end.index), offset: open[0].length, bodyOffset: end.index + end[0].length };
}

/** What reading front matter gives: its values as far as they are right, and everything that is wrong with them. */
export interface ReadFrontmatter {
  readonly data: Frontmatter | undefined;
  /** The keys that have a value, right or wrong. */
  readonly keys: readonly string[];
  /** Of a translation: required keys of the site's own that it has not. */
  readonly lacking?: readonly string[];
  /** The keys among them whose value is wrong; absent where there are none. */
  readonly wrong?: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads and validates the front matter of a file; every problem stands at its key, value or array item. A translation may
 * lack what the site requires: it has that from its original.
 */
export async function readFrontmatter(
  text: string,
  schema: FrontmatterSchema,
  isTranslation: boolean,
): Promise<ReadFrontmatter> {
  const lines = createLineIndex(text);
  const block = cutFrontmatter(text);
  if (block === undefined) {
    const marks = findMistakenMarks(text, (key) => isKeyOf(schema, key));
    if (marks.length > 0) return { data: undefined, keys: [], problems: [tellMarks(marks, lines)] };
    if (/^\+{3}[ \t]*(?:\r\n|\n|\r)[ \t]*[\w-]+[ \t]*=/.test(text)) {
      const problem = error(
        "yaml",
        "Front matter is YAML between two lines of ---, and this is TOML between lines of +++.",
        lines.range(0, 3),
        'Write --- instead of +++, and “title: A” instead of “title = "A"”.',
      );
      return { data: undefined, keys: [], problems: [problem] };
    }
    if (/^---[ \t]*(\r\n|\n|\r)[ \t]*[\w-]+[ \t]*:/.test(text)) {
      const problem = error(
        "yaml",
        "The front matter that begins here has no end.",
        lines.range(0, 3),
        "Write a line with only --- under its last key.",
      );
      return { data: undefined, keys: [], problems: [problem] };
    }
    const late = /^\s+---[ \t]*(?:\r\n|\n|\r)[ \t]*[\w-]+[ \t]*:/.exec(text);
    if (late !== null) {
      const at = text.indexOf("---");
      const problem = error(
        "yaml",
        "Front matter begins on the first line of the file, and this stands below it.",
        lines.range(at, at + 3),
        "Delete the empty lines above it.",
      );
      return { data: undefined, keys: [], problems: [problem] };
    }
    return validate({}, undefined, { yaml: "", offset: 0, bodyOffset: 0 }, lines, schema, isTranslation);
  }
  const right = mayHaveSlips(block.yaml) ? undefined : await readRight(block.yaml, schema, isTranslation);
  if (right !== undefined) return right;
  const document = yamlParser().parseDocument(block.yaml, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0) {
    const close = findClosing(block.yaml, 0);
    const problems =
      close === undefined
        ? tellYamlErrors(document.errors, block, lines, (key) => isKeyOf(schema, key))
        : [tellMarks([{ ...close, offset: block.offset + close.offset }], lines)];
    return { data: undefined, keys: [], problems };
  }
  let values: unknown;
  try {
    values = document.toJS() ?? {};
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return {
      data: undefined,
      keys: [],
      problems: [error("yaml", `This front matter cannot be read: ${reason}.`, fileStart)],
    };
  }
  if (!isRecord(values) || !(yamlParser().isMap(document.contents) || document.contents === null)) {
    const range: LineIndex["range"] = (from, to) => lines.range(block.offset + from, block.offset + to);
    const place = range(0, Math.max(1, block.yaml.trimEnd().length));
    const hint = "Write one key per line, as in “title: Export a report”.";
    const problem =
      tellColons(block.yaml, 0, range, (key) => isKeyOf(schema, key)) ??
      error("yaml", "Front matter is a list of keys and values.", place, hint);
    return { data: undefined, keys: [], problems: [problem] };
  }
  return validate(values, document, block, lines, schema, isTranslation);
}

function isKeyOf({ whole, foreign }: FrontmatterSchema, key: string): boolean {
  return Object.hasOwn(whole.shape, key) || foreign.has(key) || isForeignKey(key);
}

/** Tells lines that should be `---`: as they are, the file has no front matter, and nothing in it holds. */
function tellMarks(marks: readonly MistakenMark[], lines: LineIndex): Problem {
  const [first, ...others] = marks.map(({ offset, text }) => ({
    text,
    place: lines.range(offset, offset + text.length),
  }));
  const problem = error(
    "yaml",
    `Front matter stands between two lines of ---, and this line is “${first?.text ?? ""}”.`,
    first?.place ?? fileStart,
    "Write --- instead.",
  );
  const edits = [problem, ...others].map(({ place }) => ({ place, newText: "---" }));
  return withFix(problem, "Write “---”", ...edits);
}

/** Reads front matter that has no mistakes, with a parser that is quick and knows no places. */
async function readRight(
  text: string,
  schema: FrontmatterSchema,
  isTranslation: boolean,
): Promise<ReadFrontmatter | undefined> {
  // A few anchors can stand for millions of values, and a field of the site's own may take them all: the other parser counts.
  if (schema.own.length > 0 && /(?:^|[\s[{,])&\S/m.test(text)) return undefined;
  let values: unknown;
  try {
    values = readPlainYaml(text) ?? (await import("js-yaml")).load(text);
  } catch {
    return undefined;
  }
  if (!isRecord(values)) return undefined;
  const given = withoutEmpty(values);
  const result = schema.builtIn.safeParse(withoutOwn(given, schema));
  if (!result.success) return undefined;
  const keys = Object.keys(given);
  if (schema.own.length === 0) return { data: result.data, keys, problems: [] };
  const { values: ownValues, told, lacking } = await readOwnFields(given, schema, isTranslation);
  return told.length > 0 ? undefined : { data: { ...result.data, ...ownValues }, keys, lacking, problems: [] };
}

/** What is left for the built-in keys. */
function withoutOwn(
  given: Readonly<Record<string, unknown>>,
  { own }: FrontmatterSchema,
): Readonly<Record<string, unknown>> {
  if (own.length === 0) return given;
  const keys = new Set(own.map(({ key }) => key));
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.has(key)));
}

/** A key without a value means the same as no key. */
function withoutEmpty(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.values(values).includes(null)) return values;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Tells the ranges of front matter fields in a file; the start of the file where it has none. */
export function createFieldLocator(text: string): (path: readonly (string | number)[]) => Range {
  const block = cutFrontmatter(text);
  if (block === undefined) return () => fileStart;
  const document = yamlParser().parseDocument(block.yaml, { prettyErrors: false, logLevel: "silent" });
  const lines = createLineIndex(text);
  return (path) => fieldRange(document, path, block, lines);
}

async function validate(
  values: Readonly<Record<string, unknown>>,
  document: Document.Parsed | undefined,
  block: FrontmatterBlock,
  lines: LineIndex,
  schema: FrontmatterSchema,
  isTranslation: boolean,
): Promise<ReadFrontmatter> {
  const given = withoutEmpty(values);
  const keys = Object.keys(given);
  const slips = document === undefined ? [] : findSlips(document, block, lines, schema);
  const slipped = new Set(slips.flatMap(({ path, problem }) => (problem.severity === "error" ? path.slice(0, 1) : [])));
  // What a slip is about says nothing that could be right or wrong.
  const meant = Object.fromEntries(Object.entries(given).filter(([key]) => !slipped.has(key)));
  const rest = withoutOwn(meant, schema);
  const result = schema.builtIn.safeParse(rest);
  const own = await readOwnFields(given, schema, isTranslation);
  const issues = result.success ? [] : result.error.issues;
  const told = [...issues.flatMap((issue) => describeIssue(issue, given, schema.whole)), ...own.told].filter(
    ({ path }) => !slips.some((slip) => pathName(slip.path) === pathName(path)),
  );
  const problems = told.map(({ code, path, key, message, hint, instead }) => {
    const owner = key === undefined || path.length > 0 ? undefined : schema.foreign.get(key);
    const place =
      document === undefined
        ? fileStart
        : key === undefined
          ? fieldRange(document, path, block, lines)
          : keyRange(document, path, key, block, lines);
    if (owner !== undefined) return error(code, message, place, `“${key}” is a key of ${plurals[owner]}.`);
    return mendedBy(error(code, message, place, hint), document === undefined ? undefined : instead);
  });
  const data = result.success ? result.data : salvage(schema.builtIn, rest, told);
  const wrong = [...slipped, ...told.flatMap(({ path: [key] }) => (key === undefined ? [] : [key]))].map(String);
  return {
    data: data && { ...data, ...own.values },
    keys,
    lacking: own.lacking,
    ...(wrong.length === 0 ? {} : { wrong }),
    problems: [...slips.map(({ problem }) => problem), ...problems],
  };
}

const plurals: Readonly<Record<EntryType, string>> = { ...entryFolders, faq: "FAQs" };

/** What is right of a front matter that has mistakes, so that the file's other checks still run. */
function salvage(
  schema: FrontmatterSchema["builtIn"],
  given: Readonly<Record<string, unknown>>,
  issues: readonly ToldIssue[],
): Frontmatter | undefined {
  // A misspelt key counts as the one it must mean: who hears of the slip is not told that the key is missing, too.
  const meant = new Map(
    issues.flatMap(({ path, key, instead }) =>
      path.length > 0 || key === undefined || instead === undefined ? [] : [[key, instead]],
    ),
  );
  const right = Object.entries(given)
    .map(([key, value]) => [meant.get(key) ?? key, value] as const)
    .filter(([key, value]) => {
      const field = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      return field !== undefined && (field as z.ZodType).safeParse(value).success;
    });
  const result = schema.safeParse(Object.fromEntries(right));
  return result.success ? result.data : undefined;
}

function fieldRange(
  document: Document.Parsed,
  path: readonly (string | number)[],
  block: FrontmatterBlock,
  lines: LineIndex,
): Range {
  // The deepest part of the path that stands in the file: a missing field is told at what holds it.
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (yamlParser().isNode(node) && node.range) {
      const [start, end] = node.range;
      // A group of keys reaches to the line after it.
      return lines.range(block.offset + start, block.offset + start + block.yaml.slice(start, end).trimEnd().length);
    }
  }
  return lines.range(0, 3);
}

function keyRange(
  document: Document.Parsed,
  path: readonly (string | number)[],
  key: string,
  block: FrontmatterBlock,
  lines: LineIndex,
): Range {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const { isMap, isScalar } = yamlParser();
  if (isMap(map)) {
    for (const pair of map.items) {
      if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) {
        return lines.range(block.offset + pair.key.range[0], block.offset + pair.key.range[1]);
      }
    }
  }
  return fieldRange(document, path, block, lines);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

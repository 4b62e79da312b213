import type { Document, Scalar } from "yaml";
import { z } from "zod";
import type { FrontmatterBlock } from "./frontmatter.ts";
import type { FrontmatterSchema, OwnField } from "./own-fields.ts";
import type { LineIndex } from "./position.ts";
import { error, mendedBy, type Problem, warning, withFix } from "./problem.ts";
import { pathName } from "./schema-issue.ts";
import { yamlParser } from "./yaml-parser.ts";

/** Front matter that YAML reads without complaint, and otherwise than it was meant. */
export interface YamlSlip {
  /** The value that it is about. */
  readonly path: readonly (string | number)[];
  readonly problem: Problem;
}

/** Whether front matter may have such slips at all: most has none, and need not be read with places. */
export function mayHaveSlips(yaml: string): boolean {
  return /[ \t]#|(?:^|[:,[-])[ \t]*[“‘„]|^[ \t]*-[^\s-]/m.test(yaml);
}

/** Finds the slips of front matter that is well-formed. */
export function findSlips(
  document: Document.Parsed,
  block: FrontmatterBlock,
  lines: LineIndex,
  schema: FrontmatterSchema,
): readonly YamlSlip[] {
  const { isMap, isScalar } = yamlParser();
  if (!isMap(document.contents)) return [];
  const source: Source = {
    yaml: block.yaml,
    range: (start, end) => lines.range(block.offset + start, block.offset + end),
  };
  return document.contents.items.flatMap((pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key === undefined) return [];
    return [
      ...(isProse(key) || schema.own.some((field) => field.key === key) ? [] : curlyQuotes(pair.value, [key], source)),
      ...(isFreeText(key, schema) ? cutValues(key, pair.value, source) : []),
      ...(isList(key, schema) ? dashesWithoutSpace(key, pair.value, source) : []),
    ];
  });
}

interface Source {
  readonly yaml: string;
  /** Where offsets of the YAML lie in the file. */
  readonly range: LineIndex["range"];
}

/** Texts that may well be quotations; own fields may, too. */
function isProse(key: string): boolean {
  return ["title", "summary", "objective", "answer"].includes(key);
}

/** Texts in which a `#` can mean anything; behind what is chosen of a few, such as a level or a ref, it begins a comment. */
function isFreeText(key: string, { own }: FrontmatterSchema): boolean {
  return (
    isProse(key) ||
    ["aliases", "tags", "skills", "owner", "category"].includes(key) ||
    own.some((field) => field.key === key && isPlainText(field))
  );
}

/** Whether a field takes any text, as far as its type says. */
function isPlainText({ type }: OwnField): boolean {
  let field = type;
  while (field instanceof z.core.$ZodOptional || field instanceof z.core.$ZodDefault) field = field._zod.def.innerType;
  return field instanceof z.core.$ZodString && !(field instanceof z.core.$ZodStringFormat);
}

function isList(key: string, { builtIn }: FrontmatterSchema): boolean {
  // The fields of a zod object are zod types.
  return Object.hasOwn(builtIn.shape, key) && (builtIn.shape[key] as z.ZodType).safeParse([]).success;
}

/** Values in quotes that a word processor has curled, which are no quotes to YAML. */
function curlyQuotes(
  value: unknown,
  path: readonly [string, ...(string | number)[]],
  source: Source,
): readonly YamlSlip[] {
  const { isMap, isScalar, isSeq } = yamlParser();
  if (isSeq(value)) return value.items.flatMap((item, i) => curlyQuotes(item, [...path, i], source));
  if (isMap(value)) {
    return value.items.flatMap((pair) =>
      isScalar(pair.key) ? curlyQuotes(pair.value, [...path, String(pair.key.value)], source) : [],
    );
  }
  if (!isPlain(value)) return [];
  const [, inner] = /^[“‘„]([^“‘„”’"\\]+)[“”’]$/.exec(String(value.value)) ?? [];
  if (inner === undefined) return [];
  const straight = JSON.stringify(inner);
  const message = `The quotes around “${pathName(path)}” are curly, and YAML takes them for part of the text.`;
  const place = source.range(value.range[0], value.range[1]);
  return [
    {
      path,
      problem: mendedBy(error("schema", message, place, `Write straight ones: ${shortened(straight)}.`), straight),
    },
  ];
}

/** Values that end before their line does, because there is a `#` behind a space. */
function cutValues(key: string, value: unknown, source: Source): readonly YamlSlip[] {
  // What stands in brackets goes on behind the comment, so that nobody knows how much of it was meant.
  if (yamlParser().isSeq(value)) {
    if (value.flow === true) return [];
    return value.items.flatMap((item, i) => cutValue([key, i], item, source));
  }
  return cutValue([key], value, source);
}

function cutValue(path: readonly [string, ...number[]], value: unknown, { yaml, range }: Source): readonly YamlSlip[] {
  if (!isPlain(value) || !(typeof value.value === "string" || value.value === null)) return [];
  const [start, end] = value.range;
  const [rest, , sign] = /^([ \t]*)(#[^\r\n]?)[^\r\n]*/.exec(yaml.slice(end)) ?? [];
  if (rest === undefined || sign === undefined) return [];
  // A number of an issue or the name of a channel belongs to the text; a remark may be meant as one.
  const isText = /^#\S/.test(sign);
  if (value.value === null && !isText) return [];
  const whole = (yaml.slice(start, end) + rest).trim();
  const name = `“${pathName(path)}”`;
  const message =
    value.value === null
      ? `${name} is empty, because YAML takes what stands behind a # for a comment.`
      : `${name} ends before the #, because YAML takes the rest of the line for a comment.`;
  const hint = "Put the whole value in quotes, or the comment on a line of its own.";
  const from = yaml.indexOf("#", end) - 1;
  const problem = warning("cut-value", message, range(from + 1, end + rest.length), hint);
  if (!isText || /[\r\n]/.test(whole)) return [{ path, problem }];
  const edit = {
    place: range(value.value === null ? from + 1 : start, end + rest.trimEnd().length),
    newText: JSON.stringify(whole),
  };
  return [{ path, problem: withFix(problem, "Put the value in quotes", edit) }];
}

/** Items of a list that are none, because nothing parts them from their dashes. */
function dashesWithoutSpace(key: string, value: unknown, { yaml, range }: Source): readonly YamlSlip[] {
  if (!isPlain(value)) return [];
  const [start, end] = value.range;
  const line = yaml.lastIndexOf("\n", start) + 1;
  if (!/^[ \t]*-[^\s-]/.test(yaml.slice(line, end))) return [];
  const dashes = [...yaml.slice(line, end).matchAll(/^[ \t]*-(?=[^\s-])/gm)];
  const behind = dashes.map((dash) => line + dash.index + dash[0].length);
  return [{ path: [key], problem: tellDashes(behind, yaml, range) }];
}

/** Tells dashes that have no space behind them, by the offsets where it is missing. */
export function tellDashes(behind: readonly number[], yaml: string, range: LineIndex["range"]): Problem {
  const [first = 0] = behind;
  const [item = ""] = /^[^\r\n#]*/.exec(yaml.slice(first)) ?? [];
  const problem = error(
    "yaml",
    "A dash begins an item of a list only with a space behind it.",
    range(first - 1, first + item.trimEnd().length),
    `Write “- ${shortened(item.trimEnd())}”.`,
  );
  const edits = behind.map((offset) => ({ place: range(offset, offset), newText: " " }));
  return withFix(problem, `Write “- ${shortened(item.trimEnd())}”`, ...edits);
}

/** A text as messages show it. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isPlain(value: unknown): value is Scalar & { readonly range: NonNullable<Scalar["range"]> } {
  return yamlParser().isScalar(value) && value.type === "PLAIN" && Array.isArray(value.range);
}

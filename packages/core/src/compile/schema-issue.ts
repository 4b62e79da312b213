import { z } from "zod";
import { entryTypes } from "../model/types.ts";
import { readDay } from "./read-day.ts";
import { didYouMean, nearest, sameButCase, slipOf } from "./suggest.ts";
import { yamlText } from "./yaml-text.ts";

/** A schema issue told for authors. */
export interface ToldIssue {
  readonly code: "unknown-key" | "schema";
  readonly path: readonly (string | number)[];
  /** The key itself is wrong, in the map at `path`. */
  readonly key?: string;
  readonly message: string;
  readonly hint?: string;
  /** What to write instead of the value, or of the key, where nothing else can be meant. */
  readonly instead?: string | undefined;
}

/** What is of the wrong type cannot be of the wrong length, too. */
export function firstOnes(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const wrong = new Set(issues.filter(({ code }) => code === "invalid_type").map(({ path }) => path.join("\0")));
  return issues.filter(({ code, path }) => code === "invalid_type" || !wrong.has(path.join("\0")));
}

/** Tells a zod issue in words; `values` is what was validated, `schema` what it was validated with. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  values: unknown,
  schema: z.ZodObject,
  what = "front matter",
): readonly ToldIssue[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(shapeAt(schema, path) ?? {});
    const given = valueAt(values, path);
    const free = known.filter((key) => typeof given !== "object" || given === null || !Object.hasOwn(given, key));
    return issue.keys.map((key) => ({
      code: "unknown-key",
      path,
      key,
      // Front matter is told at the place of the key.
      message: `“${what === "configuration" ? pathName([...path, key]) : key}” is not a key of this ${what}.`,
      instead: slipOf(key, free),
      hint:
        (path.length === 0 ? meant(key, known) : undefined) ??
        didYouMean(key, known) ??
        "Delete it, or see the manual for the keys there are.",
    }));
  }
  if (issue.code === "invalid_union") {
    // Who writes a form with keys, and one of them wrong, wants to hear of that, not that there are other forms.
    const meant = issue.errors.find((branch) =>
      branch.some(({ path: [part], code }) => typeof part === "string" || code === "unrecognized_keys"),
    );
    if (meant !== undefined)
      return meant.flatMap((one) =>
        describeIssue({ ...one, path: [...issue.path, ...one.path] }, values, schema, what),
      );
  }
  const name = path.length === 0 ? `This ${what}` : `“${pathName(path)}”`;
  const value = valueAt(values, path);
  const tell = (message: string, hint?: string, instead?: string): readonly ToldIssue[] => [
    { code: "schema", path, message, ...(hint === undefined ? {} : { hint }), instead },
  ];
  // A field that knows better than the type says so itself.
  const own = isDefaultMessage(issue.message) ? undefined : issue.message;
  if (value === undefined && (issue.code === "invalid_type" || issue.code === "custom" || isKey(path.at(-1))))
    return tell(`${name} is missing.`, own ?? (issue.code === "invalid_value" ? possible(issue.values) : undefined));
  if (value === null) return tell(`${name} is empty.`, "Delete it, or write something.");
  if (value === "" || (typeof value === "string" && value.trim() === "")) {
    return tell(`${name} is empty.`, "Write something, or leave it out.");
  }
  switch (issue.code) {
    case "invalid_type": {
      const ref = refKeys.includes(String(path[0])) ? spacedRef(value) : undefined;
      if (ref !== undefined)
        return tell(`${name} should be a ref, but is a key with a value.`, `Write ${ref}, without the space.`, ref);
      return tell(
        `${name} should be ${article(issue.expected)}, but is ${describe(value)}.`,
        own ?? typeHint(issue.expected, value, what === "front matter"),
      );
    }
    case "invalid_value": {
      const allowed = issue.values.map(String);
      return tell(
        `${name} cannot be ${describe(value)}.`,
        own ?? didYouMean(String(value), allowed) ?? possible(issue.values),
        sameButCase(String(value), allowed),
      );
    }
    case "too_big":
      if (typeof value === "string") return tell(tooLong(name, value, issue.maximum), own);
      if (typeof value === "object") return tell(`${name} has too many items: at most ${issue.maximum}.`, own);
      return tell(
        `${name} is ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}, but is ${describe(value)}.`,
        own,
      );
    case "too_small":
      if (typeof value === "string") return tell(tooShort(name, value, issue.minimum), own);
      if (typeof value === "number") {
        return tell(
          `${name} is ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}, but is ${describe(value)}.`,
          own,
        );
      }
      return tell(`${name} has too few items: at least ${issue.minimum}.`, own);
    case "not_multiple_of":
      return tell(`${name} should be a multiple of ${issue.divisor}, but is ${describe(value)}.`, own);
    case "invalid_union":
      return tell(`${name} cannot be ${describe(value)}.`, own ?? oneOf(issue.errors));
    case "invalid_key": {
      const [first] = issue.issues;
      return tell(`“${String(path.at(-1))}” cannot be a name here.`, first?.message);
    }
    default:
      // A word where a list stands for it has no place of its own.
      if (value === undefined && path.length > 0) {
        const holder = path.slice(0, -1);
        const word = valueAt(values, holder);
        return tell(`“${pathName(holder)}” cannot be ${describe(word)}.`, own, inBrackets(word));
      }
      return tell(
        `${name} cannot be ${describe(value)}.`,
        own ?? (issue.code === "invalid_format" ? formatHint(issue) : undefined),
        issue.code === "invalid_format" && issue.format === "date" ? readDay(String(value)) : undefined,
      );
  }
}

/** The keys whose values are refs. */
export const refKeys: readonly string[] = ["related", "prerequisites", "steps", "lesson"];

/** The ref that somebody wrote with a space behind its colon, which makes a group of one key of it. */
function spacedRef(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [[type, id] = [], ...others]: readonly (readonly [string?, unknown?])[] = Object.entries(value);
  if (others.length > 0 || !entryTypes.some((one) => one === type)) return undefined;
  return typeof id === "string" || typeof id === "number" ? yamlText(`${type}:${id}`) : undefined;
}

/** Words with commas between them as the list that they were meant for. */
function inBrackets(words: unknown): string | undefined {
  if (typeof words !== "string" || !words.includes(",") || /["'[\]{}]/.test(words)) return undefined;
  const items = words.split(",").map((word) => word.trim());
  if (items.every((word) => word === "")) return undefined;
  return `[${items
    .filter((word) => word !== "")
    .map(yamlText)
    .join(", ")}]`;
}

/** What zod says where a schema says nothing better: it is written for programmers. */
function isDefaultMessage(message: string): boolean {
  return /^(?:Invalid\b|Too (?:big|small): expected |Unrecognized keys?: )/.test(message);
}

function isKey(part: string | number | undefined): boolean {
  return typeof part === "string";
}

function possible(values: readonly unknown[]): string {
  return `Possible here: ${values.join(", ")}.`;
}

function tooLong(name: string, value: string, most: number | bigint): string {
  return `${name} has ${value.length} characters; ${most} is the most.`;
}

function tooShort(name: string, value: string, least: number | bigint): string {
  return `${name} should have at least ${least} characters, but is ${describe(value)}.`;
}

/** What may stand where one of several types is expected, as far as all are plain ones. */
function oneOf(branches: readonly (readonly z.core.$ZodIssue[])[]): string | undefined {
  const names = branches.flatMap(([first]) =>
    first?.code === "invalid_type" && first.path.length === 0
      ? [article(first.expected)]
      : first?.code === "invalid_value" && first.path.length === 0
        ? first.values.map(String)
        : [],
  );
  return names.length < Math.max(2, branches.length) ? undefined : `Possible here: ${names.join(", ")}.`;
}

/** How to write what has a form. */
function formatHint({ format, ...issue }: z.core.$ZodIssueInvalidStringFormat): string | undefined {
  switch (format) {
    case "date":
      return "Write the date as year-month-day, for example 2026-01-31.";
    case "datetime":
      return "Write day and time, for example 2026-01-31T14:30:00Z.";
    case "time":
      return "Write hours and minutes, for example 14:30:00.";
    case "email":
      return "Write a mail address, for example linh@example.com.";
    case "url":
      return "Write a whole address, for example https://example.com/.";
    case "starts_with":
      return `Begin it with “${detail(issue, "prefix")}”.`;
    case "ends_with":
      return `End it with “${detail(issue, "suffix")}”.`;
    case "includes":
      return `It has to contain “${detail(issue, "includes")}”.`;
    case "regex":
      return `It has to match ${issue.pattern}.`;
    default:
      return undefined;
  }
}

/** What zod tells of some formats only. */
function detail(issue: object, name: string): string {
  return String(Reflect.get(issue, name));
}

/** Keys that people bring from other tools, and keys of other types of entry. */
const foreignKeys: Readonly<Record<string, string>> = {
  author: "The person who answers for an entry is its “owner”.",
  category: "“category” is a key of FAQs; elsewhere use “tags”.",
  answer: "“answer” is a key of FAQs; elsewhere use “summary”.",
  date: "Write “published” or “updated”.",
  description: "Write “summary”.",
  draft: "Write “status: draft”.",
  id: "An entry's id is the path of its file; old ones go into “formerly”.",
  keywords: "Write “tags”, or “aliases” for other ways to ask.",
  objective: "“objective” is a key of lessons.",
  pass: "“pass” is a key of quizzes.",
  prerequisites: "“prerequisites” is a key of lessons.",
  question: "The question of a FAQ is its “title”.",
  redirect_from: "Write “formerly”, with the old ids.",
  scenes: "Scenes stand in the text, each as a <Scene>.",
  start: "“start” is a key of scenarios.",
  steps: "“steps” is a key of paths.",
  slug: "An entry's URL follows from the path of its file.",
};

/** Whether a key is one of another tool, or of another type of entry. */
export function isForeignKey(key: string): boolean {
  return Object.hasOwn(foreignKeys, key);
}

function meant(key: string, known: readonly string[]): string | undefined {
  // A slip of the finger is nearer than another tool's name.
  return nearest(key, known) === undefined && Object.hasOwn(foreignKeys, key) ? foreignKeys[key] : undefined;
}

/** A path as authors read it: `video.captions[2]`. */
export function pathName(path: readonly (string | number)[]): string {
  return path.map((part, i) => (typeof part === "number" ? `[${part + 1}]` : i === 0 ? part : `.${part}`)).join("");
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    int: "a whole number",
    tuple: "a list",
    object: "a group of keys",
    record: "a group of keys",
  };
  return names[expected] ?? expected;
}

function describe(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && "_zod" in value) return "a zod type";
  if (typeof value === "object") return "a group of keys";
  if (typeof value === "string")
    return value === "" ? "empty" : `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (typeof value === "number") return Number.isFinite(value) ? `the number ${value}` : "too large to count with";
  return String(value);
}

/** How to write what is expected, in YAML or in a configuration. */
function typeHint(expected: string, value: unknown, isYaml: boolean): string | undefined {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Put it in quotes: "${value}".`;
  if (expected === "string" && typeof value === "object")
    return isYaml
      ? "Put the text in quotes; a colon or bracket in it means something to YAML."
      : 'Write one text in quotes: "text".';
  if (expected === "number" && typeof value === "string" && /^\d+(?:[.,]\d+)? *%$/.test(value))
    return "Write 80 % as 0.8.";
  if (expected === "number" && typeof value === "string")
    return "Write digits without quotes, with a point for decimals.";
  if (expected === "boolean" && (value === "true" || value === "false")) return `Write ${value} without quotes.`;
  if (expected === "array" || expected === "tuple")
    return isYaml
      ? "Write [one, two], or one item per line with a dash."
      : 'Write a list in brackets, with each text in quotes: ["one", "two"].';
  return undefined;
}

function valueAt(values: unknown, path: readonly (string | number)[]): unknown {
  let value = values;
  for (const part of path) value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  return value;
}

function shapeAt(
  schema: z.ZodObject,
  path: readonly (string | number)[],
): Readonly<Record<string, unknown>> | undefined {
  let fields: readonly unknown[] = [schema];
  for (const part of path) fields = fields.flatMap((field) => childrenOf(field, part)).flatMap(unwrap);
  return fields.map(keysOf).find((keys) => keys !== undefined);
}

/** What a field may be, seen through optional and default wrappers. */
function unwrap(field: unknown): readonly unknown[] {
  if (hasInner(field)) return unwrap(field.def.innerType);
  if (field instanceof z.ZodLazy) return unwrap(field.unwrap());
  return field instanceof z.ZodUnion ? field.options.flatMap(unwrap) : [field];
}

function childrenOf(field: unknown, part: string | number): readonly unknown[] {
  if (typeof part === "number")
    return typeof field === "object" && field !== null && "element" in field ? [field.element] : [];
  if (hasShape(field)) return Object.hasOwn(field.shape, part) ? [field.shape[part]] : [];
  return field instanceof z.ZodRecord ? [field.valueType] : [];
}

function keysOf(field: unknown): Readonly<Record<string, unknown>> | undefined {
  if (hasShape(field)) return field.shape;
  // A record that may have some keys only.
  return field instanceof z.ZodRecord && field.keyType instanceof z.ZodEnum ? field.keyType.enum : undefined;
}

function hasInner(field: unknown): field is { readonly def: { readonly innerType: unknown } } {
  return (
    typeof field === "object" &&
    field !== null &&
    "def" in field &&
    typeof field.def === "object" &&
    field.def !== null &&
    "innerType" in field.def
  );
}

function hasShape(field: unknown): field is { readonly shape: Readonly<Record<string, unknown>> } {
  return typeof field === "object" && field !== null && "shape" in field;
}

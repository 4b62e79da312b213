import type { z } from "zod";
import { didYouMean } from "./suggest.ts";

/** A schema issue told for authors. */
export interface ToldIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  /** The key itself is wrong, in the map at `path`. */
  readonly key?: string;
  readonly message: string;
  readonly hint?: string;
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
    return issue.keys.map((key) => ({
      code: "unknown-key",
      path,
      key,
      message: `“${key}” is not a key of this ${what}.`,
      ...optional("hint", didYouMean(key, known) ?? "Delete it, or see the manual for the keys there are."),
    }));
  }
  const name = path.length === 0 ? `This ${what}` : `“${pathName(path)}”`;
  const value = valueAt(values, path);
  if (issue.code === "invalid_type") {
    const missing = value === undefined;
    return [
      {
        code: "schema",
        path,
        message: missing
          ? `${name} is missing.`
          : `${name} should be ${article(issue.expected)}, but is ${describe(value)}.`,
        ...optional("hint", missing ? undefined : typeHint(issue.expected, value)),
      },
    ];
  }
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    return [
      {
        code: "schema",
        path,
        message: `${name} cannot be ${describe(value)}.`,
        ...optional("hint", didYouMean(String(value), allowed) ?? `Possible here: ${allowed.join(", ")}.`),
      },
    ];
  }
  if (issue.code === "too_big") {
    return [{ code: "schema", path, message: `${name} is at most ${issue.maximum}.` }];
  }
  if (issue.code === "too_small" && typeof value === "number") {
    return [
      { code: "schema", path, message: `${name} is at least ${issue.minimum}${issue.inclusive ? "" : ", and more"}.` },
    ];
  }
  return [{ code: "schema", path, message: `${name} cannot be ${describe(value)}.`, hint: issue.message }];
}

function pathName(path: readonly (string | number)[]): string {
  return path.map((part, i) => (typeof part === "number" ? `[${part + 1}]` : i === 0 ? part : `.${part}`)).join("");
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    object: "a group of keys",
    record: "a group of keys",
  };
  return names[expected] ?? expected;
}

function describe(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  if (typeof value === "string")
    return value === "" ? "empty" : `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (typeof value === "number") return `the number ${value}`;
  return String(value);
}

function typeHint(expected: string, value: unknown): string | undefined {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Put it in quotes: "${value}".`;
  if (expected === "string" && typeof value === "object")
    return "Put the text in quotes; a colon or bracket in it means something to YAML.";
  if (expected === "number" && typeof value === "string")
    return "Write digits without quotes, with a point for decimals.";
  if (expected === "array") return "Write [one, two], or one item per line with a dash.";
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
  let shape: Readonly<Record<string, unknown>> | undefined = schema.shape;
  for (const part of path) {
    let field: unknown = shape?.[part];
    // Look through optional and default wrappers.
    while (hasInner(field)) field = field.def.innerType;
    shape = hasShape(field) ? field.shape : undefined;
  }
  return shape;
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

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

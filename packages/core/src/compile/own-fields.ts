import { nextTick } from "node:process";
import { z } from "zod";
import { type Frontmatter, frontmatterSchemas } from "../model/index.ts";
import { type EntryType, entryTypes } from "../model/types.ts";
import { describeIssue, firstOnes, pathName, type ToldIssue } from "./schema-issue.ts";

/** A key of the front matter that the site has added. */
export interface OwnField {
  readonly key: string;
  readonly type: z.core.$ZodType;
  /** Its place in the configuration: `fields.lesson.difficulty`. */
  readonly place: string;
  /** Where in the owner's files an error comes from, as `fields.ts:12`; empty where it is not known. */
  readonly placeOf: (cause: Error) => string;
}

/** What the front matter of a type may hold. */
export interface FrontmatterSchema {
  readonly builtIn: z.ZodObject & z.ZodType<Frontmatter>;
  readonly own: readonly OwnField[];
  /** The own fields that only other types have, each with such a type. */
  readonly foreign: ReadonlyMap<string, EntryType>;
  /** All of its keys. It is there to be looked at: own fields are read one by one, since they may fail. */
  readonly whole: z.ZodObject;
}

/** The front matter of each type, with the fields that a site adds to it. */
export function frontmatterWith(
  own: Readonly<Record<EntryType, readonly OwnField[]>>,
): Readonly<Record<EntryType, FrontmatterSchema>> {
  const typeOf = new Map(entryTypes.flatMap((type) => own[type].map(({ key }) => [key, type] as const)));
  const schemas = entryTypes.map((type): [EntryType, FrontmatterSchema] => {
    const builtIn = frontmatterSchemas[type];
    const shape = Object.fromEntries(own[type].map((field) => [field.key, field.type]));
    const whole = own[type].length === 0 ? builtIn : builtIn.extend(shape);
    const foreign = new Map([...typeOf].filter(([key]) => !Object.hasOwn(shape, key)));
    return [type, { builtIn, own: own[type], foreign, whole }];
  });
  // One for each type.
  return Object.fromEntries(schemas) as Record<EntryType, FrontmatterSchema>;
}

/** What reading own fields gives: the values that are right, and what is wrong with the others. */
export interface ReadFields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly told: readonly ToldIssue[];
  /** Required keys that are not there, where they may be had from elsewhere. */
  readonly lacking: readonly string[];
}

/**
 * Reads the own fields of front matter: whatever their code does, the outcome is JSON data or an issue. `mayLack`: what a
 * translation lacks, it has from its original.
 */
export async function readOwnFields(
  given: Readonly<Record<string, unknown>>,
  { own, whole }: FrontmatterSchema,
  mayLack: boolean,
): Promise<ReadFields> {
  const values: Record<string, unknown> = {};
  const told: ToldIssue[] = [];
  const lacking: string[] = [];
  for (const field of own) {
    const read = await readField(given[field.key], field);
    if ("failure" in read) told.push({ ...read.failure, code: "schema" });
    else if ("issues" in read && mayLack && given[field.key] === undefined) lacking.push(field.key);
    else if ("issues" in read) {
      const issues = read.issues.map((issue) => ({ ...issue, path: [field.key, ...issue.path] }));
      told.push(...issues.flatMap((issue) => describeIssue(issue, given, whole)));
    } else if (read.value !== undefined) values[field.key] = read.value;
  }
  return { values, told, lacking };
}

type ReadField =
  | { readonly value: unknown }
  | { readonly issues: readonly z.core.$ZodIssue[] }
  | { readonly failure: Omit<ToldIssue, "code"> };

async function readField(value: unknown, field: OwnField): Promise<ReadField> {
  const { key, place } = field;
  try {
    // Told to wait, zod gives a promise back where something has to be waited for, and hears of it if that fails.
    const waiting: unknown = field.type._zod.run({ value, issues: [] }, { async: true });
    if (waiting instanceof Promise) {
      await settledAtOnce(waiting);
      const message = `“${key}” is read later, and front matter is read at once.`;
      const hint = `Leave “async” out of ${place}; what it waits for can be read at the top of the configuration.`;
      return { failure: { path: [key], message, hint } };
    }
    const result = z.core.safeParse(field.type, value);
    if (!result.success) return { issues: firstOnes(result.error.issues) };
    const stranger = strangerIn(result.data, [key], []);
    if (stranger === undefined) return { value: result.data };
    const { path, what } = stranger;
    const message = `“${pathName(path)}” becomes ${what}, which JSON cannot hold.`;
    const hint = `Let ${place} give text, a number, true or false, or lists and groups of them.`;
    return { failure: { path, message, hint } };
  } catch (cause) {
    const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    const at = (cause instanceof Error && field.placeOf(cause)) || place;
    const message = `“${key}” cannot be read, because its field failed: ${reason.replace(/\.?$/, ".")}`;
    return { failure: { path: [key], message, hint: `The mistake is in the configuration, see ${at}.` } };
  }
}

/** Throws what a promise fails with, if it does so without waiting for anything outside; nobody hears of it later. */
async function settledAtOnce(waiting: Promise<unknown>): Promise<void> {
  waiting.catch(() => undefined);
  // Node takes its turn when no promise is left that could go on.
  await Promise.resolve();
  await Promise.race([waiting, new Promise<void>((resolve) => nextTick(resolve))]);
}

interface Stranger {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

/** Deeper values are mistakes. */
const mostLevels = 100;

/** The first part of a value that JSON would lose or change. */
function strangerIn(
  value: unknown,
  path: readonly (string | number)[],
  holders: readonly unknown[],
): Stranger | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : { path, what: String(value) };
    case "object":
      break;
    default:
      return { path, what: typeof value === "bigint" ? "a BigInt" : `a ${typeof value}` };
  }
  if (value === null) return undefined;
  if (holders.includes(value)) return { path, what: "something that holds itself" };
  if (holders.length === mostLevels) return { path, what: `something more than ${mostLevels} levels deep` };
  const within = [...holders, value];
  if (Array.isArray(value)) {
    const gap = Array.from(value).indexOf(undefined);
    if (gap >= 0) return { path: [...path, gap], what: "undefined" };
    return firstOf(value.map((item: unknown, i) => () => strangerIn(item, [...path, i], within)));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return { path, what: `a ${value.constructor.name}` };
  return firstOf(
    Object.entries(value).map(
      ([key, item]) =>
        () =>
          strangerIn(item, [...path, key], within),
    ),
  );
}

function firstOf<T>(searches: readonly (() => T | undefined)[]): T | undefined {
  for (const search of searches) {
    const found = search();
    if (found !== undefined) return found;
  }
  return undefined;
}

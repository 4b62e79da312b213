import { z } from "zod";
import type { OwnField } from "../compile/own-fields.ts";
import { nearest } from "../compile/suggest.ts";
import type { Entry } from "../model/entry.ts";
import { type Frontmatter, frontmatterSchemas } from "../model/index.ts";
import type { FieldTypes, OwnFields } from "../model/own-fields.ts";
import { type EntryType, entryTypes } from "../model/types.ts";

/** The `fields` of a configuration: whatever somebody writes there is told in words. */
export const ownFieldsSchema = z
  .custom<OwnFields>(isGroup, "Write fields: { region: z.string().optional() }.")
  .superRefine((fields, context) => {
    if (!isGroup(fields)) return;
    for (const [key, value] of Object.entries(fields)) {
      const type = entryTypes.find((one) => one === key);
      if (type === undefined) tellField([key], value, context, nearest(key, entryTypes));
      else if (!isGroup(value)) {
        tell(context, [key], `Here stand the fields that only one type of entry has: ${key}: { size: z.number() }.`);
      } else {
        for (const [own, one] of Object.entries(value)) {
          if (Object.hasOwn(fields, own) && !isType(own)) {
            tell(context, [key, own], "It is a field of every type already: leave one of the two out.");
          } else tellField([key, own], one, context, undefined);
        }
      }
    }
  });

/** The own fields of each type: those that all have first. */
export function ownFieldsByType(
  fields: OwnFields,
  placeOf: OwnField["placeOf"],
): Readonly<Record<EntryType, readonly OwnField[]>> {
  const listed = (group: object, path: string): readonly OwnField[] =>
    Object.entries(group).flatMap(([key, type]: [string, unknown]) =>
      isZodType(type) ? [{ key, type, place: `${path}.${key}`, placeOf }] : [],
    );
  const common = listed(fields, "fields");
  const own = entryTypes.map((type) => [type, [...common, ...listed(fields[type] ?? {}, `fields.${type}`)]]);
  // One for each type.
  return Object.fromEntries(own) as Record<EntryType, readonly OwnField[]>;
}

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What entries have that nobody writes into their front matter. */
const madeKeys: Readonly<Record<Exclude<KeysOf<Entry>, KeysOf<Frontmatter>>, true>> = {
  type: true,
  id: true,
  ref: true,
  locale: true,
  url: true,
  revision: true,
  file: true,
  questionCount: true,
  html: true,
  text: true,
  markdown: true,
  outline: true,
  questions: true,
  links: true,
  media: true,
  scenes: true,
};

function tellField(
  path: readonly [...string[], string],
  value: unknown,
  context: z.RefinementCtx,
  meant: string | undefined,
): void {
  const key = path.at(-1) ?? "";
  if (key in Object.prototype) {
    tell(context, path, "Every object has something of this name: choose another one.");
  } else if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) {
    tell(context, path, "Begin its name with a letter, then letters, digits, _ and -: region.");
  } else if (entryTypes.some((type) => Object.hasOwn(frontmatterSchemas[type].shape, key))) {
    tell(context, path, `“${key}” is a key that Knowhow knows already: choose another name.`);
  } else if (Object.hasOwn(madeKeys, key)) {
    tell(context, path, `Entries have a “${key}” that Knowhow makes: choose another name.`);
  } else if (!isZodType(value)) {
    const hint = `Write ${key}: z.string().optional(), with the zod 4 of @knowhow/core.`;
    tell(context, path, meant !== undefined && isGroup(value) ? `Did you mean “${meant}”?` : hint);
  } else {
    const instead = unwritable(value);
    if (instead !== undefined) tell(context, path, instead);
  }
}

function tell(context: z.RefinementCtx, path: readonly string[], message: string): void {
  context.addIssue({ code: "custom", path: [...path], message });
}

/** What to use in the place of types whose values JSON cannot hold. */
const writable: Readonly<Record<string, string>> = {
  date: "Front matter is text, and a Date is none: use z.iso.date(), which keeps the day as it is written.",
  bigint: "JSON has no BigInt: use z.int().",
  map: "JSON has no Map: use z.record().",
  set: "JSON has no Set: use z.array().",
  nan: "JSON has no NaN: use z.number().",
  promise: "Front matter is read at once: leave z.promise() out.",
  function: "Front matter holds no functions.",
  symbol: "Front matter holds no symbols.",
  file: "Front matter holds no files: use z.string().",
};

/** What is wrong with a type whose values could never be part of an entry; undefined where nothing is, or nobody knows. */
function unwritable(type: z.core.$ZodType): string | undefined {
  let found: string | undefined;
  try {
    z.toJSONSchema(type, {
      io: "output",
      unrepresentable: "any",
      override: ({ zodSchema }) => {
        found ??= writable[zodSchema._zod.def.type];
      },
    });
  } catch {
    // A type that fails does so where somebody uses it, and is told there.
  }
  return found;
}

function isType(key: string): boolean {
  return entryTypes.some((type) => type === key);
}

function isZodType(value: unknown): value is z.core.$ZodType {
  return typeof value === "object" && value !== null && "_zod" in value;
}

function isGroup(value: unknown): value is FieldTypes {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

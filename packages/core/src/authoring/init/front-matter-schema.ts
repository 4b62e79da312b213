import { z } from "zod";
import type { ResolvedConfig } from "../../config/schema.ts";
import { builtInCode, type SiteCode } from "../../config/site-code.ts";
import { fieldTexts } from "../../model/field-texts.ts";
import type { EntryType } from "../../model/types.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The front matter of a type as a JSON Schema (draft 7, which editors read), with the roles, tags, contexts and audiences of the
 * site, and with its own fields where `code` has any.
 */
export function frontMatterJsonSchema(
  type: EntryType,
  config: ResolvedConfig,
  code: Pick<SiteCode, "frontmatter"> = builtInCode,
): JsonSchema {
  const { required, ...schema } = originalJsonSchema(type, config, code);
  // One schema is for all languages, and a translation has from its original what it lacks.
  return required === undefined || Object.keys(config.locales).length > 1 ? schema : { ...schema, required };
}

/** The same for entries that are no translations: they have what the site requires. */
export function originalJsonSchema(
  type: EntryType,
  config: ResolvedConfig,
  code: Pick<SiteCode, "frontmatter">,
): JsonSchema {
  const { builtIn, own } = code.frontmatter[type];
  const shape = Object.fromEntries(own.map((field) => [field.key, isDescribable(field.type) ? field.type : z.any()]));
  const schema = toJsonSchema(builtIn.extend(shape));
  const known: Readonly<Record<string, readonly string[]>> = {
    roles: Object.keys(config.roles),
    tags: Object.keys(config.tags),
    contexts: Object.keys(config.contexts),
    audience: config.audiences,
  };
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => {
      if (Object.hasOwn(shape, key)) return [key, toOwn(property)];
      const description = fieldTexts[key];
      return [key, { ...(description === undefined ? {} : { description }), ...toWritten(property, known[key] ?? []) }];
    }),
  );
  return { ...schema, title: `Front matter of a ${type}`, properties };
}

function toJsonSchema(type: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(type, { io: "input", target: "draft-7", unrepresentable: "any" });
}

/** Types that are code may fail to say what they are. */
function isDescribable(type: z.core.$ZodType): boolean {
  try {
    toJsonSchema(type);
    return true;
  } catch {
    return false;
  }
}

/** A field of the site's own may stand without a value, like others; what it takes beyond that is the site's to say. */
function toOwn(property: JsonSchema | boolean): JsonSchema {
  if (typeof property === "boolean") return {};
  const { description, default: value, ...type } = property;
  return {
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
    anyOf: [type, { type: "null" }],
  };
}

/** A property as people write it: a key may stand without a value, and a list of one without brackets. */
function toWritten(property: JsonSchema | boolean, known: readonly string[]): JsonSchema {
  if (typeof property === "boolean") return {};
  const { type, items, default: value, ...rest } = property;
  const nothing: JsonSchema = { type: "null" };
  const among: JsonSchema = known.length === 0 ? {} : { enum: [...known] };
  if (type === "array" && typeof items === "object" && !Array.isArray(items)) {
    const item = { ...items, ...among };
    return { ...rest, anyOf: [{ type: "array", items: item }, item, nothing] };
  }
  const written = { ...property, ...among };
  delete written.default;
  return { ...(value === undefined ? {} : { default: value }), anyOf: [written, nothing] };
}

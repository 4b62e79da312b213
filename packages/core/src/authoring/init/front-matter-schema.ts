import { z } from "zod";
import type { ResolvedConfig } from "../../config/schema.ts";
import { fieldTexts } from "../../model/field-texts.ts";
import { frontmatterSchemas } from "../../model/index.ts";
import type { EntryType } from "../../model/types.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The front matter of a type as a JSON Schema (draft 7, which editors read), with the roles, contexts and audiences of the site. */
export function frontMatterJsonSchema(type: EntryType, config: ResolvedConfig): JsonSchema {
  const schema = z.toJSONSchema(frontmatterSchemas[type], { io: "input", target: "draft-7", unrepresentable: "any" });
  const known: Readonly<Record<string, readonly string[]>> = {
    roles: Object.keys(config.roles),
    contexts: Object.keys(config.contexts),
    audience: config.audiences,
  };
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const description = fieldTexts[key];
      return [key, { ...(description === undefined ? {} : { description }), ...toWritten(property, known[key] ?? []) }];
    }),
  );
  return { ...schema, title: `Front matter of a ${type}`, properties };
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

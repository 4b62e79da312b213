import { takes } from "../compile/takes.ts";
import type { LoadedConfig } from "../config/load.ts";
import type { EntryType } from "../model/types.ts";
import { originalJsonSchema } from "./init/front-matter-schema.ts";

/** A key of the front matter that the site has added, as far as those need it who write one. */
export interface OwnFieldFacts {
  /** The values that it may have, where they are few. */
  readonly values: readonly string[];
  readonly required: boolean;
  /** What its owner says of it; empty where that is nothing. */
  readonly description: string;
  /** What it takes: its values, or `text`, `number`, `true or false`, `list`; empty where it is more than a word can say. */
  readonly takes: string;
}

/** The own fields of a type, by key. */
export function ownFieldFacts(
  type: EntryType,
  { config, code }: Pick<LoadedConfig, "config" | "code">,
): ReadonlyMap<string, OwnFieldFacts> {
  const { own } = code.frontmatter[type];
  if (own.length === 0) return new Map();
  const { properties = {}, required = [] } = originalJsonSchema(type, config, code);
  return new Map(
    own.map(({ key }): [string, OwnFieldFacts] => {
      const { anyOf: [written] = [], description = "" } = shapeOf(properties[key]);
      const shape = shapeOf(written);
      const values = valuesOf(shape);
      const kind = values.length > 0 ? values.join(", ") : takes(shape.type);
      return [key, { values, required: required.includes(key), description, takes: kind }];
    }),
  );
}

type Schema = ReturnType<typeof originalJsonSchema>;

function shapeOf(property: Schema | boolean | undefined): Schema {
  return typeof property === "object" ? property : {};
}

/** The values that a property, or the items of its list, may have. */
function valuesOf({ type, enum: among, const: only, items, anyOf = [] }: Schema): readonly string[] {
  if (type === "boolean") return ["true", "false"];
  if (among !== undefined) return among.filter((value) => typeof value === "string");
  if (typeof only === "string") return [only];
  if (typeof items === "object" && !Array.isArray(items)) return valuesOf(items);
  return anyOf.flatMap((one) => valuesOf(shapeOf(one)));
}

/** A field in a few lines of Markdown. */
export function describeOwnField({ description, takes: kind, required }: OwnFieldFacts): string {
  const facts = [kind, required ? "required" : ""].filter((part) => part !== "").join(" · ");
  return [description, facts].filter((part) => part !== "").join("\n\n");
}

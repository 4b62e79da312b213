import { z } from "zod";
import type { Block } from "../compile/blocks/block.ts";
import { takes } from "../compile/takes.ts";

/** A prop of a block, as far as an editor shows it. */
export interface BlockProp {
  readonly name: string;
  readonly required: boolean;
  /** The values that it may have, where they are few. */
  readonly values: readonly string[];
  /** What it takes: `text`, `number`, `true or false`, `list`. */
  readonly takes: string;
}

/** The props of a block, the required ones first. */
export function propsOf(block: Block): readonly BlockProp[] {
  const schema = z.toJSONSchema(block.props, { io: "input", unrepresentable: "any" });
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .map(([name, property]) => {
      const shape = typeof property === "boolean" ? {} : property;
      const values = (shape.enum ?? []).filter((value) => typeof value === "string");
      return { name, required: required.has(name), values, takes: takes(shape.type) };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** A block with its props as one would write it: `<Callout type="note | tip | warning | danger" title>`. */
export function signatureOf(block: Block): string {
  const props = propsOf(block).map(({ name, required, values, takes: what }) => {
    const value = values.length > 0 ? `="${values.join(" | ")}"` : what === "text" ? '="…"' : what === "" ? "" : "={…}";
    return required ? ` ${name}${value}` : ` [${name}${value}]`;
  });
  return `<${block.name}${props.join("")}>`;
}

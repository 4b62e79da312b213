import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import type { Range } from "../model/diagnostic.ts";
import type { Block, BlockNode } from "./blocks/block.ts";
import { readLiteral } from "./literal.ts";
import { type FileRange, firstLineRange, inFileOf, textOf } from "./node-range.ts";
import { createLineIndex } from "./position.ts";
import { error, mendedBy, type Problem } from "./problem.ts";
import { type ScannedAttribute, scanTag } from "./scan-tag.ts";
import { describeIssue } from "./schema-issue.ts";

/** The props of a block, or what is wrong with them. */
export interface ReadProps {
  readonly props: Readonly<Record<string, unknown>> | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the attributes of a node as the props of its block; without a block, as they stand. */
export function readProps(node: BlockNode, block: Block | undefined, text: string): ReadProps {
  const name = node.name ?? "";
  const place = () => firstLineRange(node, text);
  // Of a name such as __proto__ only a record without a prototype has a value.
  const values: Record<string, unknown> = Object.create(null);
  const problems: Problem[] = [];
  let right = true;
  for (const attribute of node.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      const hint = 'Write each attribute as name="value".';
      problems.push(error("forbidden-code", `{${attribute.value}} is code, which content cannot have.`, place(), hint));
      right = false;
      continue;
    }
    const literal = attributeLiteral(attribute);
    if (literal === undefined) {
      problems.push(isCode(attribute.name, name, place()));
      right = false;
    } else values[attribute.name] = literal.value;
  }
  if (block === undefined) return { props: right ? values : undefined, problems };
  let result: ReturnType<typeof block.props.safeParse>;
  try {
    result = block.props.safeParse(values);
  } catch (cause) {
    // Code of the site's own, which may fail.
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    const hint = "The mistake is in the block itself: tell the owner of the configuration.";
    problems.push(error("prop", `The props of <${name}> cannot be read: ${reason}`, place(), hint));
    return { props: undefined, problems };
  }
  if (result.success) return { props: right ? result.data : undefined, problems };
  for (const issue of result.error.issues) {
    for (const told of describeIssue(issue, values, block.props, `<${name}>`)) {
      // A prop that could not be read has been told already.
      if (!right && told.path.length > 0 && !Object.hasOwn(values, String(told.path[0]))) continue;
      const code = told.code === "unknown-key" ? "unknown-prop" : "prop";
      const at = propPlace(node, told.key ?? told.path[0], text);
      const problem = error(code, propMessage(told.message, name, told.key), at ?? place(), told.hint);
      // The value of an attribute has no place of its own.
      problems.push(told.key === undefined || at === undefined ? problem : mendedBy(problem, told.instead));
    }
  }
  return { props: undefined, problems };
}

function propMessage(message: string, name: string, key: string | undefined): string {
  return key === undefined
    ? `${message.replace(/\.$/, "")} (in <${name}>).`.replace(`This <${name}>`, "It")
    : `“${key}” is not a prop of <${name}>.`;
}

/** Where an attribute's name stands; undefined where it is not there. */
export function propPlace(node: BlockNode, name: string | number | undefined, text: string): FileRange | undefined {
  const found = name === undefined ? undefined : findProp(node, String(name), text);
  return found === undefined ? undefined : rangeIn(node, text, { ...found, end: found.start + found.name.length });
}

/** Where an address stands in a prop; the prop's name where it is written another way there. */
export function addressPlace(node: BlockNode, name: string, href: string, text: string): FileRange {
  const prop = findProp(node, name, text);
  if (prop === undefined) return firstLineRange(node, text);
  const behindName = prop.start + name.length;
  const at = textOf(node, text).slice(behindName, prop.end).indexOf(href);
  const start = at < 0 ? prop.start : behindName + at;
  return rangeIn(node, text, { start, end: start + (at < 0 ? name : href).length });
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** Attributes have no places in the tree: they are looked up in the tag's own text. */
function findProp(node: BlockNode, name: string, text: string): ScannedAttribute | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const source = textOf(node, text);
  const signs = source.slice(source.lastIndexOf("\n", start.offset) + 1, start.offset).replace(/[^>]/g, "").length;
  const written = source.slice(0, end.offset);
  // In a quote its signs stand before every line of the tag, too.
  const quoted = new RegExp(`(?<=\\n)(?:[ \\t]*>){${signs}}`, "g");
  const tag = scanTag(signs === 0 ? written : written.replace(quoted, (one) => " ".repeat(one.length)), start.offset);
  return tag?.attributes.find((attribute) => attribute.name === name);
}

function rangeIn(node: BlockNode, text: string, { start, end }: Offsets): FileRange {
  return inFileOf(node, createLineIndex(textOf(node, text)).range(start, end));
}

/** The value of an attribute; undefined where it is code. */
export function attributeLiteral(attribute: MdxJsxAttribute): { readonly value: unknown } | undefined {
  if (attribute.value === null || attribute.value === undefined) return { value: true };
  if (typeof attribute.value === "string") return { value: attribute.value };
  return readLiteral(attribute.value.value);
}

/** Tells an attribute that is no plain value. */
export function isCode(attribute: string, tag: string, place: Range): Problem {
  if (/^on/i.test(attribute))
    return error("forbidden-code", `“${attribute}” runs code, which content cannot.`, place, "Delete it.");
  if (attribute.startsWith("{")) {
    const hint = 'Write each attribute as name="value".';
    return error("forbidden-code", `${attribute} is code, which content cannot have.`, place, hint);
  }
  if (attribute === "style") {
    return error(
      "raw-html",
      `<${tag}> cannot have “style” in content.`,
      place,
      "Delete it; looks belong to the site's theme.",
    );
  }
  const hint = 'Write a plain value: "text", {3}, {true} or {["one", "two"]}.';
  return error("forbidden-code", `The value of “${attribute}” in <${tag}> is code.`, place, hint);
}

import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { builtInBlocks } from "../../../compile/blocks/index.ts";
import { calloutType } from "../../../compile/callout-type.ts";
import { allowedTags } from "../../../compile/html-list.ts";
import { readLiteral } from "../../../compile/literal.ts";
import { plainText } from "../../../compile/plain-text.ts";
import { type ScannedTag, scanTag } from "../../../compile/scan-tag.ts";
import { escapeAddress } from "../../../publish/markdown/escape.ts";
import { attribute, openCallout } from "./admonitions.ts";
import { comment } from "./comment.ts";
import { isDirective } from "./directive.ts";
import { convertAttributes, convertImageTag, isVoidTag } from "./html.ts";
import { type Pen, resolveAt } from "./pen.ts";

/** A component or tag of an MDX file. */
export type JsxNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What becomes of a component: other tags around what it holds, or another text for all of it. */
type Outcome =
  | { readonly kind: "around"; readonly before: string; readonly after: string; readonly note?: string }
  | { readonly kind: "whole"; readonly text: string; readonly note?: string };

/** What a component is converted by. */
interface Component {
  readonly node: JsxNode;
  readonly name: string;
  readonly parent: Nodes | undefined;
  readonly isInline: boolean;
  /** Its text attributes, also those that are plain data in braces. */
  readonly props: Readonly<Record<string, string>>;
  /** The opening tag as it was written. */
  readonly tag: string;
  readonly pen: Pen;
  /** Pictures that the file has imported, by the name that it gave them. */
  readonly imported: ReadonlyMap<string, string>;
}

/** Converts a component or tag; true where what it holds is still to be converted. */
export function convertJsx(
  node: JsxNode,
  parent: Nodes | undefined,
  inLink: boolean,
  imported: ReadonlyMap<string, string>,
  pen: Pen,
): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const opening = start === undefined ? undefined : scanTag(pen.text, start);
  if (start === undefined || end === undefined || opening === undefined) return true;
  const closing = opening.kind === "void" ? undefined : pen.text.lastIndexOf("</", end - 1);
  const name = node.name ?? "";
  if (/^[a-z]/.test(name) && allowedTags.has(name)) return convertTag(opening, name, inLink, imported, pen);
  const component: Component = {
    node,
    name,
    parent,
    isInline: node.type === "mdxJsxTextElement",
    props: readProps(opening),
    tag: pen.text.slice(opening.start, opening.end),
    pen,
    imported,
  };
  const outcome =
    toInclude(component) ??
    (Object.hasOwn(converters, name) ? converters[name] : undefined)?.(component) ??
    takeOut(component);
  if (outcome.note !== undefined) pen.note(start, outcome.note);
  if (outcome.kind === "whole") {
    pen.put(start, end, outcome.text);
    return false;
  }
  pen.put(opening.start, opening.end, outcome.before);
  if (closing !== undefined && closing >= opening.end) pen.put(closing, end, outcome.after);
  return true;
}

function convertTag(
  opening: ScannedTag,
  name: string,
  inLink: boolean,
  imported: Component["imported"],
  pen: Pen,
): boolean {
  const tag = name === "img" ? withImported(opening, imported) : opening;
  if (name === "img" && convertImageTag(tag, 0, inLink, pen)) return true;
  convertAttributes(tag, name, 0, pen);
  if (isVoidTag(name) && tag.kind === "open") pen.put(tag.end - 1, tag.end, " />");
  return true;
}

/** `src={picture}` and `src={require("./picture.png").default}` name files too. */
function withImported(tag: ScannedTag, imported: Component["imported"]): ScannedTag {
  const attributes = tag.attributes.map((one) => {
    if (one.name !== "src" || one.quote !== "{") return one;
    const value = one.value?.trim() ?? "";
    const file = imported.get(value.replace(/\.src$/, "")) ?? /^require\(["']([^"']+)["']\)/.exec(value)?.[1];
    return file === undefined ? one : { ...one, value: JSON.stringify(file) };
  });
  return { ...tag, attributes };
}

function readProps({ attributes }: ScannedTag): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value, quote }) => {
      if (name === "" || value === undefined) return [];
      if (quote !== "{") return [[name, value] as const];
      const literal = readLiteral(value)?.value;
      return typeof literal === "string" || typeof literal === "number" ? [[name, String(literal)] as const] : [];
    }),
  );
}

/** What is told of a component that Knowhow does not have. */
export function noBlock(name: string): string {
  if (builtInBlocks.some((block) => block.name === name)) {
    return `The tags of <${name}> were taken out, and what it holds kept: other tools have a component of that name, too. If the file was written for Knowhow, copy it into the content folder instead.`;
  }
  return `There is no block like <${name}>: its tags were taken out, and what it holds kept.`;
}

/** An unknown component goes and leaves what it holds; what its tag said stays as a comment. */
function takeOut({ name, node, tag, pen }: Component): Outcome {
  const hasProps = node.attributes.length > 0;
  const note = name === "" ? undefined : noBlock(name);
  const before = hasProps || node.children.length === 0 ? comment(tag, pen.to) : "";
  return { kind: "around", before, after: "", ...(note === undefined ? {} : { note }) };
}

const converters: Readonly<Record<string, (component: Component) => Outcome | undefined>> = {
  Aside: toCallout,
  Admonition: toCallout,
  Callout: toCallout,
  Tabs: toTabs,
  TabItem: toTab,
  Tab: toTab,
  Steps: toSteps,
  Card: titled,
  Accordion: titled,
  CardGrid: unwrapped,
  CardGroup: unwrapped,
  FileTree: unwrapped,
  Fragment: unwrapped,
  Details: ({ props }) => ({
    kind: "around",
    before: `<details>\n<summary>${escaped(props.summary ?? props.title ?? "…")}</summary>\n`,
    after: "</details>",
  }),
  LinkCard: toLink,
  LinkButton: toLink,
  Link: toLink,
  Badge: ({ props, node }) =>
    props.text === undefined || node.children.length > 0
      ? undefined
      : { kind: "whole", text: `**${escaped(props.text)}**` },
  Code: toCode,
  CodeBlock: toCode,
  Image: toImage,
  ThemedImage: toImage,
};

/** A document that another imports, and puts in a place by its name. */
function toInclude({ name, node, isInline, imported, pen }: Component): Outcome | undefined {
  const file = imported.get(name);
  if (file === undefined || isInline || !/\.mdx?$/i.test(file)) return undefined;
  const found = resolveAt(node.position?.start.offset ?? 0, file, "partial", pen);
  if (found.kind === "gone") return { kind: "whole", text: comment(file, pen.to) };
  return { kind: "whole", text: `<Include file="${attribute(found.kind === "to" ? found.href : file)}" />` };
}

function toCallout({ props, parent, isInline }: Component): Outcome | undefined {
  const type = calloutType(props.type ?? "note") ?? "note";
  const title = props.title ?? "";
  // A callout does not stand in a sentence, nor directly in another.
  if (isInline || isCallout(parent) || isDirective(parent)) {
    return { kind: "around", before: title === "" ? "" : `**${escaped(title)}** `, after: "" };
  }
  return { kind: "around", before: openCallout(type, title), after: "</Callout>" };
}

function toTabs({ node, props, isInline }: Component): Outcome {
  if (isInline || !areTabs(node)) return { kind: "around", before: "", after: "" };
  const group = props.syncKey ?? props.groupId ?? props.group;
  const isName = group !== undefined && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,79}$/u.test(group);
  return { kind: "around", before: isName ? `<Tabs group="${group}">` : "<Tabs>", after: "</Tabs>" };
}

function toTab({ node, props, parent }: Component): Outcome {
  const label = labelOf(props);
  if (parent !== undefined && isJsx(parent) && parent.name === "Tabs" && areTabs(parent)) {
    return { kind: "around", before: `<Tab label="${attribute(label)}">`, after: "</Tab>" };
  }
  const before = node.type === "mdxJsxTextElement" ? `**${escaped(label)}** ` : `**${escaped(label)}**\n\n`;
  return { kind: "around", before, after: "" };
}

/** Tabs are drawn as such where there are several, each with a name of its own and something in it. */
function areTabs(node: JsxNode): boolean {
  const labels = node.children.map((child) => {
    if (!isJsx(child) || !/^Tab(?:Item)?$/.test(child.name ?? "") || child.children.length === 0) return "";
    const props = Object.fromEntries(
      child.attributes.flatMap((one) =>
        one.type === "mdxJsxAttribute" && typeof one.value === "string" ? [[one.name, one.value]] : [],
      ),
    );
    return labelOf(props);
  });
  return (
    labels.length > 1 &&
    new Set(labels).size === labels.length &&
    labels.every((label) => label !== "" && label.length <= 60)
  );
}

function labelOf(props: Readonly<Record<string, string>>): string {
  return (props.label ?? props.title ?? props.value ?? "").trim();
}

function toSteps({ node, isInline }: Component): Outcome {
  const lists = (node.children as readonly Nodes[]).filter((child) => child.type === "list");
  const areSteps = !isInline && lists.length === 1 && lists[0]?.type === "list" && lists[0].ordered === true;
  return { kind: "around", before: areSteps ? "<Steps>" : "", after: areSteps ? "</Steps>" : "" };
}

function titled({ props, isInline }: Component): Outcome {
  const title = props.title ?? "";
  if (title === "") return { kind: "around", before: "", after: "" };
  return { kind: "around", before: isInline ? `**${escaped(title)}** ` : `**${escaped(title)}**\n\n`, after: "" };
}

function unwrapped(): Outcome {
  return { kind: "around", before: "", after: "" };
}

function toLink({ props, node, pen }: Component): Outcome | undefined {
  const href = props.href ?? props.to;
  if (href === undefined) return undefined;
  const title = props.title ?? plainText([node]);
  const found = resolveAt(node.position?.start.offset ?? 0, href, "link", pen);
  const description = props.description === undefined ? "" : ` ${escaped(props.description)}`;
  if (found.kind === "gone") {
    return { kind: "whole", text: `${escaped(title)}${description} ${comment(href, pen.to)}` };
  }
  const address = escapeAddress(found.kind === "to" ? found.href : href);
  return { kind: "whole", text: `[${escaped(title)}](${address})${description}` };
}

function toCode({ node, props, isInline }: Component): Outcome | undefined {
  const [child] = node.children as readonly Nodes[];
  const code =
    props.code ??
    (node.children.length === 1 && child?.type === "mdxFlowExpression" ? readText(child.value) : undefined);
  if (code === undefined || isInline) return undefined;
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return {
    kind: "whole",
    text: `${fence}${props.lang ?? props.language ?? ""}\n${code.replace(/^\n|\n\s*$/g, "")}\n${fence}`,
  };
}

function toImage({ node, props, pen, imported }: Component): Outcome | undefined {
  const named = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "src");
  const source =
    props.src ??
    (typeof named?.value === "object" && named.value !== null
      ? imported.get(named.value.value.trim().replace(/\.src$/, ""))
      : undefined);
  if (source === undefined) return undefined;
  const found = resolveAt(node.position?.start.offset ?? 0, source, "image", pen);
  const alt = props.alt ?? "";
  if (found.kind === "gone") {
    return { kind: "whole", text: `${escaped(alt)} ${comment(source, pen.to)}` };
  }
  const address = escapeAddress(found.kind === "to" ? found.href : source);
  return { kind: "whole", text: `![${escaped(alt)}](${address})` };
}

/** A text in an expression: `{"…"}`, or a template without anything to fill in. */
export function readText(expression: string): string | undefined {
  const literal = readLiteral(expression.trim())?.value;
  return typeof literal === "string" ? literal : undefined;
}

/** A text as MDX, in which none of its signs means anything. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]{}<]/g, "\\$&");
}

function isJsx(node: Nodes): node is Nodes & JsxNode {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Whether a node is a component that becomes a callout. */
export function isCallout(node: unknown): boolean {
  return (
    typeof node === "object" &&
    node !== null &&
    "name" in node &&
    typeof node.name === "string" &&
    converters[node.name] === toCallout
  );
}

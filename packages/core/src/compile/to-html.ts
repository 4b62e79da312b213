import type { Element, Nodes, Properties } from "hast";
import { find, html, type Info, type Schema, svg } from "property-information";

declare module "hast" {
  interface ElementData {
    /** Of code: which of the pieces of HTML that highlighting gave it holds. */
    highlighted?: number;
  }
}

/** The elements of the sanitised tree that hold nothing and are never closed. */
const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "source", "track"]);

/**
 * Writes a sanitised tree as HTML: the same bytes, but for `<` and `>` in attributes, as hast-util-to-html, which takes four times
 * as long, since it has many options and looks everything up for each attribute. There are no comments, scripts or templates in
 * such a tree.
 *
 * @param highlighted - HTML for the elements that say so, which goes into theirs as it is.
 */
export function toHtml(tree: Nodes, highlighted: readonly string[] = []): string {
  return write(tree, html);

  function write(node: Nodes, schema: Schema): string {
    switch (node.type) {
      case "text":
        return encodeText(node.value);
      case "element":
        return writeElement(node, schema);
      case "root":
        return writeAll(node.children, schema);
      default:
        return "";
    }
  }

  function writeAll(nodes: readonly Nodes[], schema: Schema): string {
    let written = "";
    for (const node of nodes) written += write(node, schema);
    return written;
  }

  function writeElement({ tagName, properties, children, data }: Element, outer: Schema): string {
    const schema = tagName === "svg" ? svg : outer;
    const opening = `<${tagName}${writeAttributes(properties, schema)}>`;
    const code = data?.highlighted === undefined ? undefined : highlighted[data.highlighted];
    const content = code ?? writeAll(children, schema);
    // What is drawn in a void element by mistake is not lost.
    const isClosed = content !== "" || !voidElements.has(tagName) || outer === svg;
    return isClosed ? `${opening}${content}</${tagName}>` : opening;
  }
}

function writeAttributes(properties: Properties, schema: Schema): string {
  let written = "";
  for (const name in properties) {
    const value = properties[name];
    if (value !== null && value !== undefined) written += writeAttribute(infoOf(name, schema), value);
  }
  return written;
}

/** Most properties are asked for by their own name, which needs no search. */
function infoOf(name: string, schema: Schema): Info {
  return (Object.hasOwn(schema.property, name) ? schema.property[name] : undefined) ?? find(schema, name);
}

function writeAttribute(info: Info, given: NonNullable<Properties[string]>): string {
  const value = info.boolean || info.overloadedBoolean ? readSwitch(given, info) : given;
  if (value === false || (typeof value === "number" && Number.isNaN(value))) return "";
  const name = info.defined ? info.attribute : encode(inName, info.attribute);
  if (value === true) return ` ${name}`;
  return ` ${name}="${encode(inValue, Array.isArray(value) ? writeList(value, info) : String(value))}"`;
}

/** What is there or not may be said by its own name or by nothing; what can also have a value keeps that. */
function readSwitch(value: NonNullable<Properties[string]>, info: Info): NonNullable<Properties[string]> {
  if (info.overloadedBoolean && value === "") return true;
  return typeof value === "string" && value !== "" && value !== info.attribute ? value : Boolean(value);
}

function writeList(values: readonly (string | number)[], { commaSeparated }: Info): string {
  if (!commaSeparated) return values.join(" ").trim();
  // An empty one at the end needs a comma behind it to be there.
  return (values.at(-1) === "" ? [...values, ""] : values).join(", ").trim();
}

const inText = /[<&]/g;
/** With `<` and `>`, so that whoever looks for tags in the HTML finds none in an attribute. */
const inValue = /[\0"&'<>`]/g;
const inName = /[\0\t\n\f\r "&'/<=>`]/g;

/** Text as HTML. */
export function encodeText(text: string): string {
  return encode(inText, text);
}

/** Writes signs as references. */
function encode(signs: RegExp, text: string): string {
  if (text.search(signs) < 0) return text;
  return text.replace(signs, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}

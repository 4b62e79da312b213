import { type Expression, type Node, parseExpressionAt } from "acorn";
import { decodeString } from "micromark-util-decode-string";
import { endOfBraces } from "../../compile/scan-tag.ts";

/** A text in the source of a tag, and how to write another. */
export interface AttributeSource {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly write: (value: string) => string;
}

/** An attribute as its parser gives it: its text, or none where it is an expression. */
export interface ParsedAttribute {
  readonly name: string;
  readonly text?: string;
}

/** Finds the texts of a tag's attributes in its source: `href="…"`, and every text within `steps={["…", "…"]}`. */
export function findAttributes(source: string, attributes: readonly ParsedAttribute[]): readonly AttributeSource[] {
  const found: AttributeSource[] = [];
  let from = 0;
  for (const { name, text } of attributes) {
    const start = startOfValue(source, name, from);
    if (start === undefined) continue;
    if (text !== undefined) {
      const quoted = /^(?:"[^"]*"|'[^']*')/.exec(source.slice(start))?.[0];
      if (quoted === undefined || unescapeHtml(quoted.slice(1, -1)) !== text) continue;
      from = start + quoted.length;
      const quote = quoted[0] ?? '"';
      found.push({
        name,
        value: text,
        start,
        end: from,
        write: (value) => `${quote}${escapeHtml(value, quote)}${quote}`,
      });
    } else if (source[start] === "{") {
      const end = endOfBraces(source, start);
      if (end === undefined) continue;
      found.push(...textsOf(source.slice(start + 1, end - 1), name, start + 1));
      from = end;
    }
  }
  return found;
}

function startOfValue(source: string, name: string, from: number): number | undefined {
  const pattern = new RegExp(`(?<=[\\s"'}/])${name.replace(/[^\w-]/g, "\\$&")}\\s*=\\s*(?=["'{])`, "g");
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  return match === null ? undefined : match.index + match[0].length;
}

/** The texts of an expression; code has none that are data. */
function textsOf(expression: string, name: string, offset: number): readonly AttributeSource[] {
  const found: AttributeSource[] = [];
  const visit = (node: Node | null): void => {
    // Of the many kinds of node, those that data is made of matter.
    const data = node as Expression | null;
    switch (data?.type) {
      case "Literal":
        if (typeof data.value === "string") {
          const quote = expression[data.start] === "'" ? "'" : '"';
          found.push({
            name,
            value: data.value,
            start: offset + data.start,
            end: offset + data.end,
            write: (value) => writeLiteral(value, quote),
          });
        }
        break;
      case "TemplateLiteral":
        if (data.expressions.length === 0) {
          found.push({
            name,
            value: data.quasis.map(({ value }) => value.cooked ?? "").join(""),
            start: offset + data.start,
            end: offset + data.end,
            write: (value) => writeLiteral(value, '"'),
          });
        }
        break;
      case "ArrayExpression":
        for (const element of data.elements) visit(element);
        break;
      case "ObjectExpression":
        for (const property of data.properties) if (property.type === "Property") visit(property.value);
        break;
    }
  };
  try {
    visit(parseExpressionAt(expression, 0, { ecmaVersion: "latest" }));
  } catch {
    return [];
  }
  return found;
}

function writeLiteral(value: string, quote: string): string {
  const inner = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? `"${inner}"` : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The text of an attribute as it reads. In attributes, unlike in Markdown, a backslash is itself. */
export function unescapeHtml(text: string): string {
  return text.includes("&") ? decodeString(text.replaceAll("\\", "\\\\")) : text;
}

/** A text as it is written between such quotes in an attribute. */
export function escapeHtml(text: string, quote: string): string {
  return text.replace(/&(?=#?\w+;)/g, "&amp;").replaceAll(quote, quote === '"' ? "&quot;" : "&#39;");
}

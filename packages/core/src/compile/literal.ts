import { type Expression, parseExpressionAt, type SpreadElement } from "acorn";

/** What an attribute expression may be: data, never code. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Reads `{…}` of an attribute as a literal; undefined in `value`'s place means that it is code. */
export function readLiteral(source: string): { readonly value: Literal } | undefined {
  try {
    const expression = parseExpressionAt(source, 0, { ecmaVersion: "latest" });
    if (source.slice(expression.end).trim() !== "") return undefined;
    return { value: evaluate(expression) };
  } catch {
    return undefined;
  }
}

function evaluate(node: Expression | SpreadElement | null): Literal {
  switch (node?.type) {
    case "Literal":
      if (typeof node.value === "string" || typeof node.value === "number" || typeof node.value === "boolean")
        return node.value;
      if (node.raw === "null") return null;
      break;
    case "TemplateLiteral":
      if (node.expressions.length === 0) return node.quasis.map((part) => part.value.cooked ?? "").join("");
      break;
    case "UnaryExpression": {
      const value = evaluate(node.argument);
      if (typeof value === "number" && (node.operator === "-" || node.operator === "+"))
        return node.operator === "-" ? -value : value;
      break;
    }
    case "ArrayExpression":
      return node.elements.map(evaluate);
    case "ObjectExpression":
      return Object.fromEntries(
        node.properties.map((property) => {
          if (property.type !== "Property" || property.computed || property.kind !== "init") throw new NotLiteral();
          if (property.key.type === "Identifier") return [property.key.name, evaluate(property.value)];
          return [String(evaluate(property.key as Expression)), evaluate(property.value)];
        }),
      );
  }
  throw new NotLiteral();
}

class NotLiteral extends Error {}

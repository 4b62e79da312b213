import { isScalar, parseDocument, type Scalar, visit } from "yaml";
import type { WrittenAddress } from "./address.ts";

/** Finds every text in a piece of YAML, or of JSON; `offset` says where the piece begins. Throws where it has mistakes. */
export function findFields(yaml: string, offset: number): readonly WrittenAddress[] {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
  const [mistake] = document.errors;
  if (mistake !== undefined) throw mistake;
  const found: WrittenAddress[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key === "key" || typeof node.value !== "string" || !node.range || isBlock(node)) return;
      const pair = path.find((one) => "key" in one);
      const name = pair !== undefined && "key" in pair && isScalar(pair.key) ? String(pair.key.value) : "";
      const [start, end] = node.range;
      const inFlow = path.some((one) => "flow" in one && one.flow === true);
      found.push({
        kind: "field",
        key: name,
        value: node.value,
        start: offset + start,
        end: offset + end,
        write: (value) => writeScalar(value, node.type, inFlow),
      });
    },
  });
  return found;
}

function isBlock({ type }: Scalar): boolean {
  return type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL";
}

/** A text as YAML, in the quotes that were there if it needs some. */
function writeScalar(value: string, type: Scalar["type"], inFlow: boolean): string {
  if (type === "QUOTE_DOUBLE") return JSON.stringify(value);
  if (type === "QUOTE_SINGLE") return `'${value.replaceAll("'", "''")}'`;
  return plainScalar(value, inFlow);
}

/** A text as YAML, in quotes only where it needs some. */
export function plainScalar(value: string, inFlow: boolean): string {
  const isPlain =
    /^[\p{L}\p{N}_./][^\s#:]*(?::(?=\S)[^\s#:]*)*$/u.test(value) &&
    !(inFlow && /[,[\]{}]/.test(value)) &&
    !/^(?:[\d.+-][\d_.,:eE+-]*|true|false|yes|no|on|off|null|0[xo].*|\.(?:inf|nan))$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

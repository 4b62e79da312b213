import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { cutFrontmatter } from "../../compile/frontmatter.ts";
import type { Edit } from "./edit.ts";
import { plainScalar } from "./fields.ts";

/**
 * The edits that write an old id into a file's `formerly`. `present`, the id that the entry has from now on, leaves the
 * list where it stands in it: nothing redirects to itself.
 */
export function editFormerly(text: string, old: string, present: string): readonly Edit[] {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const block = cutFrontmatter(text);
  const line = `formerly: [${plainScalar(old, true)}]`;
  if (block === undefined) return [insert(0, `---${end}${line}${end}---${end}${end}`)];
  const { contents } = parseDocument(block.yaml, { prettyErrors: false, logLevel: "silent" });
  const bottom = block.offset + block.yaml.length;
  if (!isMap(contents)) return [insert(bottom, `${line}${end}`)];
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === "formerly");
  const edits =
    pair === undefined ? addKey(contents, block.yaml, line, end) : addToKey(pair, block.yaml, old, present, end);
  return edits.map((edit) => ({ ...edit, start: edit.start + block.offset, end: edit.end + block.offset }));
}

function addKey(map: YAMLMap, yaml: string, line: string, end: string): readonly Edit[] {
  if (map.flow !== true) return [insert(yaml.length, `${line}${end}`)];
  const close = yaml.lastIndexOf("}", map.range?.[1]);
  const last = map.items.at(-1);
  const comma = last === undefined || /,\s*$/.test(yaml.slice(0, close)) ? "" : ", ";
  return [insert(close, `${comma}${line}`)];
}

function addToKey(pair: Pair, yaml: string, old: string, present: string, end: string): readonly Edit[] {
  const { key, value } = pair;
  if (isSeq(value)) return addToList(value, yaml, old, present, end);
  const keyEnd = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
  const [start = 0, stop = 0] = (isScalar(value) && value.range) || [];
  if (!isScalar(value) || start === stop) {
    const colon = yaml.indexOf(":", keyEnd) + 1;
    return [insert(colon, ` [${plainScalar(old, true)}]`)];
  }
  const isNothing = value.value === null || String(value.value).normalize("NFC") === present;
  const kept = isNothing ? [] : [plainScalar(String(value.value), true)];
  return [{ start, end: stop, text: `[${[...kept, plainScalar(old, true)].join(", ")}]` }];
}

function addToList(list: YAMLSeq, yaml: string, old: string, present: string, end: string): readonly Edit[] {
  const items = list.items.filter(isScalar);
  const written = plainScalar(old, list.flow === true);
  const same = items.find(({ value }) => String(value).normalize("NFC") === present);
  if (same?.range) return [{ start: same.range[0], end: same.range[1], text: written }];
  const last = items.at(-1);
  if (last?.range === undefined || last.range === null) {
    const open = yaml.indexOf("[", list.range?.[0]) + 1;
    return [insert(open, written)];
  }
  const [start, stop] = last.range;
  if (list.flow === true) {
    const comma = /^\s*,/.test(yaml.slice(stop)) ? yaml.indexOf(",", stop) + 1 : undefined;
    return [comma === undefined ? insert(stop, `, ${written}`) : insert(comma, ` ${written}`)];
  }
  const lineStart = Math.max(yaml.lastIndexOf("\n", start), yaml.lastIndexOf("\r", start)) + 1;
  const dash = /^[ \t]*- */.exec(yaml.slice(lineStart))?.[0] ?? "  - ";
  const lineEnd = stop + (/^[^\r\n]*/.exec(yaml.slice(stop))?.[0].length ?? 0);
  return [insert(lineEnd, `${end}${dash}${written}`)];
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

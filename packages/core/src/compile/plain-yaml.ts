/**
 * Reads front matter as nearly everybody writes it: a key a line, with a text, a whole number, or a list of texts. Undefined
 * where there is anything else, mistakes included: that is left to a parser of all YAML, which reads the same in what is read
 * here, but takes five times as long, and that is a tenth of a check.
 */
export function readPlainYaml(yaml: string): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = {};
  const lines = yaml.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    const [, key, written] = pair.exec(line) ?? [];
    if (key === undefined || isWord(key) || Object.hasOwn(values, key)) return undefined;
    const items = written === undefined ? itemsBelow(lines, i) : [];
    const value = written === undefined ? readItems(items) : readValue(written);
    if (value === undefined) return undefined;
    values[key] = value;
    i += items.length;
  }
  return values;
}

const pair = /^([A-Za-z][\w-]*):(?: +(.+))?$/;
const item = /^( *)- (.+)$/;

// Texts that mean nothing but themselves in YAML, whatever stands around them.
const sign = String.raw`\x20!#-&(-\[\]-~\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff`;
const doubleQuoted = `"([${sign}']*)"`;
const singleQuoted = `'([${sign}"]*)'`;
const plainSign = String.raw`[^\s:#\0-\x1f\x7f-\xa0\u2028-\u202f\ud800-\uffff]`;
const plain = `([A-Za-z](?:${plainSign}|[ :](?=${plainSign}))*)`;
const listedSign = String.raw`[\w./@+-]`;
const listed = `([A-Za-z](?:${listedSign}|[ :](?=${listedSign}))*)`;
const dayOrSpan = String.raw`(\d{4}-\d\d-\d\d|[1-9]\d*(?:d|w|mo|y))`;

const text = new RegExp(`^(?:${doubleQuoted}|${singleQuoted}|${plain}|${dayOrSpan}) *$`);
const listItem = new RegExp(`[[,] *(?:${doubleQuoted}|${singleQuoted}|${listed}) *(?=[,\\]])`, "y");
const wholeNumber = /^(?:0|[1-9]\d{0,8})$/;

/** Whether it is more than text to YAML. */
function isWord(text: string): boolean {
  return text.length < 6 && /^(?:true|false|null)$/i.test(text);
}

function readValue(written: string): unknown {
  if (written.startsWith("[")) return readList(written);
  return readText(written) ?? (wholeNumber.test(written) ? Number(written) : undefined);
}

function readText(written: string): string | undefined {
  const [, double, single, plain, dayOrSpan] = text.exec(written) ?? [];
  if (plain !== undefined) return isWord(plain) ? undefined : plain;
  return double ?? single ?? dayOrSpan;
}

/** `[one, "two"]` */
function readList(written: string): readonly string[] | undefined {
  const items: string[] = [];
  let end = 0;
  for (;;) {
    listItem.lastIndex = end;
    const match = listItem.exec(written);
    if (match === null) break;
    const [, double, single, listed] = match;
    if (listed !== undefined && isWord(listed)) return undefined;
    items.push(double ?? single ?? listed ?? "");
    end = listItem.lastIndex;
  }
  return items.length > 0 && /^\] *$/.test(written.slice(end)) ? items : undefined;
}

/** The lines of the list that stands below a key. */
function itemsBelow(lines: readonly string[], at: number): readonly string[] {
  const [, indent] = item.exec(lines[at + 1] ?? "") ?? [];
  if (indent === undefined) return [];
  const end = lines.findIndex((line, i) => i > at && !line.startsWith(`${indent}- `));
  return lines.slice(at + 1, end < 0 ? lines.length : end);
}

function readItems(lines: readonly string[]): readonly string[] | null | undefined {
  const items = lines.map((line) => readText(item.exec(line)?.[2] ?? ""));
  if (!items.every((one) => one !== undefined)) return undefined;
  return items.length === 0 ? null : items;
}

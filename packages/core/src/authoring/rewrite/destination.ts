import { decodeString } from "micromark-util-decode-string";

/** Where the address of a link, image or definition stands in its source, and how to write another. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly write: (url: string) => string;
}

/** What may follow an address: a title, and the end. */
const title = /(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))?/.source;
const afterLink = new RegExp(`^\\s*${title}\\s*\\)$`);
const afterDefinition = new RegExp(`^\\s*${title}\\s*$`);

/**
 * Finds the address `url` in the source of a Markdown link, image or definition. The parser tells only where the whole
 * stands, so every place where an address may begin is tried; that it reads as `url` and that nothing but a title
 * follows it decides.
 */
export function findDestination(source: string, url: string): Destination | undefined {
  // What a link holds may be a link or picture too: its own address is the last.
  for (const match of [...source.matchAll(/\](?:\(|:)/g)].reverse()) {
    const from = match.index + 2;
    const isLink = source[from - 1] === "(";
    const gap = /^\s*/.exec(source.slice(from))?.[0].length ?? 0;
    const start = from + gap;
    const end = endOfDestination(source, start);
    if (end === undefined || decoded(source.slice(start, end)) !== url) continue;
    if (!(isLink ? afterLink : afterDefinition).test(source.slice(end))) continue;
    return { start, end, write: source[start] === "<" ? writeInAngles : writeBare };
  }
  return undefined;
}

function endOfDestination(source: string, start: number): number | undefined {
  if (source[start] === "<") {
    const close = /^<(?:[^<>\\\r\n]|\\.)*>/.exec(source.slice(start));
    return close === null ? undefined : start + close[0].length;
  }
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const sign = source[at] ?? "";
    if (sign === "\\") at++;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth < 0) return at;
    else if (sign <= " ") return at;
  }
  return source.length;
}

function decoded(raw: string): string {
  return decodeString(raw.startsWith("<") ? raw.slice(1, -1) : raw);
}

function writeInAngles(url: string): string {
  return `<${url.replace(/[<>\\]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;")}>`;
}

function writeBare(url: string): string {
  return url
    .replace(/\\/g, "%5C")
    .replace(/[\s<>]/g, (sign) => encodeURIComponent(sign))
    .replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

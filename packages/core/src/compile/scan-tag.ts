/** An attribute as it stands in a tag; ranges in the source that was scanned. */
export interface ScannedAttribute {
  /** Empty for `{...spread}`. */
  readonly name: string;
  /** Its whole source. */
  readonly start: number;
  readonly end: number;
  /** Its value without quotes or braces; undefined where it has none. */
  readonly value: string | undefined;
  readonly quote: '"' | "'" | "{" | "" | undefined;
}

/** A tag of HTML or JSX as it stands in a text. */
export interface ScannedTag {
  readonly start: number;
  /** Just behind its `>`. */
  readonly end: number;
  /** As written; empty for a fragment. */
  readonly name: string;
  readonly kind: "open" | "close" | "void";
  readonly attributes: readonly ScannedAttribute[];
}

/** Reads the tag that begins at `start`; undefined where none does. */
export function scanTag(source: string, start: number): ScannedTag | undefined {
  const head = /^<(\/?)([A-Za-z][\w.:-]*|(?=\s*\/?>))/.exec(source.slice(start, start + 200));
  if (head === null) return undefined;
  const [opening, slash, name = ""] = head;
  const attributes: ScannedAttribute[] = [];
  for (let at = start + opening.length; at < source.length; ) {
    const gap = /^\s+/.exec(source.slice(at, at + 500))?.[0].length ?? 0;
    at += gap;
    const rest = source.slice(at, at + 2);
    if (rest.startsWith(">")) return { start, end: at + 1, name, kind: slash === "" ? "open" : "close", attributes };
    if (rest === "/>") return { start, end: at + 2, name, kind: "void", attributes };
    const attribute = scanAttribute(source, at);
    if (attribute === undefined) return undefined;
    attributes.push(attribute);
    at = attribute.end;
  }
  return undefined;
}

function scanAttribute(source: string, start: number): ScannedAttribute | undefined {
  if (source[start] === "{") {
    const end = endOfBraces(source, start);
    return end === undefined
      ? undefined
      : { name: "", start, end, value: source.slice(start + 1, end - 1), quote: "{" };
  }
  const [name = ""] = /^[^\s"'<>/={}]+/.exec(source.slice(start, start + 200)) ?? [];
  if (name === "") return undefined;
  const equals = /^\s*=\s*/.exec(source.slice(start + name.length, start + name.length + 200))?.[0];
  if (equals === undefined) return { name, start, end: start + name.length, value: undefined, quote: undefined };
  const at = start + name.length + equals.length;
  const sign = source[at];
  if (sign === '"' || sign === "'") {
    const close = source.indexOf(sign, at + 1);
    return close < 0 ? undefined : { name, start, end: close + 1, value: source.slice(at + 1, close), quote: sign };
  }
  if (sign === "{") {
    const end = endOfBraces(source, at);
    return end === undefined ? undefined : { name, start, end, value: source.slice(at + 1, end - 1), quote: "{" };
  }
  const [value = ""] = /^[^\s"'=<>`]+/.exec(source.slice(at)) ?? [];
  return value === "" ? undefined : { name, start, end: at + value.length, value, quote: "" };
}

/** The place behind the brace that closes the one at `start`; braces in texts do not count. */
export function endOfBraces(source: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at + 1;
    else if (sign === '"' || sign === "'" || sign === "`") {
      for (at++; at < source.length && source[at] !== sign; at++) if (source[at] === "\\") at++;
    }
  }
  return undefined;
}

/** Every tag in a piece of HTML; comments are passed over. */
export function scanTags(html: string): readonly ScannedTag[] {
  const tags: ScannedTag[] = [];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    if (html.startsWith("<!--", at)) {
      const close = html.indexOf("-->", at + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = scanTag(html, at);
    if (tag === undefined) at++;
    else {
      tags.push(tag);
      at = tag.end;
    }
  }
  return tags;
}

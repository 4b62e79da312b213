/** Where a cursor stands, as far as something can be offered there. `start` is the offset at which what is typed begins. */
export type Cursor =
  | { readonly kind: "key"; readonly start: number; readonly typed: string }
  | { readonly kind: "value"; readonly key: string; readonly start: number; readonly typed: string }
  | { readonly kind: "block"; readonly start: number; readonly typed: string; readonly within: string | undefined }
  | {
      readonly kind: "prop";
      readonly block: string;
      readonly start: number;
      readonly typed: string;
      readonly written: readonly string[];
    }
  | {
      readonly kind: "prop-value";
      readonly block: string;
      readonly prop: string;
      readonly start: number;
      readonly typed: string;
    }
  | { readonly kind: "link"; readonly start: number; readonly typed: string };

/** A tag is looked for in this many characters before the cursor. */
const farthestTag = 2_000;

/**
 * Tells where a cursor stands in a file, from its text alone: while somebody is typing, most files are no valid MDX.
 * Undefined where nothing can be offered.
 */
export function findCursor(text: string, offset: number): Cursor | undefined {
  const front = frontMatterEnd(text);
  if (front !== undefined && offset <= front) return inFrontMatter(text, offset);
  const before = text.slice(Math.max(front ?? 0, offset - farthestTag), offset);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (isInCode(text.slice(front ?? 0, offset), line)) return undefined;
  const link = /\]\(<?([^()<>\s]*)$/.exec(line) ?? /^\[[^\]]+\]:\s*(\S*)$/.exec(line);
  if (link !== null) return { kind: "link", ...typed(link[1] ?? "", offset) };
  return inTag(before, offset, text.slice(front ?? 0, offset));
}

/** Where the front matter ends: before its closing line, or, while that is not written yet, at the first empty line. */
function frontMatterEnd(text: string): number | undefined {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (open === null) return undefined;
  const close = /^---[ \t]*$/m.exec(text.slice(open[0].length));
  if (close !== null) return open[0].length + close.index;
  const empty = /^\s*$/m.exec(text.slice(open[0].length));
  return empty === null ? text.length : open[0].length + empty.index;
}

function inFrontMatter(text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (lineStart === 0) return undefined;
  const line = text.slice(lineStart, offset);
  const key = /^([\w-]*)$/.exec(line);
  if (key !== null) return { kind: "key", ...typed(key[1] ?? "", offset) };
  const value = /^([\w-]+):\s*(?:\[(?:[^\]]*,)?\s*)?["']?([^\s,["'][^,["']*)?$/.exec(line);
  if (value !== null) return { kind: "value", key: value[1] ?? "", ...typed(value[2] ?? "", offset) };
  const item = /^\s*-\s+["']?([^\s"'][^"']*)?$/.exec(line);
  if (item === null) return undefined;
  const parent = [...text.slice(0, lineStart).matchAll(/^([\w-]+):[ \t]*\r?$/gm)].at(-1)?.[1];
  return parent === undefined ? undefined : { kind: "value", key: parent, ...typed(item[1] ?? "", offset) };
}

/** A tag with whole attributes, whose name and the rest are to be told apart. */
const attribute = /\s+([\w-]+)(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?/;
const openTag = new RegExp(`<([A-Z]\\w*)((?:${attribute.source.replace("([\\w-]+)", "[\\w-]+")})*)(\\s+)([\\w-]*)$`);
const openValue = new RegExp(
  `<([A-Z]\\w*)(?:${attribute.source.replace("([\\w-]+)", "[\\w-]+")})*\\s+([\\w-]+)=["']([^"']*)$`,
);

function inTag(before: string, offset: number, body: string): Cursor | undefined {
  const name = /<([A-Za-z]*)$/.exec(before);
  if (name !== null) return { kind: "block", ...typed(name[1] ?? "", offset), within: enclosing(body) };
  const value = openValue.exec(before);
  if (value !== null) {
    const [, block = "", prop = "", written = ""] = value;
    return { kind: "prop-value", block, prop, ...typed(written, offset) };
  }
  const prop = openTag.exec(before);
  if (prop === null) return undefined;
  const [, block = "", written = "", , typing = ""] = prop;
  const names = [...written.matchAll(new RegExp(attribute.source, "g"))].map(([, one = ""]) => one);
  return { kind: "prop", block, ...typed(typing, offset), written: names };
}

/** The block whose content the end of a text stands in. */
function enclosing(body: string): string | undefined {
  const open: string[] = [];
  for (const [, close, name = "", own] of withoutCode(body).matchAll(/<(\/?)([A-Z]\w*)\b(?:[^<>]*?(\/)?>|$)/g)) {
    if (close === "/") {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (own !== "/") open.push(name);
  }
  return open.at(-1);
}

function withoutCode(body: string): string {
  return body.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").replace(/`[^`\n]*`/g, "");
}

/** Whether a text ends within a code block, or its last line within a code span. */
function isInCode(body: string, line: string): boolean {
  const fences = body.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0;
  return fences % 2 === 1 || (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

function typed(text: string, offset: number): { readonly typed: string; readonly start: number } {
  return { typed: text, start: offset - text.length };
}

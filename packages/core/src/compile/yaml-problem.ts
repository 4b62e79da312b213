import { entryTypes } from "../model/types.ts";
import type { FrontmatterBlock } from "./frontmatter.ts";
import type { LineIndex } from "./position.ts";
import { error, mendedBy, type Problem, withFix } from "./problem.ts";
import { refKeys } from "./schema-issue.ts";
import { shortened, tellDashes } from "./yaml-slips.ts";

/** An error of the YAML parser. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Where it stands in the YAML. */
  readonly pos: readonly [number, number];
}

/** Tells YAML errors in words that do not need YAML to be known; those that only follow from another are left out. */
export function tellYamlErrors(
  errors: readonly YamlError[],
  block: FrontmatterBlock,
  lines: LineIndex,
  isKey: (key: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  let lastLine = Number.NEGATIVE_INFINITY;
  let lastAt = 0;
  for (const one of errors) {
    const at = lines.position(block.offset + one.pos[0]).line;
    if (at === lastAt) continue;
    lastAt = at;
    const problem = tellYamlError(one, block, lines, isKey);
    const line = "start" in problem.place ? problem.place.start.line : 0;
    // One slip makes the parser stumble again on the line after it.
    if (line > lastLine + 1) problems.push(problem);
    lastLine = Math.max(lastLine, line);
  }
  return problems;
}

function tellYamlError(
  yamlError: YamlError,
  block: FrontmatterBlock,
  lines: LineIndex,
  isKey: (key: string) => boolean,
): Problem {
  const [start, end] = yamlError.pos;
  const range: LineIndex["range"] = (from, to) => lines.range(block.offset + from, block.offset + to);
  const place = range(start, Math.max(end, start + 1));
  if (yamlError.code === "TAB_AS_INDENT") return withSpaces(error("yaml", tab.message, place, tab.hint), block, range);
  const slip = missingSign(yamlError.code, block.yaml, start, range, isKey);
  if (slip !== undefined) return slip;
  if (/^Flow/.test(yamlError.message)) {
    const comment = /^[ \t]*[\w-]+[ \t]*:[ \t]+[[{](?:[^\r\n"'#]*[^\r\n"'#\s])?[ \t]+(?=#[^\r\n]*[\]}])/m.exec(
      block.yaml,
    );
    if (comment !== null) {
      const at = comment.index + comment[0].length;
      return error(
        "yaml",
        "This # begins a comment, so that the bracket before it is never closed.",
        range(at, at + 1),
        'Put the item in quotes: ["Team #1", sales].',
      );
    }
  }
  if (yamlError.code === "MISSING_CHAR" || /^Flow/.test(yamlError.message)) {
    const open = findUnclosed(block.yaml);
    if (open !== undefined) {
      const at = block.offset + open.offset;
      return error(
        "yaml",
        `This ${open.what} is opened and never closed.`,
        lines.range(at, at + 1),
        `Write ${open.close} where it ends.`,
      );
    }
  }
  if (yamlError.code === "BLOCK_AS_IMPLICIT_KEY" && isContinued(block.yaml, start)) {
    return error(
      "yaml",
      "The line after this one is indented, so YAML takes both for one value.",
      place,
      "Begin every key at the start of its line.",
    );
  }
  if (yamlError.code === "BLOCK_AS_IMPLICIT_KEY") {
    const told = valueWithColon(block.yaml, start, range);
    if (told !== undefined) return told;
    const { message, hint } = messages.BLOCK_AS_IMPLICIT_KEY;
    return quoted(error("yaml", message, place, hint), block, start, lines);
  }
  const marked = startOfValue(block.yaml, start, /[*&!%@`|>]/);
  if (yamlError.code === "UNEXPECTED_TOKEN" && marked !== undefined) {
    const at = block.offset + marked;
    return error("yaml", `A value cannot begin with ${block.yaml[marked]}.`, lines.range(at, at + 1), quoteIt);
  }
  if (yamlError.code === "MISSING_CHAR" && isWords(block.yaml, start)) {
    const { message, hint } = messages.MULTILINE_IMPLICIT_KEY;
    return error("yaml", message, place, hint);
  }
  const sign = block.yaml[start] ?? "";
  const told = /^(?:Unresolved alias|Alias cannot be)/.test(yamlError.message)
    ? { message: "A value cannot begin with *.", hint: quoteIt }
    : yamlError.code === "BAD_SCALAR_START"
      ? { message: `A value cannot begin with ${sign}.`, hint: quoteIt }
      : messageOf(yamlError.code);
  return error("yaml", told?.message ?? `${yamlError.message.replace(/\.$/, "")}.`, place, told?.hint ?? quoteIt);
}

/** Tells what the value with a colon was meant for, where that shows: a ref, or a text in quotes. */
function valueWithColon(yaml: string, offset: number, range: LineIndex["range"]): Problem | undefined {
  const line = yaml.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const [, before = "", key = "", rest = ""] = /^(([\w-]+)[ \t]*:[ \t]+)([^\r\n]+)/.exec(yaml.slice(line)) ?? [];
  const value = rest.trimEnd();
  const start = line + before.length;
  const place = range(start, start + value.length);
  const refs = refKeys.includes(key) ? value.split(",").map(readSpacedRef) : [undefined];
  if (refs.every((ref) => ref !== undefined)) {
    const ref = refs.length === 1 ? refs.join("") : `[${refs.join(", ")}]`;
    const message = "There is a space behind the colon of this ref, so that YAML takes it for a key with a value.";
    return mendedBy(error("yaml", message, place, `Write ${shortened(ref)}, without the space.`), ref);
  }
  const [, inner] = /^[“‘„]([^“‘„”’"\\]+)[“”’]$/.exec(value) ?? [];
  if (inner === undefined) return undefined;
  const straight = JSON.stringify(inner);
  const message = "The quotes around this value are curly, and YAML takes them for part of the text.";
  return mendedBy(error("yaml", message, place, `Write straight ones: ${shortened(straight)}.`), straight);
}

/** A ref as it is written, whether there is a space behind its colon or not. */
function readSpacedRef(text: string): string | undefined {
  const [, type, id] = /^\s*([a-z]+):\s*([^\s,:[\]{}"']+)\s*$/.exec(text) ?? [];
  return entryTypes.some((one) => one === type) ? `${type}:${id}` : undefined;
}

/** Tells the line at an offset where it lacks the space behind a dash, or the colon behind a key. */
function missingSign(
  code: string,
  yaml: string,
  offset: number,
  range: LineIndex["range"],
  isKey: (key: string) => boolean,
): Problem | undefined {
  if (!["MISSING_CHAR", "MULTILINE_IMPLICIT_KEY", "BAD_INDENT"].includes(code)) return undefined;
  const line = yaml.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const [items = ""] = /^(?:[ \t]*-[^\s-][^\n]*(?:\n|$))+/.exec(yaml.slice(line)) ?? [];
  if (items !== "") {
    const dashes = items.matchAll(/^[ \t]*-/gm);
    return tellDashes(
      [...dashes].map((dash) => line + dash.index + dash[0].length),
      yaml,
      range,
    );
  }
  const close = tellColons(yaml.slice(line), line, range, isKey);
  if (close !== undefined) return close;
  const [, key, value] = /^([A-Za-z][\w-]*)[ \t]+([^\s:][^\r\n]*)/.exec(yaml.slice(line)) ?? [];
  if (code === "BAD_INDENT" || key === undefined || value === undefined) return undefined;
  if (!isKey(key) || /:(?:\s|$)/.test(value)) return undefined;
  const message = `There is no colon behind “${key}”.`;
  const problem = error(
    "yaml",
    message,
    range(line, line + key.length),
    `Write “${key}: ${shortened(value.trimEnd())}”.`,
  );
  // Several words may as well go on with the line before.
  if (/\s/.test(value.trimEnd())) return problem;
  const behind = line + key.length;
  return withFix(problem, `Write “${key}:”`, { place: range(behind, behind), newText: ":" });
}

/** Tells the first line of a YAML text where it lacks the space behind the colon of a key; it and all like it are mended. */
export function tellColons(
  yaml: string,
  offset: number,
  range: LineIndex["range"],
  isKey: (key: string) => boolean,
): Problem | undefined {
  const lines = [...yaml.matchAll(/^([A-Za-z][\w-]*):([^\s:][^\r\n]*)/gm)].filter(([, key = ""]) => isKey(key));
  const [first] = lines;
  if (first === undefined || yaml.slice(0, first.index).trim() !== "") return undefined;
  const [whole, key = "", value = ""] = first;
  const at = offset + first.index;
  const message = `A space is missing behind “${key}:”.`;
  const problem = error(
    "yaml",
    message,
    range(at, at + whole.trimEnd().length),
    `Write “${key}: ${shortened(value.trimEnd())}”.`,
  );
  const edits = lines.map((line) => {
    const behind = offset + line.index + (line[1]?.length ?? 0) + 1;
    return { place: range(behind, behind), newText: " " };
  });
  return withFix(problem, `Write “${key}: ${shortened(value.trimEnd())}”`, ...edits);
}

/** The same problem, mended by spaces in the place of every tab that indents. */
function withSpaces(problem: Problem, { yaml }: FrontmatterBlock, range: LineIndex["range"]): Problem {
  const indents = [...yaml.matchAll(/^[ \t]*\t[ \t]*/gm)];
  const edits = indents.map(({ 0: indent, index }) => ({
    place: range(index, index + indent.length),
    newText: indent.replaceAll("\t", "  "),
  }));
  return withFix(problem, "Indent with spaces", ...edits);
}

/** The same problem, mended by quotes around the plain value of its line. */
function quoted(problem: Problem, block: FrontmatterBlock, at: number, lines: LineIndex): Problem {
  const line = block.yaml.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const [, key = "", rest] = /^([\w-]+[ \t]*:[ \t]+)([^\s"'[\]{}&*!|>%@`#][^\r\n]*)/.exec(block.yaml.slice(line)) ?? [];
  const value = rest?.trimEnd();
  if (value === undefined || / #/.test(value)) return problem;
  const start = block.offset + line + key.length;
  const newText = JSON.stringify(value);
  const told = { ...problem, hint: `Put the value in quotes: ${key}${shortened(newText)}.` };
  return withFix(told, "Put the value in quotes", { place: lines.range(start, start + value.length), newText });
}

const quoteIt = "Put the whole value in quotes.";

const tab = { message: "A tab is used to indent here.", hint: "Indent with spaces." };

const messages = {
  BAD_DQ_ESCAPE: {
    message: "Inside double quotes a \\ begins a sign of its own, and this is none.",
    hint: "Write \\\\ for the sign itself, or take the quotes away.",
  },
  DUPLICATE_KEY: { message: "This key stands here twice.", hint: "Keep one of the two." },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "There is a second colon in this value.",
    hint: 'Put the value in quotes: title: "Refunds: after 30 days".',
  },
  MISSING_CHAR: {
    message: "A closing quote, bracket or colon is missing before this.",
    hint: "Close what was opened above, or put the value in quotes.",
  },
  BAD_INDENT: {
    message: "This line is indented differently from its neighbours.",
    hint: "Line it up with the keys or items beside it.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "This line is neither a key with a value nor part of one.",
    hint: "Write “key: value”, or put a long text in quotes.",
  },
  KEY_OVER_1024_CHARS: {
    message: "This line is too long to begin with a key.",
    hint: "Put a long text in quotes, behind its key and a colon.",
  },
  BLOCK_IN_FLOW: {
    message: "Items with dashes, or keys with values, cannot stand in brackets.",
    hint: "Write [one, two] on one line, or each item on its own without the brackets.",
  },
  UNEXPECTED_TOKEN: {
    message: "There is more text behind the end of this value.",
    hint: `${quoteIt} Inside double quotes write \\" for a quote.`,
  },
} as const satisfies Readonly<Record<string, { readonly message: string; readonly hint: string }>>;

function messageOf(code: string): { readonly message: string; readonly hint: string } | undefined {
  return Object.entries(messages).find(([name]) => name === code)?.[1];
}

/** Where the value of the line at an offset begins, if it begins with such a sign. */
function startOfValue(yaml: string, offset: number, sign: RegExp): number | undefined {
  const line = yaml.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const key = /^[ \t]*(?:- +)?(?:[\w-]+[ \t]*:[ \t]+)?/.exec(yaml.slice(line));
  const at = line + (key?.[0].length ?? 0);
  return sign.test(yaml[at] ?? "") ? at : undefined;
}

/** Whether the line at an offset is a text without anything that could be open. */
function isWords(yaml: string, offset: number): boolean {
  const line = yaml.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  return /^[^"'[\]{}\r\n]+(?:\r|\n|$)/.test(yaml.slice(line));
}

/** Whether the line after the one at an offset is indented. */
function isContinued(yaml: string, offset: number): boolean {
  return /^[^\n]*\r?\n[ \t]+\S/.test(yaml.slice(offset));
}

/** The first quote or bracket at the start of a value that has no partner, as far as a line by line look can tell. */
function findUnclosed(
  yaml: string,
): { readonly offset: number; readonly what: string; readonly close: string } | undefined {
  const opening = /^[ \t]*(?:- +)?(?:[\w-]+[ \t]*:[ \t]+)?(["'[{])/gm;
  for (const match of yaml.matchAll(opening)) {
    const sign = match[1] ?? "";
    const offset = match.index + match[0].length - 1;
    const rest = yaml.slice(offset + 1);
    if (sign === '"' || sign === "'") {
      if (!rest.replace(sign === '"' ? /\\./g : /''/g, "").includes(sign))
        return { offset, what: "quote", close: sign };
    } else {
      const close = sign === "[" ? "]" : "}";
      // A bracket may go on over several lines, but not past the next key.
      const end = rest.search(/\n[\w-]+[ \t]*:/);
      if (!rest.slice(0, end < 0 ? undefined : end).includes(close)) return { offset, what: "bracket", close };
    }
  }
  return undefined;
}

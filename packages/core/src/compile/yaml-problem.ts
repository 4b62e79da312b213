import type { FrontmatterBlock } from "./frontmatter.ts";
import type { LineIndex } from "./position.ts";
import { error, type Problem, withFix } from "./problem.ts";

/** An error of the YAML parser. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Where it stands in the YAML. */
  readonly pos: readonly [number, number];
}

/** Tells YAML errors in words that do not need YAML to be known; those that only follow from another are left out. */
export function tellYamlErrors(errors: readonly YamlError[], block: FrontmatterBlock, lines: LineIndex): Problem[] {
  const problems: Problem[] = [];
  let lastLine = Number.NEGATIVE_INFINITY;
  for (const one of errors) {
    const problem = tellYamlError(one, block, lines);
    const line = "start" in problem.place ? problem.place.start.line : 0;
    // One slip makes the parser stumble again on the line after it.
    if (line > lastLine + 1) problems.push(problem);
    lastLine = Math.max(lastLine, line);
  }
  return problems;
}

function tellYamlError(yamlError: YamlError, block: FrontmatterBlock, lines: LineIndex): Problem {
  const [start, end] = yamlError.pos;
  const place = lines.range(block.offset + start, block.offset + Math.max(end, start + 1));
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
    const { message, hint } = messages.BLOCK_AS_IMPLICIT_KEY;
    return quoted(error("yaml", message, place, hint), block, start, lines);
  }
  const marked = startOfValue(block.yaml, start, /[*&!%@`|>]/);
  if (yamlError.code === "UNEXPECTED_TOKEN" && marked !== undefined) {
    const at = block.offset + marked;
    return error("yaml", `A value cannot begin with ${block.yaml[marked]}.`, lines.range(at, at + 1), quoteIt);
  }
  const sign = block.yaml[start] ?? "";
  const told = /^Unresolved alias/.test(yamlError.message)
    ? { message: "A value cannot begin with *.", hint: quoteIt }
    : yamlError.code === "BAD_SCALAR_START"
      ? { message: `A value cannot begin with ${sign}.`, hint: quoteIt }
      : messageOf(yamlError.code);
  return error("yaml", told?.message ?? `${yamlError.message.replace(/\.$/, "")}.`, place, told?.hint);
}

/** The same problem, mended by quotes around the plain value of its line. */
function quoted(problem: Problem, block: FrontmatterBlock, at: number, lines: LineIndex): Problem {
  const line = block.yaml.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const [, key = "", value] =
    /^([\w-]+[ \t]*:[ \t]+)([^\s"'[\]{}&*!|>%@`#][^\r\n]*?)[ \t]*(?:\r|\n|$)/.exec(block.yaml.slice(line)) ?? [];
  if (value === undefined || / #/.test(value)) return problem;
  const start = block.offset + line + key.length;
  const newText = JSON.stringify(value);
  return withFix(problem, "Put the value in quotes", { place: lines.range(start, start + value.length), newText });
}

const quoteIt = "Put the whole value in quotes.";

const messages = {
  DUPLICATE_KEY: { message: "This key stands here twice.", hint: "Keep one of the two." },
  TAB_AS_INDENT: { message: "A tab is used to indent here.", hint: "Indent with spaces." },
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

import type { Position, Range } from "../model/diagnostic.ts";
import { blankFrontmatter } from "./parse.ts";
import { fileStart } from "./position.ts";
import { error, type Problem } from "./problem.ts";

/**
 * Tells the first syntax error of an MDX file that could not be parsed.
 * The file is parsed again with remark-mdx, which is slow and exact about places.
 */
export async function describeSyntaxError(text: string, thrown: unknown): Promise<Problem> {
  const [{ unified }, { default: remarkParse }, { default: remarkMdx }, { default: remarkGfm }] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-mdx"),
    import("remark-gfm"),
  ]);
  try {
    unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(blankFrontmatter(text));
  } catch (second) {
    if (isMessage(second)) return tell(second.reason, openedAt(second.reason) ?? toRange(second.place));
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const parts = /^(?:(\d+):(\d+): )?([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message);
  const start = { line: Number(parts?.[1] ?? 1), column: Number(parts?.[2] ?? 1) };
  return tell(parts?.[3] ?? message, { start, end: start });
}

/** The parser's messages that authors meet, and what they mean for them; the first that matches is taken. */
const told: readonly (readonly [RegExp, (match: RegExpExecArray) => { message: string; hint: string }])[] = [
  [
    /Expected a closing tag for `<(.*?)>`/,
    ([, name]) => ({
      message: `<${name}> is opened here and never closed.`,
      hint: `Write </${name}> where it ends, on a line of its own.`,
    }),
  ],
  [
    /Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>`/,
    ([, closed, open]) => ({
      message: `</${closed}> stands here, but <${open}> is still open.`,
      hint: `Close <${open}> first, with </${open}>.`,
    }),
  ],
  [
    /Unexpected closing (?:tag|slash) `?<?\/?([\w.-]*)/,
    ([, name]) => ({
      message: name ? `</${name}> closes a tag that is not open here.` : "A closing tag stands here, but none is open.",
      hint: "Delete it, or open the tag before it, at the same depth of lists and quotes.",
    }),
  ],
  [
    /Unexpected character `!` .*before name/,
    () => ({
      message: "An HTML comment cannot stand in MDX.",
      hint: "Write {/* comment */} instead of <!-- comment -->.",
    }),
  ],
  [
    /before name|Unexpected end of file before name/,
    () => ({
      message: "A lone “<” begins a tag in MDX.",
      hint: "Write &lt; for the sign itself, or put code in `backticks`.",
    }),
  ],
  [
    /Could not parse expression|Unexpected end of file in expression|expected a corresponding closing brace|Unexpected content after expression/,
    () => ({
      message: "Braces { } hold code in MDX, and this is none.",
      hint: "Write \\{ and \\} for the signs themselves, or put code in `backticks`.",
    }),
  ],
  [
    /Could not parse import\/exports/,
    () => ({
      message: "A line that begins with “import” or “export” is code in MDX.",
      hint: "Blocks need no import; begin a sentence with another word.",
    }),
  ],
  [
    /in attribute|before attribute|after attribute|in opening tag|before tag|after self-closing slash|in name|in (?:local|member) name/,
    () => ({
      message: "This tag is not well formed.",
      hint: 'Write attributes as name="value", and close the tag with > or />.',
    }),
  ],
];

/** Where the tag stands that a message says was never closed: `(3:1-3:10)`. */
function openedAt(reason: string): Range | undefined {
  const match = /^Expected a closing tag for `.*?` \((\d+):(\d+)(?:-(\d+):(\d+))?\)/.exec(reason);
  if (match === null) return undefined;
  const [, line, column, endLine = line, endColumn = column] = match;
  return {
    start: { line: Number(line), column: Number(column) },
    end: { line: Number(endLine), column: Number(endColumn) },
  };
}

function tell(reason: string, place: Range): Problem {
  for (const [pattern, words] of told) {
    const match = pattern.exec(reason);
    if (match !== null) {
      const { message, hint } = words(match);
      return error("syntax", message, place, hint);
    }
  }
  return error("syntax", `${reason.replace(/\.$/, "")}.`, place, "See the manual for what MDX is.");
}

interface Message {
  readonly reason: string;
  readonly place?: unknown;
}

function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "reason" in value && typeof value.reason === "string";
}

function toRange(place: unknown): Range {
  if (isPosition(place)) return { start: pick(place), end: pick(place) };
  if (typeof place === "object" && place !== null && "start" in place && isPosition(place.start)) {
    return {
      start: pick(place.start),
      end: "end" in place && isPosition(place.end) ? pick(place.end) : pick(place.start),
    };
  }
  return fileStart;
}

function isPosition(value: unknown): value is Position {
  return typeof value === "object" && value !== null && "line" in value && "column" in value;
}

function pick({ line, column }: Position): Position {
  return { line, column };
}

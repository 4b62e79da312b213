import type { Position, Range } from "../model/diagnostic.ts";
import { curlyQuotes } from "./curly-quotes.ts";
import { allowedTags } from "./html-list.ts";
import { blankFrontmatter } from "./parse.ts";
import { BeyondLimits } from "./parse-limits.ts";
import { fromWord, isFromWord } from "./pasted-html.ts";
import { createLineIndex, fileStart, type LineIndex } from "./position.ts";
import { error, type Problem, type ProblemFix, withFix } from "./problem.ts";
import { slipOf } from "./suggest.ts";

/**
 * Tells the first syntax error of an MDX file that could not be parsed.
 * The file is parsed again with remark-mdx, which is slow and exact about places.
 */
export async function describeSyntaxError(text: string, thrown: unknown): Promise<Problem> {
  if (thrown instanceof BeyondLimits) return thrown.problem;
  const [{ unified }, { default: remarkParse }, { default: remarkMdx }, { default: remarkGfm }] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-mdx"),
    import("remark-gfm"),
  ]);
  const lines = createLineIndex(text);
  try {
    unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(blankFrontmatter(text));
  } catch (second) {
    if (isMessage(second)) return tell({ reason: second.reason, at: toRange(second.place), text, lines });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const parts = /^(?:(\d+):(\d+): )?([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message);
  const start = { line: Number(parts?.[1] ?? 1), column: Number(parts?.[2] ?? 1) };
  return tell({ reason: parts?.[3] ?? message, at: { start, end: start }, text, lines });
}

/** A syntax error as the parser tells it. */
interface Told {
  readonly reason: string;
  /** Where the parser stopped. */
  readonly at: Range;
  readonly text: string;
  readonly lines: LineIndex;
}

/** What an error means for its author: words, and a better place than where the parser stopped. */
interface Meaning {
  readonly message: string;
  readonly hint: string;
  readonly place?: Range;
  readonly fix?: ProblemFix | undefined;
}

/** Tags that hold nothing, and are closed in MDX by a slash of their own. */
const voidTags: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "wbr", "source", "track", "col"]);

/** The parser's messages that authors meet, and what they mean for them; the first that matches and says something is taken. */
const meanings: readonly (readonly [RegExp, (match: RegExpExecArray, told: Told) => Meaning | undefined])[] = [
  [
    /before attribute value|expected a corresponding closing quote|in expression|Could not parse expression|Unexpected content after expression/,
    (_match, { at, text, lines }) => {
      const quotes = curlyQuotes(text, lines.offset(at.start));
      if (quotes === undefined) return undefined;
      const { start, end, instead, signs } = quotes;
      const edits = signs.map(({ offset, newText }) => ({ place: lines.range(offset, offset + 1), newText }));
      return {
        message: "These are curly quotes, which a tag cannot have.",
        hint: `Type straight ones: ${instead}.`,
        place: lines.range(start, end),
        fix: { title: `Write ${instead}`, edits },
      };
    },
  ],
  [
    /Expected a closing tag for `<(.*?)>`(?: \((\d+):(\d+)-(\d+):(\d+)\))?(?: before the end of `(\w+)`)?/,
    ([, name = "", line, column, endLine, endColumn, within], { at, text, lines }) => {
      const place = {
        start: { line: Number(line ?? at.start.line), column: Number(column ?? at.start.column) },
        end: { line: Number(endLine ?? at.end.line), column: Number(endColumn ?? at.end.column) },
      };
      if (voidTags.has(name)) {
        return {
          message: `<${name}> is never closed.`,
          hint: `Write <${name} />: in MDX it closes itself with a slash.`,
          place,
          fix: closeItself(name, lines.offset(place.start), text, lines),
        };
      }
      const isSentence = within === "paragraph" || within === "atxHeading" || within === "setextHeading";
      if (isSentence && /^[a-z]/.test(name) && !allowedTags.has(name)) return noTag(name, place, text, lines);
      if (isSentence) {
        return {
          message: `<${name}> is opened in the middle of a line of text, and not closed in it.`,
          hint: `Put <${name}> and </${name}> on lines of their own, or both on one line.`,
          place,
        };
      }
      return {
        message: `<${name}> is opened here and never closed.`,
        hint: `Write </${name}> where it ends, on a line of its own.`,
        place,
      };
    },
  ],
  [
    /Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>`/,
    ([, closed = "", open = ""]) => ({
      message: `</${closed}> stands here, but <${open}> is still open.`,
      hint:
        // Short names of HTML are near each other without being slips.
        !/[A-Z]/.test(open + closed) || slipOf(closed, [open]) === undefined
          ? `Close <${open}> first, with </${open}>.`
          : `If one is a slip of the other, give both the same name: <${closed}> and </${closed}>, or <${open}> and </${open}>.`,
    }),
  ],
  [
    /Expected the closing tag `(<\/.*?>)` either after the end of `\w+`/,
    ([, tag = ""]) => ({
      message: `${tag} stands in the middle of a line of text, and was opened on another.`,
      hint: `Put ${tag} on a line of its own.`,
    }),
  ],
  [
    /Unexpected closing (?:tag|slash)/,
    (_match, told) => ({
      message: "A closing tag stands here, but none is open.",
      hint: "Delete it, or open the tag before it, at the same depth of lists and quotes.",
      place: signBefore("<", told),
    }),
  ],
  [
    /Unexpected character `!` .*before name/,
    (_match, told) => ({
      message: "An HTML comment cannot stand in MDX.",
      hint: "Write {/* comment */} instead of <!-- comment -->.",
      place: signBefore("<", told),
      fix: commentInBraces(told),
    }),
  ],
  [
    /Unexpected character `[/@]` .*(?:in name|in local name|in member name)|before local name/,
    (_match, told) => ({
      message: "An address in < > is a tag in MDX.",
      hint: "Write a link: [our page](https://example.com), [mail us](mailto:help@example.com).",
      place: signBefore("<", told),
      fix: withoutBrackets(told),
    }),
  ],
  [
    /before name/,
    (_match, told) => ({
      message: "A lone “<” begins a tag in MDX.",
      hint: "Write &lt; for the sign itself, or put code in `backticks`.",
      place: signBefore("<", told),
      fix: writtenSign(told),
    }),
  ],
  [
    /in attribute value, expected a corresponding closing quote/,
    (_match, told) => ({
      message: "A quote is missing in this tag.",
      hint: 'Write attributes as name="value", with a quote on both sides.',
      place: tagWithOddQuotes(told),
    }),
  ],
  [
    /in expression|Could not parse expression|Unexpected content after expression/,
    (_match, told) => ({
      message: "Braces { } hold code in MDX, and this is none.",
      hint: "Write \\{ and \\} for the signs themselves, or put code in `backticks`.",
      place: signBefore("{", told),
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
    (_match, told) =>
      endlessTag(told) ?? {
        message: "This tag is not well formed.",
        hint: 'Write attributes as name="value", and close the tag with > or />.',
      },
  ],
];

function tell(told: Told): Problem {
  const { at, text, lines } = told;
  const line = text.slice(lines.offset({ line: at.start.line, column: 1 })).split(/[\r\n]/, 1)[0] ?? "";
  if (isFromWord(line)) {
    const place = /^Unexpected character `!`/.test(told.reason) ? signBefore("<", told) : at;
    return error("syntax", fromWord.message, place, fromWord.hint);
  }
  for (const [pattern, words] of meanings) {
    const match = pattern.exec(told.reason);
    const meaning = match === null ? undefined : words(match, told);
    if (meaning !== undefined) {
      const { message, hint, place = told.at, fix } = meaning;
      const problem = error("syntax", message, place, hint);
      return fix === undefined ? problem : withFix(problem, fix.title, ...fix.edits);
    }
  }
  return error("syntax", `${told.reason.replace(/\.$/, "")}.`, told.at, "See the manual for what MDX is.");
}

/** The last such sign before the place where the parser stopped. */
function signBefore(sign: string, { at, text, lines }: Told): Range {
  const offset = text.lastIndexOf(sign, lines.offset(at.start));
  return offset < 0 ? at : lines.range(offset, offset + 1);
}

/** `<5`: no tag begins with a digit or another sign. */
function writtenSign(told: Told): ProblemFix | undefined {
  const place = signBefore("<", told);
  const behind = told.text[told.lines.offset(place.start) + 1] ?? "";
  return /[\d=.,-]/.test(behind) ? { title: "Write &lt;", edits: [{ place, newText: "&lt;" }] } : undefined;
}

/** `<help@example.com>` and `<https://example.com>` are links without their brackets, too. */
function withoutBrackets(told: Told): ProblemFix | undefined {
  const { text, lines } = told;
  const start = lines.offset(signBefore("<", told).start);
  const [whole, address] =
    /^<(https?:\/\/[\w.~:/?#@!$&()*+,;=%-]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})>/.exec(
      text.slice(start, start + 500),
    ) ?? [];
  // Beside other letters, it would be part of their word.
  if (
    whole === undefined ||
    address === undefined ||
    /[\w/.@-]/.test(`${text[start - 1] ?? ""}${text[start + whole.length]?.replace(/[.]/, "") ?? ""}`)
  ) {
    return undefined;
  }
  return { title: `Write ${address}`, edits: [{ place: lines.range(start, start + whole.length), newText: address }] };
}

/** Words in < > that are no tag: a placeholder in a sentence. */
function noTag(name: string, place: Range, text: string, lines: LineIndex): Meaning {
  const start = lines.offset(place.start);
  const edits = [{ place: lines.range(start, start + 1), newText: "&lt;" }];
  return {
    message: `There is no tag <${name}>.`,
    hint: `Write &lt; for the sign itself: &lt;${name}>; or put it in \`backticks\`.`,
    place,
    fix: text.includes(`</${name}`) ? undefined : { title: `Write &lt;${name}>`, edits },
  };
}

/** A tag whose end was forgotten swallows the lines below it, and the parser stops somewhere in them. */
function endlessTag({ at, text, lines }: Told): Meaning | undefined {
  const start = text.lastIndexOf("<", lines.offset(at.start) - 1);
  const [tag, name = ""] = /^<(\/?[A-Za-z][\w.-]*)/.exec(text.slice(start, start + 100)) ?? [];
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  // What the parser stopped at on the line itself is wrong in another way.
  if (start < 0 || tag === undefined || start + line.length >= lines.offset(at.start) || line.includes(">"))
    return undefined;
  const end = start + line.trimEnd().length;
  const isWhole = line.trimEnd() === tag;
  return {
    message: `The tag <${name} has no end: its > is missing.`,
    hint: isWhole ? `Write <${name}>.` : "Write > behind it, or /> where it holds nothing.",
    place: lines.range(start, end),
    fix:
      isWhole && name.startsWith("/")
        ? { title: `Write <${name}>`, edits: [{ place: lines.range(end, end), newText: ">" }] }
        : undefined,
  };
}

/** Puts a slash before the end of a tag. */
function closeItself(name: string, start: number, text: string, lines: LineIndex): ProblemFix | undefined {
  const tag = new RegExp(`<${name}(?:\\s+[\\w:-]+(?:="[^"<>]*")?)*\\s*>`, "y");
  tag.lastIndex = start;
  const end = start + (tag.exec(text)?.[0].length ?? 0) - 1;
  if (end < start) return undefined;
  const newText = /\s/.test(text[end - 1] ?? "") ? "/" : " /";
  return { title: `Write <${name} />`, edits: [{ place: lines.range(end, end), newText }] };
}

/** Writes an HTML comment as one of MDX. */
function commentInBraces({ at, text, lines }: Told): ProblemFix | undefined {
  const start = text.lastIndexOf("<!--", lines.offset(at.start));
  const end = text.indexOf("-->", start + 4);
  const comment = text.slice(start + 4, end);
  // In the middle of a paragraph a comment ends with it.
  const isWhole = /(?:^|[\r\n])[ \t]*$/.test(text.slice(0, start)) || !/\n[ \t]*\r?\n/.test(comment);
  if (start < 0 || end < 0 || comment.includes("*/") || !isWhole) return undefined;
  const place = lines.range(start, end + 3);
  return { title: "Write it as a comment of MDX", edits: [{ place, newText: `{/*${comment}*/}` }] };
}

/** The first line that opens a tag and has an odd number of quotes: the parser stops at the end of the file only. */
function tagWithOddQuotes({ at, text, lines }: Told): Range {
  for (const match of text.matchAll(/<[A-Za-z][^\n]*/g)) {
    if ((match[0].split('"').length - 1) % 2 === 1 || (match[0].split("'").length - 1) % 2 === 1) {
      return lines.range(match.index, match.index + match[0].length);
    }
  }
  return at;
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

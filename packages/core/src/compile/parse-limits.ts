import { createLineIndex } from "./position.ts";
import { error, type Problem } from "./problem.ts";

/** How many braces and tags the text of a file may have. The parser's time grows with their square: with these it takes a second. */
const maxSigns = 10_000;

/**
 * How many braces may stand open, each behind a tag that stands in the one before: `<A x={<B y={`. The parser's time doubles
 * with each.
 */
const maxOpenTags = 12;

/** How many tags may stand open within braces: `{<A><B>`. The parser's time doubles with each of them, too. */
const maxTagsInBraces = 16;

/** Thrown instead of parsing what would take minutes, or for ever. */
export class BeyondLimits extends Error {
  /** What is told of it. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Throws `BeyondLimits` for MDX that nobody writes, and that the parser would not come to an end with. */
export function checkLimits(text: string): void {
  const open: Brace[] = [];
  let inside: Brace = { isBehindTag: false, holdsTag: false, tags: 0 };
  let openTags = 0;
  let signs = 0;
  for (const { 0: sign, index } of text.matchAll(/[{}<]/g)) {
    if (++signs > maxSigns) throw tooManySigns(text, index);
    if (sign === "<") {
      inside.holdsTag ||= /[A-Za-z>]/.test(text.charAt(index + 1));
      if (open.length > 0 && nestTag(inside, text, index) > maxTagsInBraces) throw tooManyTags(text, index);
    } else if (sign === "{") {
      open.push(inside);
      inside = { isBehindTag: inside.holdsTag, holdsTag: false, tags: inside.tags };
      if (inside.isBehindTag && ++openTags > maxOpenTags) throw tooManyOpenTags(text, index);
    } else {
      if (inside.isBehindTag) openTags--;
      inside = open.pop() ?? inside;
    }
  }
}

/** What is known of a brace that stands open, or of the text around all of them. */
interface Brace {
  /** Whether a tag begins before it, in the brace that it stands in. */
  readonly isBehindTag: boolean;
  /** Whether a tag begins in it. */
  holdsTag: boolean;
  /** The tags that stand open in it, and in the braces that it stands in. */
  tags: number;
}

/** Takes the tag at a place of a brace; how many then stand open. */
function nestTag(inside: Brace, text: string, at: number): number {
  // One that closes itself does so before the next sign that could begin anything.
  const [, slash = "", rest = ""] = /^<(\/?)(?=[A-Za-z>])([^<>{}]*)/.exec(text.slice(at, at + 500)) ?? [];
  if (slash === "/") inside.tags = Math.max(0, inside.tags - 1);
  else if (/[A-Za-z>]/.test(text.charAt(at + 1)) && !rest.endsWith("/")) inside.tags++;
  return inside.tags;
}

function tooManySigns(text: string, at: number): BeyondLimits {
  return new BeyondLimits(
    error(
      "file-too-large",
      `This file has more than ${maxSigns.toLocaleString("en")} braces and tags; from here on it is too much to read as MDX.`,
      createLineIndex(text).range(at, at + 1),
      "Split it into several entries, or give it the ending .md, in which braces are text.",
    ),
  );
}

function tooManyOpenTags(text: string, at: number): BeyondLimits {
  return new BeyondLimits(
    error(
      "depth",
      `More than ${maxOpenTags} braces stand open here, each in a tag within the one before.`,
      createLineIndex(text).range(at, at + 1),
      "Close each { with }, and each tag with >; code goes between two lines of ```.",
    ),
  );
}

function tooManyTags(text: string, at: number): BeyondLimits {
  return new BeyondLimits(
    error(
      "depth",
      `More than ${maxTagsInBraces} tags stand open here within braces.`,
      createLineIndex(text).range(at, at + 1),
      "Braces hold code in MDX: write \\{ and \\} for the signs themselves, or put code in `backticks`.",
    ),
  );
}

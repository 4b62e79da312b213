import type { ParsedBody, SourceHeading } from "./markdown/convert-body.ts";

/** A stretch of a document that becomes an entry of its own. */
export interface Part {
  /** The heading that it begins with; undefined for what stands before the first. */
  readonly heading: SourceHeading | undefined;
  readonly start: number;
  readonly end: number;
}

/** Cuts a document at its headings of the second level; one part where it has fewer than two. */
export function cutParts({ text, headings }: ParsedBody, bodyOffset: number): readonly Part[] {
  const cuts = headings.filter(({ depth }) => depth === 2);
  const [first] = cuts;
  if (first === undefined || cuts.length < 2) return [{ heading: undefined, start: bodyOffset, end: text.length }];
  const parts: Part[] = cuts.map((heading, i) => ({
    heading,
    start: heading.start,
    end: cuts[i + 1]?.start ?? text.length,
  }));
  const isIntro = headings.some(
    ({ depth, start, end }) =>
      depth === 1 &&
      start < first.start &&
      text.slice(bodyOffset, start).trim() === "" &&
      text.slice(end, first.start).trim() === "",
  );
  const hasIntro = text.slice(bodyOffset, first.start).trim() !== "" && !isIntro;
  return hasIntro ? [{ heading: undefined, start: bodyOffset, end: first.start }, ...parts] : parts;
}

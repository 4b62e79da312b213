import type { SearchRecord } from "./record.ts";
import type { Stem } from "./stem.ts";
import { tokenise } from "./tokenise.ts";

/** A section of a page, read word by word. */
export interface ReadSection {
  readonly text: string;
  readonly anchor?: string;
  /** Empty for the part above the first heading. */
  readonly heading: string;
  /** The stems of the heading. */
  readonly headingStems: readonly string[];
  /** The stem of each word of the text, and where the word stands in it. */
  readonly words: readonly { readonly stem: string; readonly start: number; readonly end: number }[];
}

/** The sections of a page that have words, its short answer first. */
export type ReadPage = (record: SearchRecord) => readonly ReadSection[];

/** Reads a page once and remembers it as long as somebody has the record: while one is typing, the same pages come again. */
export function createReadPage(stem: Stem): ReadPage {
  const known = new WeakMap<SearchRecord, readonly ReadSection[]>();
  return (record) => {
    const read = known.get(record) ?? readSections(record, stem);
    known.set(record, read);
    return read;
  };
}

function readSections({ answer, sections }: SearchRecord, stem: Stem): readonly ReadSection[] {
  const all = answer === undefined ? sections : [{ text: answer }, ...sections];
  const read = all.map(({ text, anchor, heading = "" }) => ({
    text,
    ...(anchor === undefined ? {} : { anchor }),
    heading,
    headingStems: tokenise(heading).map(({ folded }) => stem(folded)),
    words: tokenise(text).map(({ folded, start, end }) => ({ stem: stem(folded), start, end })),
  }));
  return read.filter(({ words }) => words.length > 0);
}

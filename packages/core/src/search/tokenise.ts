import { fold, normalise } from "./normalise.ts";

/** One word of a text. */
export interface Token {
  /** Normalised, diacritics kept. */
  readonly text: string;
  /** Normalised and without diacritics: what is compared. */
  readonly folded: string;
  /** Where it starts in the text that was given, in UTF-16 units. */
  readonly start: number;
  /** Just behind its last character. */
  readonly end: number;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text in their order. Punctuation and symbols separate words; an apostrophe inside one is dropped. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) {
    const run = match[0];
    if (unspaced.test(run)) tokens.push(...segment(run, match.index));
    else tokens.push(token(run, match.index));
  }
  return tokens;
}

/** The folded words of a text: for comparing, where places do not matter. */
export function words(text: string): readonly string[] {
  return tokenise(text).map((each) => each.folded);
}

function token(text: string, start: number): Token {
  const normalised = normalise(text).replace(/['’ʼ]/g, "");
  return { text: normalised, folded: fold(normalised), start, end: start + text.length };
}

function segment(run: string, start: number): readonly Token[] {
  return Array.from(segmenter().segment(run))
    .filter((part) => part.isWordLike)
    .map((part) => token(part.segment, start + part.index));
}

// The dictionaries for these scripts do not depend on the locale asked for.
let sharedSegmenter: Intl.Segmenter | undefined;
function segmenter(): Intl.Segmenter {
  sharedSegmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  return sharedSegmenter;
}

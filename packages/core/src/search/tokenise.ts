import { fold, isAscii, normalise } from "./normalise.ts";

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

/**
 * Letters and digits, and the marks behind them; apostrophes join (`don't`), and so do the hyphen behind a single letter (`e-mail`),
 * what groups the digits of a number (`50,000`, `50.000`), and signs that nobody sees, such as soft hyphens.
 */
const word =
  /\p{Nd}{1,3}(?:[.,]\p{Nd}{3})+(?!\p{Nd})|(?:(?<![\p{L}\p{M}\p{N}])\p{L}-(?=\p{L}{2}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’ʼ]|[\u00ad\u200b\u2060\ufeff]+)[\p{L}\p{M}\p{N}]+)*/gu;

/** The same for plain ASCII, which most texts are, and many times as fast. */
const asciiWord = /[0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])|(?:(?<![a-z0-9])[a-z]-(?=[a-z]{2}))?[a-z0-9]+(?:'[a-z0-9]+)*/gi;

const joiners = /['’ʼ.,\u00ad\u200b\u2060\ufeff-]/g;

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether words of a text follow each other without a space. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** A word without its place. */
export type Word = Pick<Token, "text" | "folded">;

/** The words of a text in their order; punctuation and symbols separate words. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const ascii = isAscii(text);
  for (const match of text.matchAll(ascii ? asciiWord : word)) {
    const run = match[0];
    if (!ascii && unspaced.test(run)) tokens.push(...segment(run, match.index));
    else tokens.push(toToken(run, match.index));
  }
  return tokens;
}

/**
 * Makes a function that tells what `of` makes of the words of many texts: each spelling is looked at once, however often
 * it comes.
 */
export function createWordReader<T>(of: (word: Word) => T): (text: string, tell: (made: T) => void) => void {
  const known = new Map<string, readonly T[]>();
  return (text, tell) => {
    for (const run of text.match(isAscii(text) ? asciiWord : word) ?? []) {
      let found = known.get(run);
      if (found === undefined) {
        found = (unspaced.test(run) ? segment(run, 0) : [toToken(run, 0)]).map(of);
        known.set(run, found);
      }
      for (const one of found) tell(one);
    }
  };
}

/** The folded words of a text: for comparing, where places do not matter. */
export function words(text: string): readonly string[] {
  return tokenise(text).map((token) => token.folded);
}

function toToken(text: string, start: number): Token {
  const normalised = normalise(text).replace(joiners, "");
  return { text: normalised, folded: fold(normalised), start, end: start + text.length };
}

function segment(run: string, start: number): readonly Token[] {
  // The dictionaries for these scripts are the same whatever the locale.
  return Array.from(new Intl.Segmenter("und", { granularity: "word" }).segment(run))
    .filter((part) => part.isWordLike)
    .map((part) => toToken(part.segment, start + part.index));
}

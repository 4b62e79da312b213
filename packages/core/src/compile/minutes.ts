import type { Root } from "mdast";
import { htmlText } from "./raw-html.ts";
import { walk } from "./walk.ts";

/**
 * Words that an adult reads in a minute: 238 for English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies). Other
 * languages are read as fast by what is said, hence by the words that they say it with (the same); that review has no figure
 * for Thai, Lao, Khmer and Burmese. Where one says the same in more words than English, the minutes come out long rather than short.
 */
const wordsPerMinute = 238;

/** Signs that a reader of Chinese or Japanese reads in a minute: 260 for Chinese (Brysbaert 2019). */
const ideographsPerMinute = 260;

/**
 * Minutes that pictures take: 12 seconds for the first, one less for each of the next, and 3 from the tenth on, as Medium
 * counts them.
 */
export function lookingMinutes(pictures: number): number {
  let seconds = 0;
  for (let i = 0; i < pictures; i++) seconds += Math.max(3, 12 - i);
  return seconds / 60;
}

/**
 * Minutes that a text takes, in whole minutes, at least 1; `beyond` are those that its questions take beyond reading, and
 * those of its videos and pictures. All scenes of a scenario count, and choosing does not: whoever plays it reads some of
 * them, and thinks instead.
 */
export function countMinutes(tree: Root, beyond: number): number {
  let words = 0;
  let ideographs = 0;
  walk(tree, (node) => {
    const { blockText } = node.data ?? {};
    if (blockText !== undefined) count(`${blockText.before ?? ""} ${blockText.after ?? ""}`);
    if (node.type === "html") count(htmlText(node.value));
    if (node.type !== "text" && node.type !== "code" && node.type !== "inlineCode") return;
    count(node.value);
  });
  const minutes = words / wordsPerMinute + ideographs / ideographsPerMinute + beyond;
  return Math.max(1, Math.round(minutes));

  function count(text: string): void {
    const counted = countWords(text);
    words += counted.words;
    ideographs += counted.ideographs;
  }
}

/**
 * Words stand between spaces; signs of Chinese and Japanese stand for words of their own. In the scripts that put spaces only
 * between phrases, the platform's dictionaries tell words apart, whatever the language of the segmenter.
 */
function countWords(text: string): { readonly words: number; readonly ideographs: number } {
  let words = 0;
  let ideographs = 0;
  let inside = false;
  let segmenter: Intl.Segmenter | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code < 0x80) {
      // Nearly all text is made of these, which need no closer look.
      if (!inside) words++;
      inside = true;
    } else if (isIdeograph(code)) {
      ideographs++;
      inside = false;
    } else if (isOfPhrases(code)) {
      const start = i;
      while (isOfPhrases(text.charCodeAt(i + 1))) i++;
      segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
      for (const { isWordLike } of segmenter.segment(text.slice(start, i + 1))) if (isWordLike) words++;
      inside = false;
    } else if (isGap(code)) inside = false;
    else if (!inside) {
      inside = true;
      words++;
    }
  }
  return { words, ideographs };
}

/** Space, also that which has no width, and the punctuation of Chinese and Japanese, which no space parts from their signs. */
function isGap(code: number): boolean {
  if (code <= 0x20 || code === 0xa0 || code === 0x200b) return true;
  return (code >= 0x3000 && code <= 0x3003) || (code >= 0x3008 && code <= 0x301f) || isWidePunctuation(code);
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20) || (code >= 0xff3b && code <= 0xff40);
}

/** Hiragana, Katakana and the Han signs of the basic plane. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

/** Thai and Lao, Burmese, Khmer. */
function isOfPhrases(code: number): boolean {
  return (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff);
}

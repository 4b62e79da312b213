import type { Root } from "mdast";
import { htmlText } from "./raw-html.ts";
import { walk } from "./walk.ts";

/** Words that an adult reads in a minute: 238 for English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies). */
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

/** Words stand between spaces; signs of Chinese and Japanese stand for words of their own. */
function countWords(text: string): { readonly words: number; readonly ideographs: number } {
  let words = 0;
  let ideographs = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code < 0x80) {
      // Nearly all text is made of these, which need no closer look.
      if (!inside) words++;
      inside = true;
    } else if (isIdeograph(code)) {
      ideographs++;
      inside = false;
    } else if (code <= 0x20 || code === 0xa0 || code === 0x3000) inside = false;
    else if (!inside) {
      inside = true;
      words++;
    }
  }
  return { words, ideographs };
}

/** Hiragana, Katakana and the Han signs of the basic plane. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

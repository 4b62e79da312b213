/** Words that an adult reads in a minute: 238 for English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies). */
const wordsPerMinute = 238;

/** Signs that a reader of Chinese or Japanese reads in a minute: 260 for Chinese (Brysbaert 2019). */
const ideographsPerMinute = 260;

/** Minutes that answering a question takes: half of one, our own estimate for three or four short options. */
const minutesPerQuestion = 0.5;

/** Minutes that a text and its questions take, in whole minutes, at least 1. */
export function countMinutes(text: string, questions: number): number {
  const ideographs = countMatches(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  // Signs that stand for words of their own are counted as such, not as parts of one long word.
  const words = countMatches(
    ideographs === 0 ? text : text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, " "),
    /[\p{L}\p{M}\p{N}'’_-]+/gu,
  );
  return Math.max(
    1,
    Math.round(words / wordsPerMinute + ideographs / ideographsPerMinute + questions * minutesPerQuestion),
  );
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

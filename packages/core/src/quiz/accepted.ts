import type { AcceptedText, Strictness } from "../model/question.ts";
import { fold } from "../search/normalise.ts";

/** Longer than any answer that somebody types; what is longer is wrong without being looked at. */
const longest = 10_000;

/** Whether something typed is one of the accepted answers. */
export function isAccepted({ accept, strict }: AcceptedText, typed: unknown): boolean {
  if (typeof typed !== "string" || typed.length > longest) return false;
  const form = answerForm(typed, strict);
  return form !== "" && accept.some((one) => answerForm(one, strict) === form);
}

/**
 * The form in which typed answers are compared. What a keyboard chooses rather than its user never counts: how accents are
 * encoded (NFC, NFD), full-width letters, curly quotes, long dashes, invisible signs, spaces at the ends.
 * Beyond that, unless `strict` names them,
 *
 * - `case`: `https` is `HTTPS`, `straße` is `STRASSE`;
 * - `accents`: `hoan tien` is `hoàn tiền`, `duong` is `đường`, unpointed Hebrew and Arabic are pointed ones;
 * - `spaces`: one space is as good as several or a line break. `sign in` is never `signin`.
 */
export function answerForm(text: string, strict: readonly Strictness[]): string {
  let form = text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[‘’‚‛′ʹʻʼ]/g, "'")
    .replace(/[“”„‟]|''/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .trim();
  if (!strict.includes("spaces")) form = form.replace(/\s+/g, " ");
  if (!strict.includes("accents")) form = withoutAccents(form);
  // To upper case and back: `ß` has no upper case of its own, nor has the `ς` at the end of a Greek word.
  if (!strict.includes("case")) form = form.toUpperCase().toLowerCase();
  return form.normalize("NFC");
}

/** The points of Hebrew and the vowel signs of Arabic, which most people leave out. */
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

/** Folding is made for lower case; here letters keep their case: `Đà` becomes `Da`. */
function withoutAccents(text: string): string {
  return Array.from(text.replace(points, ""), (letter) => {
    const lower = letter.toLowerCase();
    const folded = fold(lower);
    if (folded === lower) return letter;
    return lower === letter ? folded : folded.toUpperCase();
  }).join("");
}

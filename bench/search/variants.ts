/** The ways in which each question is asked. */
export const variants = ["clean", "typos", "plain"] as const;

/** `typos`: one typo in about half of the words of five letters or more; `plain`: without diacritics. */
export type Variant = (typeof variants)[number];

/** A question as somebody in a hurry types it; the same seed gives the same typos. */
export function vary(question: string, variant: Variant, seed: number): string {
  if (variant === "clean") return question;
  if (variant === "plain") return withoutDiacritics(question);
  const random = createRandom(seed);
  return question.replace(/[\p{L}\p{M}]{5,}/gu, (word) => (random() < 0.5 ? mistype(word, random) : word));
}

/** Numbers from 0 to 1 that depend on the seed only (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

function mistype(word: string, random: () => number): string {
  const letters = [...word];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const some = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, some);
  else if (kind === 2) letters[at] = some;
  else letters.splice(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
  return letters.join("");
}

/** A source of numbers from 0 (included) to 1 (excluded); the same seed gives the same row of numbers. */
export type Random = () => number;

/**
 * Makes a source of numbers from a seed (mulberry32: small, fast, even enough for made-up text).
 * Several numbers make one seed, so that each lesson has a row of its own whatever was drawn before it.
 */
export function randomFrom(...seed: readonly number[]): Random {
  let state = seed.reduce((hash, part) => Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of the items; throws a RangeError where there are none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

/** `count` different items, in the order in which they were drawn; all of them where there are fewer. */
export function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const picked = new Set<T>();
  while (picked.size < Math.min(count, items.length)) picked.add(pick(random, items));
  return [...picked];
}

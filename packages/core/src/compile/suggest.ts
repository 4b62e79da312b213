import { distance } from "fastest-levenshtein";

/** The candidate that somebody most likely meant, or undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // A third of the letters may differ, and always one.
    const limit = Math.max(1, Math.floor(Math.max(candidate.length, wanted.length) / 3));
    const longer = Math.abs(candidate.length - wanted.length);
    // So many edits it takes at least.
    if (candidate === word || longer > limit || longer >= fewest) continue;
    const steps = difference(wanted, candidate.toLowerCase());
    if (steps <= limit && steps < fewest) {
      best = candidate;
      fewest = steps;
    }
  }
  return best;
}

/** Edits between two words; swapped letters, the commonest slip, count as one. */
function difference(a: string, b: string): number {
  return a.length === b.length && a !== b && haveSameLetters(a, b) ? 1 : distance(a, b);
}

/** Sorting tells, and takes so long that where many names are compared, only those are sorted whose letters sum up alike. */
function haveSameLetters(a: string, b: string): boolean {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a.charCodeAt(i) - b.charCodeAt(i);
  return sum === 0 && [...a].sort().join("") === [...b].sort().join("");
}

/**
 * The one candidate that a word can only be a slip of: it differs in case, in one sign, or, from six signs on, in two
 * unless `most` says otherwise; and no other candidate is as near. Undefined where somebody would have to decide.
 */
export function slipOf(
  word: string,
  candidates: readonly string[],
  most: number = word.length < 6 ? 1 : 2,
): string | undefined {
  const near = candidates
    .filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, steps: difference(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps);
  const [best, second] = near;
  return best === undefined || best.steps === second?.steps ? undefined : best.candidate;
}

/** The one candidate that a word differs from in case only. */
export function sameButCase(word: string, candidates: readonly string[]): string | undefined {
  const folded = word.toLowerCase();
  const [only, ...others] = candidates.filter((candidate) => candidate !== word && candidate.toLowerCase() === folded);
  return others.length === 0 ? only : undefined;
}

/** The ref that somebody most likely meant: of the same type, nearly the same id or the same last part of it. */
export function nearestRef(ref: string, refs: readonly string[]): string | undefined {
  const [type = "", id = ""] = split(ref);
  const start = `${type}:`;
  const ids = refs.flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
  const name = id.split("/").at(-1);
  const near = nearest(id, ids) ?? ids.find((one) => one.split("/").at(-1) === name);
  if (near !== undefined) return `${type}:${near}`;
  return refs.find((one) => split(one)[1] === id);
}

function split(ref: string): readonly string[] {
  const colon = ref.indexOf(":");
  return [ref.slice(0, colon), ref.slice(colon + 1)];
}

/** "Did you mean …?", or the whole list where it is short and nothing is near, or undefined. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean “${near}”?`;
  if (candidates.length > 0 && candidates.length <= 12) return `Possible here: ${candidates.join(", ")}.`;
  return undefined;
}

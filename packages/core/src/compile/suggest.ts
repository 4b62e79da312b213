import { distance } from "fastest-levenshtein";

/** The candidate that somebody most likely meant, or undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // A third of the letters may differ, and always one.
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps <= limit && candidate !== word) {
      if (best !== undefined && steps === limit) continue;
      best = candidate;
      limit = steps;
    }
  }
  return best;
}

/** "Did you mean …?", or the whole list where it is short and nothing is near, or undefined. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean “${near}”?`;
  if (candidates.length > 0 && candidates.length <= 12) return `Possible here: ${candidates.join(", ")}.`;
  return undefined;
}

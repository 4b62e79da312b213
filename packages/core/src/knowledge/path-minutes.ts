import type { EntrySummary } from "../model/entry.ts";

/**
 * Minutes that a path takes: those of its steps together, at least 1. A path among them counts with its own steps, and an
 * entry that it leads through twice counts once. `find` gives the entry that readers of a ref get, or undefined.
 */
export function pathMinutes(
  path: { readonly steps: readonly string[] },
  find: (ref: string) => EntrySummary | undefined,
): number {
  let minutes = 0;
  // A set is walked through in the order in which things come into it, also while it is.
  const entries = new Set(path.steps.map(find));
  for (const entry of entries) {
    if (entry?.type === "path") for (const ref of entry.steps) entries.add(find(ref));
    else minutes += entry?.minutes ?? 0;
  }
  return Math.max(1, minutes);
}

import type { EntrySummary } from "../model/entry.ts";

/** What a path says of its steps: refs as their author wrote them. */
interface Steps {
  readonly steps: readonly string[];
}

/** Gives the entry that readers of a ref get, or undefined. */
type Find = (ref: string) => EntrySummary | undefined;

/**
 * The entries that a path leads its readers through, in their order, each once: those that they can see and that are not
 * archived, which are in no list. `find` gives the entry that readers of a ref get, or undefined.
 */
export function pathSteps(path: Steps, find: Find): readonly EntrySummary[] {
  const steps = new Set(path.steps.map(find));
  return [...steps].filter((step) => step !== undefined).filter(({ status }) => status !== "archived");
}

/**
 * Minutes that a path takes: those of its steps together, at least 1. A path among them counts with its own steps, and an
 * entry that it leads through twice counts once. `find` gives the entry that readers of a ref get, or undefined.
 */
export function pathMinutes(path: Steps, find: Find): number {
  let minutes = 0;
  // A set is walked through in the order in which things come into it, also while it is.
  const entries = new Set(pathSteps(path, find));
  for (const entry of entries) {
    if (entry.type === "path") for (const step of pathSteps(entry, find)) entries.add(step);
    else minutes += entry.minutes;
  }
  return Math.max(1, minutes);
}

import { type EntrySummary, pathSteps } from "@knowhow/core";
import { type Card, cardOf } from "./card.ts";
import type { Catalogue } from "./catalogue.ts";

/** A path that leads through an entry, and what comes before and after it there. */
export interface PlaceOnPath {
  readonly path: Card;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly previous: Card | undefined;
  readonly next: Card | undefined;
}

/** More than these, and an entry is no step but common ground. */
const mostPaths = 5;

/** The entries that a path leads through, as the pages of a locale show them; none for other entries. */
export function stepsOf(entry: EntrySummary, catalogue: Catalogue): readonly Card[] {
  if (entry.type !== "path") return [];
  return pathSteps(entry, catalogue.find).map((step) => cardOf(step, catalogue.locale));
}

/** Where an entry stands on the paths that lead through it, in the order of the list of paths. */
export function placesOnPaths(entry: EntrySummary, catalogue: Catalogue): readonly PlaceOnPath[] {
  const paths = catalogue.pathsThrough.get(entry.ref) ?? [];
  return paths.slice(0, mostPaths).map((path) => {
    const steps = stepsOf(path, catalogue);
    const at = steps.findIndex(({ url }) => url === entry.url);
    return {
      path: cardOf(path, catalogue.locale),
      step: at + 1,
      steps: steps.length,
      previous: steps[at - 1],
      next: steps[at + 1],
    };
  });
}

import type { EntryFacts } from "../compile/entry.ts";
import type { Place } from "../compile/problem.ts";
import type { Ref } from "../model/types.ts";
import type { CheckInput } from "./rule.ts";

/** Entries that name each other in a circle. */
export interface Cycle {
  /** The entry whose ref closes the circle, and where that ref stands. */
  readonly file: string;
  readonly place: Place;
  /** Its entries in their order; the first comes after the last. */
  readonly refs: readonly [Ref, ...Ref[]];
}

/** A ref of an entry, and where it stands. */
export interface PlacedRef {
  readonly ref: string;
  readonly place: Place;
}

/** A list of refs in the front matter (`prerequisites`), each with its place. */
export function refsOfField(key: string, refs: readonly string[]): readonly PlacedRef[] {
  return refs.map((ref, i) => ({ ref, place: { field: [key, i] } }));
}

/** Finds the circles that refs of entries make; each is told once. */
export function* findCycles(
  { entries, index }: CheckInput,
  refsOf: (entry: EntryFacts) => readonly PlacedRef[],
): Generator<Cycle> {
  const done = new Set<EntryFacts>();
  for (const first of entries) {
    // Depth first with a stack of its own: chains may be as long as the knowledge base.
    const path: { readonly entry: EntryFacts; next: number }[] = [];
    const onPath = new Set<EntryFacts>();
    const enter = (entry: EntryFacts) => {
      path.push({ entry, next: 0 });
      onPath.add(entry);
    };
    if (!done.has(first)) enter(first);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { entry } = top;
      const found = refsOf(entry)[top.next];
      if (found === undefined) {
        path.pop();
        onPath.delete(entry);
        done.add(entry);
        continue;
      }
      const { ref, place } = found;
      top.next++;
      const target = index.find(ref.normalize("NFC"), entry.location.locale);
      if (target === undefined || done.has(target)) continue;
      if (onPath.has(target)) {
        const after = path.slice(path.findIndex((step) => step.entry === target) + 1);
        yield { file: entry.file, place, refs: [target.location.ref, ...after.map((step) => step.entry.location.ref)] };
      } else enter(target);
    }
  }
}

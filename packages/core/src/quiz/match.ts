import type { QuizKind } from "./grades.ts";

/** Pairs: the share of items that got their partner. */
export const match: QuizKind<"match"> = {
  grade: ({ left, answer }, response) => {
    const pairs = left.map(({ id }) => ({ id, correct: partnerOf(response, id) === partnerOf(answer, id) }));
    const score = pairs.filter(({ correct }) => correct).length / Math.max(1, pairs.length);
    return { kind: "match", score, correct: score === 1, answer, pairs };
  },
  offered: ({ left, right }) => [...left, ...right],
};

/** Ids are slugs of what authors write, so that they may be names that every object has: `constructor`. */
function partnerOf(pairs: unknown, id: string): unknown {
  return typeof pairs === "object" && pairs !== null && Object.hasOwn(pairs, id) ? Reflect.get(pairs, id) : undefined;
}

import { expect, test } from "vitest";
import { dealIntoParts } from "../../src/search/index-part.ts";

interface Page {
  readonly ref: `quiz:${number}`;
  readonly url: string;
}

function quizzes(count: number): readonly Page[] {
  return Array.from({ length: count }, (_, number) => ({ ref: `quiz:${number}`, url: `/quizzes/${number}/` }));
}

/** Each quiz gives a hundred results: itself, and 99 questions. */
const partition = (pages: readonly Page[]) => dealIntoParts(pages, () => 100);

const partOf = (ref: string, parts: readonly (readonly Page[])[]) =>
  parts.findIndex((part) => part.some((entry) => entry.ref === ref));

test("a base of up to 2,000 results has one part, a larger one as many as it needs, of about the same size", () => {
  expect(partition([])).toEqual([]);
  expect(partition(quizzes(20))).toHaveLength(1);
  const parts = partition(quizzes(75));
  expect(parts).toHaveLength(4);
  expect(parts.flat()).toHaveLength(75);
  for (const part of parts) expect(part.length).toBeGreaterThan(10);
});

test("an entry stays in its part when others come and go, whatever their order", () => {
  const before = partition(quizzes(145));
  const after = partition(quizzes(148).toReversed().slice(0, -1));
  for (const { ref } of quizzes(145).slice(1)) expect(partOf(ref, after)).toBe(partOf(ref, before));
  expect(after.map((part) => part.map(({ url }) => url))).toEqual(
    after.map((part) => part.map(({ url }) => url).toSorted()),
  );
});

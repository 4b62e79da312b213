import { describe, expect, test } from "vitest";
import { createMemorySearch, createSearch, memoryDriver, type SearchRecord } from "../../src/search/index.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { searchRecord } from "../support/search-records.ts";

/** A thousand pages about as many things, each with words of its own. */
const records: readonly SearchRecord[] = Array.from({ length: 1000 }, (_, number) =>
  searchRecord({
    id: `page-${number}`,
    title: `How do I set up the ${name(number)} ${name(number + 1)}?`,
    sections: [{ text: `Open the settings of the ${name(number)} and choose what the ${name(number + 2)} may do.` }],
  }),
);

/** A made-up word for a number. */
function name(number: number): string {
  const syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"];
  return `${[...String(number % 1000).padStart(3, "0")].map((digit) => syllables[Number(digit)]).join("")}x`;
}

describe("in a base of a thousand pages", () => {
  const looked: string[] = [];
  const driver = memoryDriver("en", records);
  const { sidecar, shards, facets } = buildSidecar("en", records);
  const search = createSearch({
    driver: {
      ...driver,
      find: (words, options) => {
        looked.push(words);
        return driver.find(words, options);
      },
    },
    sidecar,
    loadNames: async (prefix) => shards.get(prefix) ?? [],
    loadFacets: async () => facets,
  });

  test("a question is answered from the words that tell most, and from no more of the index", async () => {
    looked.length = 0;
    const { hits } = await search.search(`how do i set up the ${name(123)} ${name(124)}`);
    expect(hits[0]?.id).toBe("page-123");
    expect(looked.sort()).toEqual([name(123), name(124)].sort());
  });

  test("more is looked up where that was not enough", async () => {
    looked.length = 0;
    await search.search(`${name(1)} ${name(222)} ${name(333)} ${name(444)} of another company`);
    expect(new Set(looked).size).toBeGreaterThan(2);
  });

  test("what is searched and asked at once is looked up once", async () => {
    looked.length = 0;
    const question = `${name(7)} ${name(8)}`;
    const [found, answer] = await Promise.all([search.search(question), search.ask(question)]);
    expect(answer).toMatchObject({ citation: { id: found.hits[0]?.id } });
    expect(looked).toHaveLength(new Set(looked).size);
  });

  test("a question of stop words only is looked up all the same", async () => {
    looked.length = 0;
    await search.search("how do i");
    expect(looked.length).toBeGreaterThan(0);
  });
});

test.each([
  [999, ["b"], 1],
  [1000, ["ba"], 2],
  [4000, ["bad"], 3],
])("the names of %i pages come in shards that stay small", (count, prefixes, letters) => {
  const pages = Array.from({ length: count }, (_, number) => ({ ...records[number % 1000], url: `/${number}/` }));
  const { sidecar, shards } = buildSidecar("en", pages as SearchRecord[]);
  expect(sidecar.shards.letters).toBe(letters);
  expect([...shards.keys()]).toEqual(expect.arrayContaining(prefixes));
  expect([...shards.keys()].filter((prefix) => prefix.startsWith("ho"))).toEqual([]);
});

test("practice questions are not offered by their names", () => {
  const question = searchRecord({ id: "quiz", type: "question", title: "Zymurgy?" });
  expect([...buildSidecar("en", [question]).shards.keys()]).toEqual([]);
});

describe("a base with more words than are worth a download", () => {
  const many = [
    searchRecord({
      id: "words",
      title: "Dictionary of zymurgy",
      sections: [{ text: Array.from({ length: 13_000 }, (_, number) => `w${number.toString(36)}q`).join(" ") }],
    }),
    searchRecord({ id: "other", title: "Another page", sections: [{ text: "Nothing to see." }] }),
  ];

  test("keeps the words of titles, and says that others are missing", () => {
    const { sidecar } = buildSidecar("en", many);
    expect(sidecar).toMatchObject({ partial: true });
    expect(sidecar.words).toHaveLength(12_000);
    expect(sidecar.words).toContainEqual({ text: "zymurgy", pages: 1 });
  });

  test("finds a rare word as it was typed, although its vocabulary lacks it", async () => {
    const kept = new Set(buildSidecar("en", many).sidecar.words.map(({ text }) => text));
    const missing = Array.from({ length: 13_000 }, (_, number) => `w${number.toString(36)}q`).find(
      (word) => !kept.has(word),
    );
    const { hits } = await (await createMemorySearch("en", many)).search(missing ?? "");
    expect(hits[0]?.id).toBe("words");
  });
});

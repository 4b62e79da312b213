import { describe, expect, test } from "vitest";
import { commoner, complete, correct } from "../../src/search/correct.ts";
import { editDistance } from "../../src/search/edit-distance.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { createStem } from "../../src/search/stem.ts";
import { createVocabulary } from "../../src/search/vocabulary.ts";
import { helpDesk, searchRecord } from "../support/search-records.ts";

const vocabulary = createVocabulary(buildSidecar("en", helpDesk).sidecar, createStem("en"), new Set(["which"]));

describe("a word that the site lacks", () => {
  test.each([
    ["a letter too many", "passsword", "password"],
    ["a letter missing", "invoce", "invoice"],
    ["a wrong letter", "rwfund", "refund"],
    ["two letters swapped", "refnud", "refund"],
    ["two mistakes in a long word", "spreedsheats", "spreadsheets"],
    ["a mistyped question word", "whihc", "which"],
  ])("is corrected: %s", (_, typed, meant) => expect(correct(typed, vocabulary)[0]?.folded).toBe(meant));

  test("is left alone where nothing is near it, or where it is short", () => {
    expect(correct("kubernetes", vocabulary)).toEqual([]);
    expect(correct("pdx", vocabulary)).toEqual([]);
  });

  test("may become several words; how likely they are adds up to 1", () => {
    const weights = correct("repors", vocabulary).map((guess) => guess.weight);
    expect(weights.length).toBeGreaterThan(1);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });
});

describe("a short word that the site lacks", () => {
  const short = createVocabulary(
    buildSidecar("en", [searchRecord({ id: "x", title: "Sick leave, a work card and the wiki: log in with the code" })])
      .sidecar,
    createStem("en"),
    new Set(),
  );

  test.each([
    ["letters swapped", "wrok", "work"],
    ["a letter missing", "leve", "leave"],
    ["a letter missing in three", "sik", "sick"],
    ["a letter doubled", "logg", "log"],
    ["the wrong letter doubled", "cadd", undefined],
    ["a vowel taken for another", "werk", "work"],
    ["letters swapped in three", "lgo", "log"],
    ["another consonant", "wifi", undefined],
    ["another first letter", "fork", undefined],
    ["the beginning of a longer word", "car", undefined],
  ])("is read as what the fingers meant: %s", (_, typed, meant) => {
    expect(correct(typed, short)[0]?.folded).toBe(meant);
  });
});

describe("a word of a single page", () => {
  const pages = (count: number, title: string) =>
    Array.from({ length: count }, (_, number) => searchRecord({ id: `${title} ${number}`, title }));
  const records = [...pages(9, "many ways to get money"), ...pages(1, "they type mony")];
  const site = createVocabulary(buildSidecar("en", records).sidecar, createStem("en"), new Set());

  test("may be a slip in a common one", () => {
    expect(commoner("mony", site)).toBe("money");
    expect(correct("mony", site)).toEqual([]);
  });

  test("is taken as it is where no common one is near, and so is a word of several pages", () => {
    expect(commoner("they", site)).toBeUndefined();
    expect(commoner("money", site)).toBeUndefined();
  });
});

test("a word that the site has, in whatever form, is never corrected", () => {
  expect(correct("refund", vocabulary)).toEqual([]);
  expect(correct("refunded", vocabulary)).toEqual([]);
});

test("a word that is still being typed is completed, not corrected", () => {
  expect(complete("spreadsh", vocabulary)).toEqual([{ folded: "spreadsheets", weight: 1 }]);
  expect(complete("zz", vocabulary)).toEqual([]);
});

test.each([
  ["same", "same", 0],
  ["form", "from", 1],
  ["kitten", "sitting", 3],
  ["abc", "xyz", 3],
])("from %s to %s it takes %i edits", (a, b, edits) => expect(editDistance(a, b, 2)).toBe(Math.min(edits, 3)));

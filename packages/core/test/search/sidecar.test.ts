import { expect, test } from "vitest";
import { frontDecode, frontEncode } from "../../src/search/front-coding.ts";
import { searchFiles } from "../../src/search/index.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { readNames, readSidecar, writeSidecar } from "../../src/search/sidecar-json.ts";
import { helpDesk, vietnameseDesk } from "../support/search-records.ts";

test("a sidecar is read as it was written", () => {
  const { sidecar } = buildSidecar("vi", vietnameseDesk, [["lương", "thu nhập"]]);
  expect(readSidecar(writeSidecar(sidecar))).toEqual(sidecar);
  expect(sidecar.words).toContainEqual({ text: "đăng", pages: 1 });
});

test("the same records give the same bytes, in whatever order they come", () => {
  expect(searchFiles("en", [...helpDesk].reverse())).toEqual(searchFiles("en", helpDesk));
});

test("the names of pages lie in files by first letter, so that one key tells which to load", () => {
  const files = searchFiles("en", helpDesk);
  expect(files[0]?.path).toBe("sidecar-en.json");
  const shard = files.find(({ path }) => path === "names-en/65.json");
  expect(readNames(shard?.text ?? "").map(({ title }) => title)).toEqual(["Export a report"]);
});

test("an index without pages is an index", () => {
  const { sidecar } = buildSidecar("en", []);
  expect(readSidecar(writeSidecar(sidecar))).toEqual(sidecar);
});

test.each([
  [
    "cut off",
    (text: string) => text.slice(0, 200),
    "index-broken",
    "The search index is damaged: build and publish the site again.",
  ],
  ["something else", () => "[]", "index-broken", "The search index is damaged: build and publish the site again."],
  ["without its words", (text: string) => text.replace('"words"', '"other"'), "index-broken", /damaged/],
  [
    "of another version",
    (text: string) => text.replace('"format":3', '"format":7'),
    "index-version",
    "This search index has format 7, and this program reads format 3: build the site and read it with the same version of Knowhow.",
  ],
])("a sidecar that is %s is told apart", (_, spoil, code, message) => {
  const spoilt = spoil(writeSidecar(buildSidecar("en", helpDesk).sidecar));
  expect(() => readSidecar(spoilt)).toThrow(
    expect.objectContaining({ name: "SearchError", code, message: expect.stringMatching(message) }),
  );
});

test("words in order are packed by what they share", () => {
  const sorted = ["refund", "refunded", "refunds", "report"];
  expect(frontEncode(sorted)).toBe("0refund\n6ed\n6s\n2port");
  expect(frontDecode(frontEncode(sorted))).toEqual(sorted);
  expect(frontDecode("")).toEqual([]);
});

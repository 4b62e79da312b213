import { expect, test } from "vitest";
import { nearest, nearestRef, slipOf } from "../src/compile/suggest.ts";

test("finds what somebody most likely meant: the first of those that take the fewest edits, a swap of letters being one", () => {
  expect(nearest("titel", ["tile", "title", "subtitle"])).toBe("title");
  expect(nearest("tible", ["table", "title"])).toBe("table");
  expect(nearest("TITLE", ["titles", "title"])).toBe("title");
  expect(nearest("owner", ["summary", "owners", "owner"])).toBe("owners");
  expect(nearest("x", ["summary"])).toBeUndefined();
  expect(slipOf("rela", ["related", "level"])).toBeUndefined();
  expect(slipOf("lsit", ["list", "last"])).toBe("list");
});

test("finds a ref of its type by its id, by the last part of that, or else the same id of another type", () => {
  const refs = ["lesson:crm/export-report", "faq:crm/refunds", "faq:refunds/late"];
  expect(nearestRef("lesson:crm/exprot-report", refs)).toBe("lesson:crm/export-report");
  expect(nearestRef("faq:billing/after/refunds", refs)).toBe("faq:crm/refunds");
  expect(nearestRef("quiz:refunds/late", refs)).toBe("faq:refunds/late");
  expect(nearestRef("quiz:none", refs)).toBeUndefined();
});

test("looks through thousands of names for each of a thousand in no time: after a move by hand all links are wrong", () => {
  const refs = Array.from({ length: 3000 }, (_, i) => `lesson:topic-${i % 50}/entry-number-${i}`);
  for (let i = 0; i < 1000; i++) expect(nearestRef(`lesson:topic-${i % 50}/entry-nomber-${i}x`, refs)).toBeDefined();
}, 60_000);

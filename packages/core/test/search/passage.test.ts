import { expect, test } from "vitest";
import { createBase } from "../../src/search/base.ts";
import { highlight } from "../../src/search/highlight.ts";
import { bestPassage, firstSentences } from "../../src/search/passage.ts";
import { planQuery } from "../../src/search/plan.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { allSteps } from "../../src/search/steps.ts";
import { helpDesk, searchRecord } from "../support/search-records.ts";

const base = createBase(buildSidecar("en", helpDesk).sidecar, [], allSteps);
const lesson = helpDesk.find(({ id }) => id === "crm/export") ?? searchRecord({ id: "", title: "" });

test("an excerpt is the place where most of the query stands, with the anchor of its section", () => {
  const passage = bestPassage(lesson, planQuery("do formulas survive in spreadsheets", base), base, 8);
  expect(passage).toMatchObject({ anchor: "steps", text: expect.stringContaining("Spreadsheets keep their formulas") });
  expect(bestPassage(lesson, planQuery("too many rows to download", base), base, 8).anchor).toBe("limits");
});

test("what is left out at either end shows", () => {
  const long = searchRecord({
    id: "long",
    title: "Long",
    sections: [{ text: `${"before ".repeat(50)} refund ${"after ".repeat(50)}` }],
  });
  const { text } = bestPassage(long, planQuery("refund", base), base, 6);
  expect(text).toMatch(/^… .*refund.* …$/);
});

test("a page that has none of the words shows its beginning", () => {
  expect(bestPassage(lesson, planQuery("zebra", base), base, 5)).toMatchObject({
    text: "Reports show what was sold …",
    coverage: 0,
  });
  expect(bestPassage(searchRecord({ id: "empty", title: "Empty" }), planQuery("refund", base), base, 5).text).toBe("");
});

test("an answer ends with a sentence", () => {
  expect(firstSentences("One two three. Four five six. Seven eight nine.", 6)).toBe("One two three. Four five six.");
  expect(firstSentences("First paragraph.\n\nSecond paragraph.", 50)).toBe("First paragraph.");
  expect(firstSentences("one two three four five", 3)).toBe("one two three …");
});

test("words that were searched can be marked without writing HTML", () => {
  expect(highlight("Refunds & <b>hoàn tiền</b>", ["refund", "tien"], "en")).toEqual([
    { text: "Refunds", match: true },
    { text: " & <b>hoàn ", match: false },
    { text: "tiền", match: true },
    { text: "</b>", match: false },
  ]);
});

import { expect, test } from "vitest";
import { shortAnswer } from "../../src/publish/index.ts";

test("the short answer stands above the body, unless the body begins with it", () => {
  const answer = "Within 30 days.";
  expect(shortAnswer({ answer, text: "Press Refund." })).toBe(answer);
  expect(shortAnswer({ answer, text: "Within\n30 days. Press Refund." })).toBeUndefined();
  expect(shortAnswer({ text: "Press Refund." })).toBeUndefined();
});

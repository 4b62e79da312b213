import { expect, test } from "vitest";
import { withoutPersonalData } from "../../src/client/search/miss-report.ts";

test.each([
  ["refund for ana.lee@example.com please", "refund for … please"],
  ["call +84 (28) 3822-1234 now", "call … now"],
  ["customer 12345", "customer …"],
  ["فاتورة ١٢٣٤٥٦", "فاتورة …"],
  ["口座 １２３４５６７", "口座 …"],
  ["ana＠example.com", "…"],
  ["error 404 in 2026", "error 404 in 2026"],
])("what is told of the query %j: %j", (query, told) => {
  expect(withoutPersonalData(query)).toBe(told);
});

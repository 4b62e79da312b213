import { expect, test } from "vitest";
import { createStem } from "../../src/search/stem.ts";

test.each([
  ["en", ["refunds", "refunded", "refund"]],
  ["en-GB", ["deliveries", "delivery"]],
  ["vi", ["policies", "policy"]],
  ["vi", ["meetings", "meeting"]],
])("in %s, %j are forms of one word", (locale, forms) => {
  expect(new Set(forms.map(createStem(locale))).size).toBe(1);
});

test("Vietnamese syllables stay as they are", () => {
  const stem = createStem("vi");
  for (const text of [
    "nghi phep truong phong quyen loi chuyen khoan nhan vien thue ky luat gioi thieu",
    "xoay uong uyen",
  ])
    for (const word of text.split(" ")) expect(stem(word)).toBe(word);
  expect(createStem("de")("rechnungen")).toBe("rechnungen");
});

import { describe, expect, test } from "vitest";
import { fold, normalise } from "../../src/search/normalise.ts";
import { tokenise, words } from "../../src/search/tokenise.ts";

describe("a text is brought to one form", () => {
  test.each([
    ["composed and decomposed letters are one", "Ho\u0061\u0300n", "hoàn"],
    ["capitals are small letters", "ĐĂNG KÝ", "đăng ký"],
    ["full-width letters are as wide as others", "ＡＢＣ１２", "abc12"],
  ])("%s", (_, text, expected) => expect(normalise(text)).toBe(expected));

  test.each([
    ["hoàn tiền", "hoan tien"],
    ["đăng ký", "dang ky"],
    ["straße", "strasse"],
    ["łódź", "lodz"],
    ["が", "が"],
    ["हिन्दी", "हिन्दी"],
  ])("%s is compared as %s", (text, expected) => expect(fold(normalise(text))).toBe(expected));
});

describe("a text is taken apart into words", () => {
  test.each([
    ["punctuation separates", "refunds, e.g. (in-store)", ["refunds", "e", "g", "in", "store"]],
    ["apostrophes are dropped, however they are typed", "don't can’t", ["dont", "cant"]],
    ["a letter with a hyphen belongs to its word", "e-mail or X-ray", ["email", "or", "xray"]],
    ["digits are words", "COVID-19 in 2026", ["covid", "19", "in", "2026"]],
    [
      "what groups the digits of a number is no part of it",
      "50,000 rows or 1.234.567,89",
      ["50000", "rows", "or", "1234567", "89"],
    ],
    ["a version and a year are no such numbers", "1.6.0, 2026.", ["1", "6", "0", "2026"]],
    ["scripts without spaces are segmented", "退款需要多久", ["退款", "需要", "多久"]],
    ["emoji and symbols are none", "🎉 <b> $$ ***", ["b"]],
    ["nothing gives nothing", "", []],
  ])("%s", (_, text, expected) => expect(words(text)).toEqual(expected));

  test("and each word knows its place in the text", () => {
    const text = "Ai được hoàn tiền?";
    for (const { start, end, text: word } of tokenise(text)) expect(text.slice(start, end).toLowerCase()).toBe(word);
  });
});

import { expect, test } from "vitest";
import { inOneLine } from "../src/compile/one-line.ts";

test("lines that end and begin with words stay apart, others follow each other", () => {
  expect(inOneLine(" Open  it \n\n Save it.\n\tDone ")).toBe("Open it · Save it. Done");
});

test("a text with a hundred thousand spaces in a row is in one line at once", () => {
  const start = performance.now();
  expect(inOneLine(`a${" ".repeat(100_000)}b`)).toBe("a b");
  expect(performance.now() - start).toBeLessThan(1000);
});

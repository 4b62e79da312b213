import { expect, test } from "vitest";
import { isWithin } from "../../src/files/is-within.ts";

test.each([
  ["/kb/content", true],
  ["/kb/content/a/b.md", true],
  ["/kb/content/..a/b.md", true],
  ["/kb", false],
  ["/kb/content-old/a.md", false],
  ["/kb/..content", false],
])("what is within /kb/content: %s, %s", (path, expected) => {
  expect(isWithin(path, "/kb/content")).toBe(expected);
});

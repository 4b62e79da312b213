import type { Diagnostic } from "@knowhow/core";
import { expect, test } from "vitest";
import { devReport } from "../src/dev-report.ts";

const mistake = (file: string, line: number, message = "It is wrong."): Diagnostic => ({
  code: "unknown-key",
  severity: "error",
  message,
  file,
  range: { start: { line, column: 1 }, end: { line, column: 2 } },
});

const tell = devReport({ root: "/nowhere" });
const report = (...diagnostics: readonly Diagnostic[]) =>
  tell(diagnostics, { entries: 9, errors: diagnostics.length, warnings: 0, infos: 0 });

test("after an edit, the mistakes that it made are told, and not those of before once more", () => {
  const [a, b] = [mistake("a.mdx", 2), mistake("b.mdx", 2)];
  expect(report(a, b)).toBe(
    "a.mdx:2:1  error  It is wrong.  unknown-key\n\nb.mdx:2:1  error  It is wrong.  unknown-key\n\n✗ 9 entries checked: 2 errors.\n",
  );
  expect(report(a, mistake("b.mdx", 5), mistake("c.mdx", 1))).toBe(
    "c.mdx:1:1  error  It is wrong.  unknown-key\n\n✗ 9 entries checked: 3 errors.\n",
  );
  expect(report(a, mistake("b.mdx", 5), mistake("c.mdx", 1))).toBe("");
});

test("a second one of a kind is told, and so is one that comes back", () => {
  expect(report(mistake("d.mdx", 1))).toContain("d.mdx:1:1");
  expect(report(mistake("d.mdx", 1), mistake("d.mdx", 4))).toBe(
    "d.mdx:4:1  error  It is wrong.  unknown-key\n\n✗ 9 entries checked: 2 errors.\n",
  );
  expect(report()).toBe("✓ 9 entries checked, nothing to mend.\n");
  expect(report(mistake("d.mdx", 1))).toContain("d.mdx:1:1");
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "../../../test/support/files.ts";

const source = new URL("../src/", import.meta.url).pathname;
const manual = readFileSync(new URL("../../../content/lessons/knowhow/diagnostics.mdx", import.meta.url), "utf8");

test("the manual tells every diagnostic that there is", async () => {
  const files = (await listFiles(source)).filter((file) => /^(?:check|compile|knowledge)\//.test(file));
  const codes = new Set<string>();
  for (const file of files) {
    const text = readFileSync(`${source}${file}`, "utf8");
    for (const [, code] of text.matchAll(/\b(?:error|warning)\(\s*"([a-z0-9-]+)"/g))
      if (code !== undefined) codes.add(code);
    for (const [, code] of text.matchAll(/\bcode: "([a-z0-9-]+)"/g)) if (code !== undefined) codes.add(code);
  }
  expect(codes.size).toBeGreaterThan(35);
  const told = [...manual.matchAll(/^### ([a-z0-9-]+)$/gm)].map(([, code]) => code);
  expect([...codes].filter((code) => !told.includes(code))).toEqual([]);
});

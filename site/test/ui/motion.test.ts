import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const source = new URL("../../src/", import.meta.url);
const files = readdirSync(source, { recursive: true })
  .map(String)
  .filter((file) => /\.(?:css|astro|ts|js)$/.test(file));

/** A style sheet without what it says for readers who do not mind motion. */
function withoutConsent(css: string): string {
  let rest = css;
  for (;;) {
    const start = rest.search(/@media[^{]*prefers-reduced-motion: no-preference/);
    if (start < 0) return rest;
    let depth = 0;
    let end = rest.indexOf("{", start);
    do {
      if (rest[end] === "{") depth++;
      else if (rest[end] === "}") depth--;
      end++;
    } while (depth > 0 && end < rest.length);
    rest = rest.slice(0, start) + rest.slice(end);
  }
}

test("nothing moves for readers who want no motion", () => {
  const moving = files.flatMap((file) => {
    const text = withoutConsent(readFileSync(new URL(file, source), "utf8"));
    const found = text.match(
      /(?:\btransition(?:-duration)?|\banimation(?:-duration)?|(?<!over)scroll-behavior):[^;}]+|behavior: "smooth"|\.animate\(/g,
    );
    // What takes no time is a change, not a motion.
    return (found ?? []).filter((one) => !/^animation: [\w-]+ 0s /.test(one)).map((one) => `${file}: ${one}`);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(moving).toEqual([]);
});

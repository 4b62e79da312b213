import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = new URL("../src/", import.meta.url);

/** The modules that a module loads, itself included, and what they import from packages; types load nothing. */
function loadedBy(entry: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const pending = [new URL(entry, source)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (files.has(at.href)) continue;
    files.add(at.href);
    const text = readFileSync(fileURLToPath(at), "utf8");
    const named = text.matchAll(
      /^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)";$|^import "([^"]+)";$|\bimport\("([^"]+)"\)/gm,
    );
    for (const [, one, two, three] of named) {
      const name = one ?? two ?? three ?? "";
      if (name.startsWith(".")) pending.push(new URL(name, at));
      else packages.add(name);
    }
  }
  return { files, packages };
}

test.each(["index.ts", "quiz/index.ts", "search/index.ts"])(
  "what %s loads needs nothing of Node, so that it runs in browsers",
  (entry) => {
    const { files, packages } = loadedBy(entry);
    expect(files.size).toBeGreaterThan(3);
    expect([...packages].filter((name) => name.startsWith("node:") || name === "satteri")).toEqual([]);
  },
);

test.each(["index.ts", "node.ts"])("%s holds exports and nothing else", (file) => {
  const text = readFileSync(new URL(file, source), "utf8");
  const rest = text.replace(/^\/\*\*[\s\S]*?\*\/$|^\/\/.*$|^export (?:type )?(?:\{[^}]*\}|\*) from "[^"]+";$/gm, "");
  expect(rest.trim()).toBe("");
});

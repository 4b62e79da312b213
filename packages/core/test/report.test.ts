import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, formatJson, formatPretty } from "../src/node.ts";
import { today } from "./support/told.ts";

async function check(files: Readonly<Record<string, string>>) {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, ...files });
  const { diagnostics, summary } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  return { diagnostics, summary, pretty: formatPretty(diagnostics, summary, { root: project.root }) };
}

test("the pretty report shows the line of each mistake, what to do, and related places", async () => {
  const { pretty } = await check({
    "content/faqs/a.md": "---\ntitle: Can I cancel?\naliases: [can i cancel]\n---\n\nYes.\n",
    "content/lessons/b.mdx": "---\ntitle: B\nlevl: beginner\n---\n\nText.\n",
  });
  expect(pretty).toBe(`content/faqs/a.md:3:11  warning  “can i cancel” is asked in this entry too.  same-question
    2 │ title: Can I cancel?
  > 3 │ aliases: [can i cancel]
      │           ^^^^^^^^^^^^
  → Delete one of the two.
    The same question: content/faqs/a.md:2:8

content/lessons/b.mdx:3:1  error  “levl” is not a key of this front matter.  unknown-key
    2 │ title: B
  > 3 │ levl: beginner
      │ ^^^^
  → Did you mean “level”?

✗ 2 entries checked: 1 error, 1 warning.
`);
});

test("the pretty report says so where there is nothing to mend", async () => {
  expect((await check({ "content/lessons/a.md": "# A\n" })).pretty).toBe("✓ 1 entry checked, nothing to mend.\n");
});

test("the pretty report shows a long line around the mistake, and lets no sign steer the terminal", async () => {
  const long = `${"word ".repeat(60)}[x](lesson:none) ${"word ".repeat(60)}`;
  const { pretty } = await check({ "content/lessons/a.md": `# A\n\n\u001b[31m${long}\n` });
  expect(pretty).not.toContain("\u001b");
  const [shown = "", caret = ""] = pretty
    .split("\n")
    .filter((line) => /│/.test(line))
    .slice(-2);
  expect(shown.length).toBeLessThan(120);
  const at = caret.indexOf("^");
  expect(shown.slice(at, at + 16)).toBe("[x](lesson:none)");
});

test("colours mark what is which, and leave the text the same", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": "# A\n\n<Foo/>\n",
  });
  const { diagnostics, summary } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  const plain = formatPretty(diagnostics, summary, { root: project.root });
  const coloured = formatPretty(diagnostics, summary, { root: project.root, colour: true });
  expect(coloured).toContain("\u001b[31merror\u001b[39m");
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test("the JSON report has the diagnostics with their ranges and the counts", async () => {
  const { diagnostics, summary } = await check({ "content/lessons/a.mdx": "---\ntitle: A\nlevl: x\n---\n\nText.\n" });
  expect(JSON.parse(formatJson(diagnostics, summary))).toEqual({
    diagnostics: [
      {
        code: "unknown-key",
        severity: "error",
        message: "“levl” is not a key of this front matter.",
        file: "content/lessons/a.mdx",
        range: { start: { line: 3, column: 1 }, end: { line: 3, column: 5 } },
        hint: "Did you mean “level”?",
      },
    ],
    summary: { entries: 1, errors: 1, warnings: 0 },
  });
});

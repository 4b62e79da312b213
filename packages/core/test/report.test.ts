import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import type { Log } from "sarif";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, formatGithub, formatJson, formatPretty, formatSarif } from "../src/node.ts";
import { today } from "./support/told.ts";

async function check(files: Readonly<Record<string, string>>, config: Readonly<Record<string, unknown>> = {}) {
  const project = await createProject({ "knowhow.config.json": { title: "T", ...config }, ...files });
  const { diagnostics, summary } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  return {
    root: project.root,
    diagnostics,
    summary,
    pretty: formatPretty(diagnostics, summary, { root: project.root }),
  };
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
  1 can be mended by knowhow check --fix.
`);
});

test("the pretty report says so where there is nothing to mend", async () => {
  expect((await check({ "content/lessons/a.md": "# A\n" })).pretty).toBe("✓ 1 entry checked, nothing to mend.\n");
});

test("no report for people lets the name of a file steer the terminal", async () => {
  const { pretty, diagnostics, summary } = await check({
    "content/faqs/\u001b[31ma\u0007.md": "---\ntitle: Why?\naliases: [why]\n---\n\nSo.\n",
  });
  const github = formatGithub(diagnostics, summary);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them.
  for (const report of [pretty, github]) expect(report).not.toMatch(/[\u001b\u0007]/);
  expect(pretty).toContain("content/faqs/a�.md:3:11  warning");
  expect(pretty).toContain("The same question: content/faqs/a�.md:2:8");
  expect(github).toContain("::warning file=content/faqs/a�.md,line=3");
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
        fix: {
          title: "Write “level”",
          edits: [{ range: { start: { line: 3, column: 1 }, end: { line: 3, column: 5 } }, newText: "level" }],
        },
      },
    ],
    summary: { entries: 1, errors: 1, warnings: 0, infos: 0 },
  });
});

const mistaken = {
  "content/faqs/a, b: 100%.md": "---\ntitle: Can I cancel?\naliases: [can i cancel]\n---\n\nYes.\n",
  "content/lessons/b.mdx": "---\ntitle: B\nlevl: beginner\nreviewEvery: 1y\n---\n\nText.\n",
};

test("infos are counted, and told when asked for", async () => {
  const { diagnostics, summary, pretty, root } = await check(mistaken, {
    rules: { "unknown-key": "info", "same-question": "info", "review-overdue": "off" },
  });
  expect(pretty).toBe("✓ 2 entries checked, nothing to mend; 2 infos (see knowhow check --verbose).\n");
  const verbose = formatPretty(diagnostics, summary, { root, verbose: true });
  expect(verbose).toContain(
    "content/lessons/b.mdx:3:1  info  “levl” is not a key of this front matter.  unknown-key\n",
  );
  expect(verbose).toContain("✓ 2 entries checked, nothing to mend; 2 infos.\n");
  expect(formatGithub(diagnostics, summary)).toBe(pretty);
  expect(formatGithub(diagnostics, summary, { verbose: true })).toContain(
    "::notice file=content/lessons/b.mdx,line=3,",
  );
});

test("the GitHub report annotates the lines, errors first, with nothing of the content taken for a command", async () => {
  const { diagnostics, summary } = await check(mistaken);
  expect(formatGithub(diagnostics, summary, { prefix: "docs/kb" })).toBe(
    `::error file=docs/kb/content/lessons/b.mdx,line=3,col=1,endColumn=5,endLine=3,title=Knowhow%3A unknown-key::“levl” is not a key of this front matter.%0ADid you mean “level”?
::warning file=docs/kb/content/faqs/a%2C b%3A 100%25.md,line=3,col=11,endColumn=23,endLine=3,title=Knowhow%3A same-question::“can i cancel” is asked in this entry too.%0ADelete one of the two.%0AThe same question: content/faqs/a, b: 100%25.md:2
::warning file=docs/kb/content/lessons/b.mdx,line=4,col=14,endColumn=16,endLine=4,title=Knowhow%3A review-overdue::This entry says how often to review it, but not when that was last done.%0ARead it, correct it, and write “reviewed: ” and the date.
✗ 2 entries checked: 1 error, 2 warnings.
`,
  );
});

test("the GitHub report makes one annotation a file where there are more mistakes than GitHub shows", async () => {
  const links = Array.from({ length: 9 }, (_, i) => `[x](faq:none-${i})`).join("\n\n");
  const { diagnostics, summary } = await check({
    "content/lessons/a.md": `# A\n\n${links}\n`,
    "content/lessons/b.md": "# B\n\n[x](faq:none)\n\n[x](y.md#\n::error::z)\n[multi\nline](faq:none)\n",
  });
  const lines = formatGithub(diagnostics, summary).split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(
    /^::error file=content\/lessons\/a\.md,line=3,col=1,endColumn=16,endLine=3,title=Knowhow%3A broken-ref%2C and 8 more in this file::Line 3, broken-ref: There is no entry faq:none-0\. Create it, or correct this\.%0ALine 5, broken-ref: /,
  );
  expect(lines[1]).toMatch(/^::error file=content\/lessons\/b\.md,/);
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`content/lessons/${i}.md`, "# A\n\n[x](faq:none)\n"]),
  );
  const more = await check(many);
  expect(formatGithub(more.diagnostics, more.summary).split("\n").slice(12)).toEqual([
    "GitHub shows 10 of these 12 annotations; all stand in this log.",
    "✗ 12 entries checked: 12 errors.",
    "",
  ]);
});

test("the SARIF report is valid, and tells rules, places, and related ones", async () => {
  const { diagnostics } = await check(mistaken);
  const text = formatSarif(diagnostics, { version: "1.2.3", prefix: "docs", manual: "https://kb.example.com" });
  expect(text).toBe(formatSarif(diagnostics, { version: "1.2.3", prefix: "docs", manual: "https://kb.example.com" }));
  const log: Log = JSON.parse(text);
  expect(sarifMistakes(log)).toEqual([]);
  const [run] = log.runs;
  expect(run?.tool.driver.rules?.map(({ id, helpUri }) => [id, helpUri])).toEqual([
    ["review-overdue", "https://kb.example.com/lessons/knowhow/rules/review-overdue/"],
    ["same-question", "https://kb.example.com/lessons/knowhow/rules/same-question/"],
    ["unknown-key", "https://kb.example.com/lessons/knowhow/rules/unknown-key/"],
  ]);
  expect(run?.results?.[0]).toEqual({
    ruleId: "same-question",
    ruleIndex: 1,
    level: "warning",
    message: { text: "“can i cancel” is asked in this entry too. Delete one of the two." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "docs/content/faqs/a%2C%20b%3A%20100%25.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 3, startColumn: 11, endLine: 3, endColumn: 23 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        message: { text: "The same question" },
        physicalLocation: {
          artifactLocation: { uri: "docs/content/faqs/a%2C%20b%3A%20100%25.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 21 },
        },
      },
    ],
  });
});

test("the SARIF report has the edits that mend a mistake", async () => {
  const { diagnostics } = await check({ "content/lessons/a b.mdx": "---\ntitle: A\nlevl: advanced\n---\n\nText.\n" });
  const log: Log = JSON.parse(formatSarif(diagnostics, { version: "1.2.3" }));
  expect(sarifMistakes(log)).toEqual([]);
  expect(log.runs[0]?.results?.[0]?.fixes).toEqual([
    {
      description: { text: "Write “level”" },
      artifactChanges: [
        {
          artifactLocation: { uri: "content/lessons/a%20b.mdx", uriBaseId: "%SRCROOT%" },
          replacements: [
            {
              deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 },
              insertedContent: { text: "level" },
            },
          ],
        },
      ],
    },
  ]);
});

test("the SARIF report of content without mistakes is valid too, and the schema refuses a wrong one", async () => {
  const { diagnostics } = await check({ "content/lessons/a.md": "# A\n" });
  const log: Log = JSON.parse(formatSarif(diagnostics, { version: "1.2.3" }));
  expect(sarifMistakes(log)).toEqual([]);
  expect(log.runs[0]?.results).toEqual([]);
  expect(sarifMistakes({ ...log, version: "3.0" })).not.toEqual([]);
});

function sarifMistakes(log: unknown): readonly string[] {
  const path = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // One pattern of the schema is none by the stricter grammar.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("the pretty report shows no line of files that have none, such as documents", async () => {
  const { pretty } = await check({
    "content/lessons/a.md": "# A\n\nText.\n",
    "content/lessons/plan.docx": "PK\u0003\u0004\0\0rubbish\n",
    "content/lessons/notes.txt": "Buy beans.\n",
  });
  expect(pretty).toContain(`it is published nowhere.  stray-file
  → Turn it into Markdown, link to it from an entry, or begin its name with “_”.
`);
  expect(pretty).not.toContain("rubbish");
  expect(pretty).toContain("  > 1 │ Buy beans.\n");
});

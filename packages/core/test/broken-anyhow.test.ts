import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { base } from "./support/base.ts";

const manual = new URL("../../../content/", import.meta.url);
const texts = readdirSync(manual, { recursive: true })
  .map(String)
  .filter((file) => /\.mdx$/.test(file) && !file.includes("rules"))
  .map((file) => readFileSync(new URL(file, manual), "utf8"));

/** What breaks a text where it falls: halves of signs, blocks, YAML and Unicode, and what other languages read as code. */
const splinters = [
  ...[
    "<",
    "</",
    "{",
    "}",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "*",
    "**",
    "_",
    "|",
    "\n|---|\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
  ],
  ...[
    "- [ ] ",
    "- [x] ",
    "1. ",
    "> ",
    "---\n",
    "[^1]",
    "[^1]: x",
    "&lt;",
    "&#0;",
    "<!--",
    "-->",
    "<b>",
    "<details>",
    "={",
    "...",
  ],
  ...[
    '<Question id="a">',
    "</Question>",
    "<Steps>",
    "</Steps>",
    "<Tabs>",
    '<Tab label="x">',
    "</Tab>",
    '<Scene id="s">',
  ],
  ...['<Choice to="s">', '<Faq of="faq:a0" />', '<Include file="_p.md" />', "<MindMap>", '<Video src="x" />'],
  ...[
    "<Checklist>",
    '<Figure src="a.png" alt="x" />',
    '<Blank answer="x" />',
    "accept={[",
    "answer={1e999}",
    'kind="order"',
  ],
  ...["\0", "\ud800", "\u202e", "\u2028", "😀", "e\u0301", "$", "\\", "://", "javascript:", "%00", "#", "__proto__"],
  ...["title: ", "tags: [", "steps: [", "&anchor", "*alias", "!!js/function", "? ", "{{"],
];

const wound = fc.record({
  at: fc.nat(4_000),
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(300) }),
  put: fc.constantFrom("", ...splinters),
  times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }) }),
});
const file = fc.record({
  folder: fc.constantFrom("lessons", "faqs", "quizzes", "paths", "scenarios"),
  ending: fc.constantFrom("md", "mdx", "mdx"),
  text: fc.constantFrom(...texts),
  wounds: fc.array(wound, { minLength: 1, maxLength: 10 }),
});

test("however content is broken, every mistake has a place, words and what to do, and all else is read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 8, maxLength: 8 }), async (files) => {
      const content = Object.fromEntries(
        files.map(({ folder, ending, text, wounds }, i) => [
          `${folder}/a${i}.${ending}`,
          wounds.reduce(
            (all, { at, cut, put, times }) => all.slice(0, at) + put.repeat(times) + all.slice(at + cut),
            text,
          ),
        ]),
      );
      const kb = await base({ ...content, "faqs/whole.md": "# Is this whole?\n\nYes.\n" });
      for (const { message, hint = "", range, file } of kb.diagnostics) {
        const { start, end } = range;
        expect(start.line >= 1 && start.column >= 1, `${file}: ${message}`).toBe(true);
        expect(end.line > start.line || (end.line === start.line && end.column >= start.column), message).toBe(true);
        expect(message).toMatch(/[.?]$/);
        expect(`${message} ${hint}`).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\bat .*:\d+:\d+/);
      }
      for (const { type, id, locale } of kb.entries()) await kb.get(type, id, { locale });
      expect((await kb.search("is this whole")).hits.map(({ id }) => id)).toContain("whole");
    }),
    { numRuns: 25, seed: 20261126 },
  );
}, 60_000);

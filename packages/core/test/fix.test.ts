import { writeFileSync } from "node:fs";
import { chmod, lstat, readFile, stat, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { initRepository } from "../../../test/support/git.ts";
import { createProject } from "../../../test/support/project.ts";
import { applyEdits } from "../src/check/apply-edits.ts";
import { readDay } from "../src/compile/read-day.ts";
import { checkKnowledgeBase, fixKnowledgeBase } from "../src/node.ts";
import { lesson, today } from "./support/told.ts";

const config = {
  title: "T",
  roles: { billing: { label: "Billing" } },
  contexts: { "CRM:new": { label: "CRM" } },
};

test("mends a tag that the configuration names in other capitals", async () => {
  const named = { title: "T", tags: { CRM: { label: "CRM" } } };
  const project = await createProject({ "knowhow.config.json": named, "content/lessons/a.md": lesson("tags: [crm]") });
  await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(await project.read("content/lessons/a.md")).toBe(lesson("tags: [CRM]"));
});

/** Mends one entry among others, and gives its text and the mistakes that remain. */
async function mended(text: string, file = "lessons/a.mdx") {
  const project = await createProject({
    "knowhow.config.json": config,
    [`content/${file}`]: text,
    "content/lessons/crm/export.mdx": lesson("contexts: [CRM:new]", "## After 30 days\n\nText."),
    "content/faqs/Refunds 2.md": "# Refunds?\n\nYes.\n",
    "content/faqs/Über (1.md": "# Über?\n\nYes.\n",
    "content/faqs/only.md": "# Only?\n\nYes.\n",
  });
  const { fixed, diagnostics, unfixed } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(unfixed).toEqual([]);
  return {
    text: await project.read(`content/${file}`),
    fixed: fixed.map(({ title, code, range }) => `${range.start.line}:${range.start.column} ${code}: ${title}`),
    left: diagnostics.map(({ code }) => code),
  };
}

test.each([
  ["levl: beginner", "level: beginner", "unknown-key: Write “level”"],
  ["prerequisits: [lesson:crm/export]", "prerequisites: [lesson:crm/export]", "unknown-key: Write “prerequisites”"],
  ["level: Beginner", "level: beginner", "schema: Write “beginner”"],
  ["level: 'BEGINNER' # for all", "level: beginner # for all", "schema: Write “beginner”"],
  ["reviewed: 31.1.2026", "reviewed: 2026-01-31", "schema: Write “2026-01-31”"],
  ['published: "Jan 5, 2026"', "published: 2026-01-05", "schema: Write “2026-01-05”"],
  ["roles: [Billing]", "roles: [billing]", "unknown-role: Write “billing”"],
  ["roles: Billing", "roles: billing", "unknown-role: Write “billing”"],
  ["contexts:\n  - crm:new", "contexts:\n  - CRM:new", "unknown-context: Write “CRM:new”"],
  ["audience: Public", "audience: public", "unknown-audience: Write “public”"],
  ["related: [only]", "related: [faq:only]", "broken-ref: Write “faq:only”"],
  ["related: [lessons:crm/export]", "related: [lesson:crm/export]", "broken-ref: Write “lesson:crm/export”"],
  ["summary: Refunds: how to", 'summary: "Refunds: how to"', "yaml: Put the value in quotes"],
  ["summary: “Refunds: how to”", 'summary: "Refunds: how to"', 'yaml: Write “"Refunds: how to"”'],
  ["summary: Issue #5 is open", 'summary: "Issue #5 is open"', "cut-value: Put the value in quotes"],
  ["owner: #help-desk", 'owner: "#help-desk"', "cut-value: Put the value in quotes"],
  ["tags:\n  - crm\n  - #2 or so", 'tags:\n  - crm\n  - "#2 or so"', "cut-value: Put the value in quotes"],
  ["tags: [“one two”]", 'tags: ["one two"]', 'schema: Write “"one two"”'],
  ["tags: one, two three", 'tags: [one, "two three"]', 'schema: Write “[one, "two three"]”'],
  ["level:beginner\nowner:x", "level: beginner\nowner: x", "yaml: Write “level: beginner”"],
  ["owner x@example.com", "owner: x@example.com", "yaml: Write “owner:”"],
  ["tags:\n  - a\n  -b\n  -c", "tags:\n  - a\n  - b\n  - c", "yaml: Write “- b”"],
  ["tags:\n  -b\n  -c", "tags:\n  - b\n  - c", "yaml: Write “- b”"],
  ["tags:\n\t- a\n\t- b", "tags:\n  - a\n  - b", "yaml: Indent with spaces"],
  ["related: faq: only", "related: faq:only", "yaml: Write “faq:only”"],
  [
    "related: faq: only, lesson: crm/export",
    "related: [faq:only, lesson:crm/export]",
    "yaml: Write “[faq:only, lesson:crm/export]”",
  ],
  [
    "related:\n  - faq: only\n  - lesson:crm/export",
    "related:\n  - faq:only\n  - lesson:crm/export",
    "schema: Write “faq:only”",
  ],
  ['related: ["faq: only"]', "related: [faq:only]", "broken-ref: Write “faq:only”"],
])("mends front matter: %j becomes %j", async (before, after, fix) => {
  const { text, fixed, left } = await mended(lesson(before));
  expect(text).toBe(lesson(after));
  expect(fixed).toEqual([expect.stringContaining(fix)]);
  expect(left).toEqual([]);
});

test("leaves alone what may be a remark or a text", async () => {
  const { fixed, left } = await mended(lesson("summary: Export # check this\nowner: # nobody yet\naliases: # none"));
  expect(fixed).toEqual([]);
  expect(left).toEqual(["cut-value"]);
});

test.each([
  ["—\ntitle: A\nstatus: draft\n—\n\nText.\n", "---\ntitle: A\nstatus: draft\n---\n\nText.\n"],
  ["***\r\ntitle: A\r\n___\r\n\r\nText.\r\n", "---\r\ntitle: A\r\n---\r\n\r\nText.\r\n"],
  ["—\ntitle: A\nJust words.\n—\n\nText.\n", "---\ntitle: A\nJust words.\n---\n\nText.\n", ["yaml"]],
  ["---\ntitle: A\n–--\n\nText.\n", "---\ntitle: A\n---\n\nText.\n"],
])("mends the lines around front matter: %j becomes %j", async (before, after, remains: string[] = []) => {
  const { text, fixed, left } = await mended(before);
  expect(text).toBe(after);
  expect(fixed).toEqual([expect.stringMatching(/ yaml: Write “---”$/)]);
  expect(left).toEqual(remains);
});

test.each([
  ["<Callout>\n\nHot.\n\n</Callout\n\nMore.", "<Callout>\n\nHot.\n\n</Callout>\n\nMore.", ["Write </Callout>"]],
  ["Type <name> here.", "Type &lt;name> here.", ["Write &lt;name>"]],
  [
    "<Callout type=“tip” title=“It’s “hot””>\n\nHot.\n\n</Callout>",
    '<Callout type="tip" title="It’s “hot”">\n\nHot.\n\n</Callout>',
    ['Write "tip"', 'Write "It’s “hot”"'],
  ],
  [
    '<Callout type=‘tip’ title="Hot”>\n\n{/* “so” */}“Hot.”\n\n</Callout>',
    "<Callout type='tip' title=\"Hot\">\n\n{/* “so” */}“Hot.”\n\n</Callout>",
    ["Write 'tip'", 'Write "Hot"'],
  ],
])("mends the syntax of %j", async (before, after, fixes) => {
  const { text, fixed } = await mended(lesson("", before));
  expect(fixed).toEqual(fixes.map((fix) => expect.stringContaining(fix)));
  expect(text).toBe(lesson("", after));
});

const quiz = (body: string) => `---\ntitle: Q\n---\n\n${body}\n`;

test.each([
  [
    "## One\n\n- [x] a\n> Right,\n> it is.\n- [ ] b\n> Wrong.",
    "## One\n\n- [x] a\n  > Right,\n  > it is.\n- [ ] b\n  > Wrong.",
    "Indent the feedback",
  ],
  [
    "## One\n\nWhich?\n-[x] a\n-[] *b*-[ ]\n\n<Explanation>So.</Explanation>",
    "## One\n\nWhich?\n- [x] a\n- [ ] *b*-[ ]\n\n<Explanation>So.</Explanation>",
    "Write a space in front of the boxes",
  ],
  [
    "### One\n\n- [x] a\n  > So.\n- [ ] b\n\n#### Two\n\n- [x] a\n  > So.\n- [ ] b",
    "## One\n\n- [x] a\n  > So.\n- [ ] b\n\n## Two\n\n- [x] a\n  > So.\n- [ ] b",
    "Write ##",
  ],
])("mends the questions %j", async (before, after, fix) => {
  const { text, fixed } = await mended(quiz(before), "quizzes/q.mdx");
  expect(fixed).toEqual([expect.stringContaining(fix)]);
  expect(text).toBe(quiz(after));
});

test.each([
  ["[x](/content/lessons/crm/export.mdx#after-30-days)", "[x](./crm/export.mdx#after-30-days)"],
  ["[x](crm/export)", "[x](crm/export.mdx)"],
  ['[crm/export](crm/export#after-30-days "crm/export")', '[crm/export](crm/export.mdx#after-30-days "crm/export")'],
  ["[x](crm/export.md)", "[x](./crm/export.mdx)"],
  ["[x](CRM/Export.mdx)", "[x](./crm/export.mdx)"],
  ["[x](../faqs/refunds%202.md?a#b)", "[x](../faqs/Refunds%202.md?a#b)", "broken-anchor"],
  ["[x](<../faqs/über (1.md>)", "[x](<../faqs/Über%20%281.md>)"],
  ["[x](crm/export.mdx#After-30-Days)", "[x](crm/export.mdx#after-30-days)"],
  ["[x][1]\n\n[1]: crm/export", "[x][1]\n\n[1]: crm/export.mdx"],
  ['<a href="crm/export">x</a>', '<a href="crm/export.mdx">x</a>'],
  ["[x](www.example.com)", "[x](https://www.example.com)"],
  ["[x](</faqs/> )\n\n[y](<crm/export>)", "[x](</faqs/> )\n\n[y](<crm/export.mdx>)"],
])("mends the address: %j becomes %j", async (before, after, ...remains) => {
  const { text, left } = await mended(lesson("", before));
  expect(text).toBe(lesson("", after));
  expect(left).toEqual(remains);
});

test.each([
  ["<callout>\nHot.\n</callout>", "<Callout>\nHot.\n</Callout>"],
  ['<Calout type="note">\nHot.\n</Calout>', '<Callout type="note">\nHot.\n</Callout>'],
  ['<Callout tipe="note">\nHot.\n</Callout>', '<Callout type="note">\nHot.\n</Callout>'],
  ["One.<br>Two.<br>Three.", "One.<br />Two.<br />Three."],
  ["<!-- to do -->\n\nText.", "{/* to do */}\n\nText."],
  ["Text <!-- one --> and <!--two--> more.", "Text {/* one */} and {/*two*/} more."],
  [
    '<Question id="q">\nWhich?\n\n- [x]One\n- []Two\n- [ ] Three\n\n<Explanation>So.</Explanation>\n</Question>',
    '<Question id="q">\nWhich?\n\n- [x] One\n- [ ] Two\n- [ ] Three\n\n<Explanation>So.</Explanation>\n</Question>',
  ],
])("mends the text: %j becomes %j", async (before, after) => {
  const { text, left } = await mended(lesson("", before));
  expect(text).toBe(lesson("", after));
  expect(left).toEqual([]);
});

test.each([
  ["a key that is taken", lesson("level: beginner\nlevl: advanced"), "unknown-key"],
  ["a word that is near nothing", lesson("colour: red"), "unknown-key"],
  ["a day that may be two", lesson("reviewed: 1/2/2026"), "schema"],
  ["a day that there is not", lesson("reviewed: 31.2.2026"), "schema"],
  ["a role that is another word", lesson("roles: [biling]"), "unknown-role"],
  ["a link to something that only looks alike", lesson("", "[x](crm/exprt.mdx)"), "broken-link"],
  ["a comment that MDX cannot hold", lesson("", "<!-- a */ b -->"), "syntax"],
])("leaves alone what somebody has to decide: %s", async (_what, before, code) => {
  const { text, fixed, left } = await mended(before);
  expect(text).toBe(before);
  expect(fixed).toEqual([]);
  expect(left).toEqual([code]);
});

test("mends several mistakes of several files in one go, also those that come to light only then", async () => {
  const project = await createProject({
    "knowhow.config.json": config,
    "content/lessons/a.mdx": "---\ntitle: A: b\nlevl: Beginner\n---\n\n[x](b) <br>\n",
    "content/lessons/b.mdx": lesson("reviewed: 2026/1/5\nformerly: [old]\ncontexts: [CRM:new]"),
    "golden.jsonl": '{"q": "b", "relevant": ["lesson:old"]}\n',
  });
  const { fixed, diagnostics, summary } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(fixed.map(({ file, code, title }) => `${file} ${code}: ${title}`)).toEqual([
    "content/lessons/a.mdx yaml: Put the value in quotes",
    "content/lessons/a.mdx syntax: Write <br />",
    "content/lessons/b.mdx schema: Write “2026-01-05”",
    "golden.jsonl golden-ref: Write “lesson:b”",
    "content/lessons/a.mdx unknown-key: Write “level”",
    "content/lessons/a.mdx broken-link: Write “b.mdx”",
    "content/lessons/a.mdx schema: Write “beginner”",
  ]);
  expect(diagnostics).toEqual([]);
  expect(summary).toEqual({ entries: 2, errors: 0, warnings: 0, infos: 0 });
  expect(await project.read("content/lessons/a.mdx")).toBe(
    '---\ntitle: "A: b"\nlevel: beginner\n---\n\n[x](b.mdx) <br />\n',
  );
  expect(await project.read("golden.jsonl")).toBe('{"q": "b", "relevant": ["lesson:b"]}\n');
  expect(await project.files("content")).toEqual(["lessons/a.mdx", "lessons/b.mdx"]);
});

test("keeps line endings, the byte order mark, the mode of the file, and what it does not mend", async () => {
  const text = "\uFEFF---\r\ntitle: A\r\nlevl: beginner\r\ncolour: red\r\n---\r\n\r\nĐọc [x](b)  \r\n";
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": text,
    "content/lessons/b.mdx": lesson(""),
  });
  await chmod(project.path("content/lessons/a.mdx"), 0o640);
  const { diagnostics } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key"]);
  expect(await readFile(project.path("content/lessons/a.mdx"), "utf8")).toBe(
    text.replace("levl", "level").replace("(b)", "(b.mdx)"),
  );
  expect((await stat(project.path("content/lessons/a.mdx"))).mode & 0o777).toBe(0o640);
});

test("leaves a file alone that changed meanwhile, and one that is a link", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": lesson("levl: beginner"),
    "content/_elsewhere.mdx": lesson("levl: beginner"),
  });
  await symlink(project.path("content/_elsewhere.mdx"), project.path("content/lessons/link.mdx"));
  const { fixed, unfixed } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(fixed).toHaveLength(1);
  expect(unfixed).toEqual([
    { file: "content/lessons/link.mdx", reason: "It is a symbolic link; mend the file that it leads to." },
  ]);
  expect((await lstat(project.path("content/lessons/link.mdx"))).isSymbolicLink()).toBe(true);
  expect(await project.read("content/_elsewhere.mdx")).toBe(lesson("levl: beginner"));

  // Somebody saves while the content is checked.
  const many = await createProject({
    "knowhow.config.json": { title: "T" },
    ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`content/lessons/${100 + i}.mdx`, lesson("")])),
    "content/lessons/999.mdx": lesson("levl: beginner"),
  });
  const edited = lesson("levl: advanced");
  const result = await fixKnowledgeBase({
    root: many.root,
    cache: false,
    today,
    onProgress: () => writeFileSync(many.path("content/lessons/999.mdx"), edited),
  });
  expect(result.fixed).toEqual([]);
  expect(result.unfixed).toEqual([
    { file: "content/lessons/999.mdx", reason: "It has changed while it was being checked; try again." },
  ]);
  expect(await many.read("content/lessons/999.mdx")).toBe(edited);
});

test("mends with --since only what the change touches", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/old.mdx": lesson("levl: beginner"),
  });
  initRepository(project.root);
  await project.write("content/lessons/new.mdx", lesson("levl: beginner"));
  await fixKnowledgeBase({ root: project.root, cache: false, today, since: "HEAD" });
  expect(await project.read("content/lessons/new.mdx")).toBe(lesson("level: beginner"));
  expect(await project.read("content/lessons/old.mdx")).toBe(lesson("levl: beginner"));
});

test("mends a partial once, in its own file", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": lesson("", '<Include file="_part.mdx" />'),
    "content/lessons/b.mdx": lesson("", '<Include file="_part.mdx" />'),
    "content/lessons/_part.mdx": "One.\n\n<callout>\nHot.\n</callout>\n",
  });
  const { fixed, diagnostics, unfixed } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect({ diagnostics, unfixed }).toEqual({ diagnostics: [], unfixed: [] });
  expect(fixed.map(({ file, title }) => `${file}: ${title}`)).toEqual(["content/lessons/_part.mdx: Write <Callout>"]);
  expect(await project.read("content/lessons/_part.mdx")).toBe("One.\n\n<Callout>\nHot.\n</Callout>\n");
});

test("mends a partial whose name lies decomposed on the disk, as a Mac writes it", async () => {
  const onDisk = "content/lessons/_u\u0308bung.mdx";
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": lesson("", '<Include file="_übung.mdx" />'),
    [onDisk]: "<callout>\nHot.\n</callout>\n",
  });
  const { fixed, diagnostics, unfixed } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect({ diagnostics, unfixed }).toEqual({ diagnostics: [], unfixed: [] });
  expect(fixed).toHaveLength(1);
  expect(await project.read(onDisk)).toBe("<Callout>\nHot.\n</Callout>\n");
});

test("a diagnostic carries its fix as edits of its file", async () => {
  const text = lesson("", "<callout>\nHot.\n</callout>");
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.mdx": text });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics.map(({ fix }) => fix)).toEqual([
    {
      title: "Write <Callout>",
      edits: [
        { range: { start: { line: 6, column: 2 }, end: { line: 6, column: 9 } }, newText: "Callout" },
        { range: { start: { line: 8, column: 3 }, end: { line: 8, column: 10 } }, newText: "Callout" },
      ],
    },
  ]);
  expect(applyEdits(text, diagnostics[0]?.fix?.edits ?? [])).toBe(lesson("", "<Callout>\nHot.\n</Callout>"));
});

test.each([
  ["2026-1-5", "2026-01-05"],
  ["2026/01/31", "2026-01-31"],
  ["2026.1.31", "2026-01-31"],
  ["2026-01-31T10:00:00Z", "2026-01-31"],
  ["2026-01-31 10:00", "2026-01-31"],
  ["5.1.2026", "2026-01-05"],
  ["31/1/2026", "2026-01-31"],
  ["1/31/2026", "2026-01-31"],
  ["5/5/2026", "2026-05-05"],
  ["5 January 2026", "2026-01-05"],
  ["Sept. 1st, 2026", "2026-09-01"],
  ["may 3 2026", "2026-05-03"],
  ["1/2/2026", undefined],
  ["30.2.2026", undefined],
  ["2026-13-01", undefined],
  ["5.1.26", undefined],
  ["Ma 3 2026", undefined],
  ["Marchember 3, 2026", undefined],
  ["soon", undefined],
  ["", undefined],
])("reads the day %j as %j", (written, day) => {
  expect(readDay(written)).toBe(day);
});

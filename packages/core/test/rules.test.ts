import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase } from "../src/node.ts";
import { lesson, told } from "./support/told.ts";

const faq = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\n\nYes.\n`;

test("names both files where two are one entry or one page", async () => {
  const text = "# A\n";
  const composed = "Café".normalize("NFC");
  const decomposed = composed.normalize("NFD");
  expect(
    await told({
      "lessons/a.md": text,
      "lessons/a.mdx": text,
      "lessons/b.md": text,
      "lessons/b/index.md": text,
      "lessons/C++.md": text,
      "lessons/c.md": text,
      "lessons/Report.md": text,
      "lessons/report.md": text,
      [`lessons/${composed}.md`]: text,
      [`lessons/${decomposed}.md`]: text,
    }),
  ).toEqual([
    `lessons/${composed}.md:1:1 error same-id: content/lessons/${composed}.md and content/lessons/${decomposed}.md are both the entry lesson:${composed}. → Their names look the same but are spelled with different Unicode signs; delete one and keep the other.`,
    "lessons/a.mdx:1:1 error same-id: content/lessons/a.mdx and content/lessons/a.md are both the entry lesson:a. → Rename or delete one of them.",
    "lessons/b/index.md:1:1 error same-id: content/lessons/b/index.md and content/lessons/b.md are both the entry lesson:b. → Rename or delete one of them.",
    "lessons/c.md:1:1 error same-url: content/lessons/c.md and content/lessons/C++.md would have the same page, /lessons/c/. → Pages tell names apart by letters and digits only, whatever their case; rename one of them.",
    "lessons/report.md:1:1 error same-url: content/lessons/report.md and content/lessons/Report.md would have the same page, /lessons/report/. → Pages tell names apart by letters and digits only, whatever their case; rename one of them.",
  ]);
});

test("names both where a former id is taken", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("formerly: [b, a, c]"),
      "lessons/b.mdx": lesson(""),
      "lessons/d.mdx": lesson("formerly: [c]"),
    }),
  ).toEqual([
    "lessons/a.mdx:3:12 error same-url: “b” cannot redirect here: content/lessons/b.mdx has its page, /lessons/b/. → Take it out of “formerly”.",
    "lessons/a.mdx:3:15 error same-url: “a” is this entry's present id. → Take it out of “formerly”.",
    "lessons/d.mdx:3:12 error same-url: “c” cannot redirect here: content/lessons/a.mdx has its page, /lessons/c/. → Take it out of “formerly”.",
  ]);
});

test("tells broken refs of the front matter at their item", async () => {
  expect(
    await told({
      "lessons/crm/export.mdx": lesson(
        "related: [lesson:crm/exprt, export, faq:crm/export]\nprerequisites: [lesson:none]",
      ),
      "quizzes/q.mdx": "---\ntitle: Q\nlesson: lesson:export\n---\n\n## One\n\n- [x] a\n  > Yes.\n- [ ] b\n",
    }),
  ).toEqual([
    "lessons/crm/export.mdx:3:11 error broken-ref: There is no entry lesson:crm/exprt. → Create it, or correct this.",
    "lessons/crm/export.mdx:3:29 error broken-ref: “export” is no ref. → Did you mean “lesson:crm/export”?",
    "lessons/crm/export.mdx:3:37 error broken-ref: There is no entry faq:crm/export. → Create it, or correct this.",
    "lessons/crm/export.mdx:4:17 error broken-ref: There is no entry lesson:none. → Create it, or correct this.",
    "quizzes/q.mdx:3:9 error broken-ref: There is no entry lesson:export. → Did you mean “lesson:crm/export”?",
  ]);
});

test("finds prerequisites that go in a circle, once", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("prerequisites: [lesson:b]"),
      "lessons/b.mdx": lesson("prerequisites: [lesson:c]"),
      "lessons/c.mdx": lesson("prerequisites: [lesson:d, lesson:b]"),
      "lessons/d.mdx": lesson(""),
      "lessons/self.mdx": lesson("prerequisites: [lesson:self]"),
    }),
  ).toEqual([
    "lessons/c.mdx:3:27 error prerequisite-cycle: These entries need each other first: lesson:b → lesson:c → lesson:b. → Take one of the prerequisites out, so that there is a place to begin.",
    "lessons/self.mdx:3:17 error prerequisite-cycle: This entry is its own prerequisite. → Take it out.",
  ]);
});

test("warns where a question or an alias of FAQs stands twice, whatever its case and signs", async () => {
  expect(
    await told(
      {
        "faqs/a.md": faq("Can I get my money back?"),
        "faqs/b.md": faq("Refunds", "aliases: [can i get my money back, refunds!]\n"),
        "vi/faqs/b.md": faq("Refunds"),
        "faqs/c.md": faq("What is C#?"),
        "faqs/d.md": faq("What is C++?"),
      },
      { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } },
    ),
  ).toEqual([
    "faqs/b.md:3:11 warning same-question: “can i get my money back” is asked in content/faqs/a.md too. → Make the two FAQs one, or ask more precisely.",
    "faqs/b.md:3:36 warning same-question: “refunds!” is asked in this entry too. → Delete one of the two.",
  ]);
});

test("warns over the reading time that people have, and refuses twice as much", async () => {
  const words = (minutes: number) => `# A\n\n${"word ".repeat(minutes * 238)}\n`;
  const content = { "lessons/five.md": words(5), "lessons/seven.md": words(7), "lessons/twelve.md": words(12) };
  expect(await told(content)).toEqual([
    "lessons/seven.md:1:1 warning long-read: This entry takes 7 minutes; people have about 5. → Split it: one question or one task an entry, linked to each other.",
    "lessons/twelve.md:1:1 error too-long: This entry takes 12 minutes; the limit is 10. → Split it: one question or one task an entry, linked to each other.",
  ]);
  expect(await told(content, { budget: { warn: 15, error: 20 } })).toEqual([]);
});

test("warns where a review is overdue, and says who is to do it", async () => {
  expect(
    await told({
      "lessons/due.mdx": lesson("owner: Ana\nreviewed: 2026-05-01\nreviewEvery: 6mo"),
      "lessons/fresh.mdx": lesson("reviewed: 2026-05-31\nreviewEvery: 6mo"),
      "lessons/never.mdx": lesson("reviewEvery: 90d"),
      "lessons/archived.mdx": lesson("reviewed: 2020-01-01\nreviewEvery: 1y\nstatus: archived"),
    }),
  ).toEqual([
    "lessons/due.mdx:4:11 warning review-overdue: The review of this entry was due on 2026-11-01. → Have Ana read it, and set “reviewed” to the date.",
    "lessons/never.mdx:3:14 warning review-overdue: This entry says how often to review it, but not when that was last done. → Read it, correct it, and write “reviewed: ” and the date.",
  ]);
});

test("warns about Markdown that lies where nothing is published, but not about partials", async () => {
  expect(
    await told({
      "leson/a.md": "# A\n",
      "notes.md": "# A\n",
      "lessons/b.md": "# B\n",
      "lessons/_part.md": "x",
      "_drafts/c.md": "x",
    }),
  ).toEqual([
    "leson/a.md:1:1 warning stray-entry: content/leson/a.md is in none of the folders of entries, so it is not published. → Did you mean the folder “lessons/”?",
    "notes.md:1:1 warning stray-entry: content/notes.md is in none of the folders of entries, so it is not published. → Move it under lessons/, faqs/, quizzes/, paths/, scenarios/, or begin its name with “_”.",
  ]);
});

test("says where entries of a language and files named index belong", async () => {
  expect(
    await told({
      "lessons/a.md": "# A\n",
      "lessons/index.md": "# B\n",
      "vi/lessons/a.md": "# C\n",
      "en/lessons/a.md": "# D\n",
    }),
  ).toEqual([
    "en/lessons/a.md:1:1 warning stray-entry: content/en/lessons/a.md is in none of the folders of entries, so it is not published. → Entries in “en” lie directly in lessons/.",
    "lessons/index.md:1:1 warning stray-entry: content/lessons/index.md has no name of its own, so it is not published. → Give the file a name other than “index”.",
    "vi/lessons/a.md:1:1 warning stray-entry: content/vi/lessons/a.md is in none of the folders of entries, so it is not published. → If “vi” is a language, add it to “locales” in the configuration.",
  ]);
});

test("tells former ids that are no ids, and a quiz whose lesson is none", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("formerly: [lesson:old, old.md, /lessons/older/]"),
      "quizzes/q.mdx": "---\ntitle: Q\nlesson: faq:b\n---\n\n## One\n\n- [x] a\n  > Yes.\n- [ ] b\n",
      "faqs/b.md": "# B\n",
    }),
  ).toEqual([
    "lessons/a.mdx:3:12 error schema: “formerly[1]” cannot be “lesson:old”. → Write the old id as links had it, without type, ending or slashes around it: crm/export-report.",
    "lessons/a.mdx:3:24 error schema: “formerly[2]” cannot be “old.md”. → Write the old id as links had it, without type, ending or slashes around it: crm/export-report.",
    "lessons/a.mdx:3:32 error schema: “formerly[3]” cannot be “/lessons/older/”. → Write the old id as links had it, without type, ending or slashes around it: crm/export-report.",
    "quizzes/q.mdx:3:9 error broken-ref: “faq:b” is no lesson. → Name the lesson, for example lesson:crm/export-report.",
  ]);
});

test("refuses a knowledge base without entries", async () => {
  expect(await told({ "lessons/_part.md": "x" })).toEqual([
    "content:1:1 error no-entries: There are no entries in the content folder yet. → Write a first one: content/lessons/first.md.",
  ]);
});

test("warns where the heading of a short-form question changed since the last commit, and the id with it", async () => {
  const quiz = (...headings: string[]) =>
    `---\ntitle: Q\n---\n\n${headings.map((one) => `## ${one}\n\n- [x] a\n  > Yes.\n- [ ] b\n`).join("\n")}`;
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/quizzes/q.mdx": quiz("First thing?", "Second thing?"),
  });
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args],
      { cwd: project.root },
    );
  git("init", "--quiet");
  git("add", "content");
  git("commit", "--quiet", "-m", "content");
  const warnings = async () => (await checkKnowledgeBase({ root: project.root, cache: false })).diagnostics;
  expect(await warnings()).toEqual([]);

  await project.write("content/quizzes/q.mdx", quiz("First thing?", "The second thing?", "A new one?"));
  expect(await warnings()).toMatchObject([
    {
      code: "question-renamed",
      severity: "warning",
      range: { start: { line: 11, column: 1 } },
      message:
        "This question had the id “second-thing” before its heading changed; now it is “the-second-thing”, and what people learned does not follow.",
      hint: 'Keep the id: put the question under this heading into <Question id="second-thing">.',
    },
  ]);

  await project.write("content/quizzes/q.mdx", quiz("First thing?", "Second thing?", "A new one?"));
  expect(await warnings()).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { readTable } from "../../src/authoring/import/csv/read-table.ts";
import { type ImportContent, importContent } from "../../src/authoring/index.ts";
import { checkKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

async function base(table: string | Uint8Array, name = "faq.csv", config: Readonly<Record<string, unknown>> = {}) {
  const project = await createProject({ "knowhow.config.json": { title: "Help", ...config }, [name]: table });
  return {
    ...project,
    import: (rest: Partial<ImportContent> = {}) => importContent({ root: project.root, from: name, ...rest }),
    mistakes: async () =>
      (await checkKnowledgeBase({ root: project.root, cache: false, today })).diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ file, message }) => `${file}: ${message}`),
  };
}

/** The body of the one FAQ that an answer becomes. */
async function body(answer: string) {
  const project = await base(`question,answer\nA?,"${answer.replaceAll('"', '""')}"\n`);
  const { entries } = await project.import();
  expect(await project.mistakes()).toEqual([]);
  const text = (await project.read("content/faqs/a.md")).replace(/^---\n[\s\S]*?\n---\n\n?/, "").trimEnd();
  return { text, notes: entries[0]?.notes.map(({ line, message }) => `${line}: ${message}`) };
}

test("a table becomes FAQs, one a row, with what its columns say", async () => {
  const project = await base(
    [
      "Question,Answer,Category,Tags,Other words,Owner,Ticket",
      'Can I get my money back?,"Yes, within 30 days.",Billing,"money, refund",give back;return it,Ana,T-1',
      "Where is it?,There.,,,,,",
    ].join("\n"),
  );
  const { entries, skipped } = await project.import();
  expect(skipped).toEqual([]);
  expect(entries.map(({ source, file, ref, title }) => ({ source, file, ref, title }))).toEqual([
    {
      source: "faq.csv:2",
      file: "content/faqs/billing/can-i-get-my-money-back.md",
      ref: "faq:billing/can-i-get-my-money-back",
      title: "Can I get my money back?",
    },
    { source: "faq.csv:3", file: "content/faqs/where-is-it.md", ref: "faq:where-is-it", title: "Where is it?" },
  ]);
  expect(entries[0]?.notes).toEqual([
    { line: 2, message: "Not taken over, and kept in the front matter as a comment: Ticket." },
  ]);
  expect(await project.read("content/faqs/billing/can-i-get-my-money-back.md")).toBe(`---
title: Can I get my money back?
aliases:
  - give back
  - return it
category: Billing
tags:
  - money
  - refund
owner: Ana
status: draft
# Not taken over:
# Ticket: T-1
---

Yes, within 30 days.
`);
  expect(await project.mistakes()).toEqual([]);
});

test("Vietnamese names of columns are known, and the FAQs go to their language", async () => {
  const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };
  const table = "\uFEFFCâu hỏi;Câu trả lời;Danh mục;Thẻ\r\nLàm sao đổi mật khẩu?;Bấm “Đổi”.;Tài khoản;mật khẩu\r\n";
  const project = await base(table, "hoi-dap.csv", { locales });
  const { entries } = await project.import({ locale: "vi", into: "nhap" });
  expect(entries.map(({ file }) => file)).toEqual(["content/vi/faqs/nhap/tai-khoan/lam-sao-doi-mat-khau.md"]);
  expect(await project.read(entries[0]?.file ?? "")).toContain("title: Làm sao đổi mật khẩu?\ncategory: Tài khoản\n");
  expect(await project.mistakes()).toEqual([]);
});

describe("every way in which spreadsheets write CSV is read", () => {
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  test.each<[string, string | Uint8Array, string]>([
    ["commas", "question,answer\nA?,B\n", "faq.csv"],
    ["semicolons", "question;answer\nA?;B\n", "faq.csv"],
    ["tabs", "question\tanswer\nA?\tB\n", "faq.tsv"],
    ["a byte order mark", "\uFEFFquestion,answer\nA?,B\n", "faq.csv"],
    ["UTF-16, as Excel's “Unicode text”", utf16("question\tanswer\r\nA?\tB\r\n"), "faq.csv"],
    ["the line of Excel that names the separator", "sep=|\r\nquestion|answer\r\nA?|B\r\n", "faq.csv"],
    ["quotes around everything", '"Question","Answer"\r\n"A?","B"\r\n', "faq.csv"],
    ["a semicolon in a quoted name", '"question","answer","a; b; c"\nA?,B,\n', "faq.csv"],
    ["old line ends", "question,answer\rA?,B\r", "faq.csv"],
    ["empty lines and no last line end", "\n\nquestion,answer\n\nA?,B", "faq.csv"],
    ["spaces around names", " Question , ANSWER \n A? , B \n", "faq.csv"],
  ])("%s", async (_name, table, file) => {
    const project = await base(table, file);
    const { entries, skipped } = await project.import();
    expect({ titles: entries.map(({ title }) => title), skipped }).toEqual({ titles: ["A?"], skipped: [] });
    expect(await project.read("content/faqs/a.md")).toBe("---\ntitle: A?\nstatus: draft\n---\n\nB\n");
  });
});

describe("an answer", () => {
  test.each([
    ["signs of Markdown", "2 * 3 * 4 = a_b_c #1 [x] ~y~ `z` \\n", "2 \\* 3 \\* 4 = a_b_c #1 \\[x] \\~y\\~ \\`z\\` \\n"],
    ["a sign at the start", "# 1 in sales\n\n> more\n\n+ and", "\\# 1 in sales\n\n\\> more\n\n\\+ and"],
    ["less and more", "a < b > c & d &amp; <x>", "a < b > c & d \\&amp; \\<x>"],
    [
      "a formula",
      '=HYPERLINK("https://evil.example.com","Click")',
      '\\=HYPERLINK("https\\://evil.example.com","Click")',
    ],
    ["lines", "First line\nsecond line\n\nNew part", "First line\\\nsecond line\n\nNew part"],
    ["a list", "Do this:\n- one\n• two\n\n1. first\n2) second", "Do this:\n\n- one\n- two\n\n1. first\n2. second"],
    ["an address", "See https://example.com/a_b?c=1, or write.", "See <https://example.com/a_b?c=1>, or write."],
    ["a table's sign", "a | b\n--- | ---", "a | b\\\n\\--- | ---"],
  ])("that is text stays text: %s", async (_name, answer, expected) => {
    expect(await body(answer)).toEqual({ text: expected, notes: [] });
  });

  test.each([
    [
      "Markdown",
      "Use **bold** and [a link](https://example.com).",
      "Use **bold** and [a link](https://example.com).",
      [],
    ],
    ["HTML", "<p>Press <b>Go</b><br>now</p>", "<p>Press <b>Go</b><br>now</p>", []],
    [
      "HTML that content cannot have",
      '<p style="x">A</p>\n<script>x()</script>',
      "<p >A</p>\n<!-- <script>x()</script> -->",
      [
        "2: “style” of <p> was taken out: content cannot have it.",
        "3: <script> is code, which content cannot have: it was made a comment.",
      ],
    ],
    [
      "a picture beside it",
      "**See** ![x](a.png)",
      "**See** x <!-- a.png -->",
      ["2: The picture a.png was taken out: a table has no files beside it."],
    ],
  ])("in markup is kept as markup: %s", async (_name, answer, expected, notes) => {
    const told = await body(answer);
    expect({ text: told.text.trim(), notes: told.notes?.sort() }).toEqual({ text: expected, notes });
  });
});

describe("rows that cannot be imported are told with their line, and the others are imported", () => {
  test("no question, no answer, too many cells, a question that stands twice", async () => {
    const project = await base(
      [
        "question,answer", // 1
        "A?,one", // 2
        ",two", // 3
        "C?,", // 4
        "D?,Yes, within a week,really", // 5
        '"E',
        'longer?","several',
        'lines"', // 6 to 8
        "a,again", // 9
        "F?", // 10
        ",", // 11
        "G?,last", // 12
      ].join("\n"),
    );
    const { entries, skipped } = await project.import();
    expect(entries.map(({ source, title }) => `${source} ${title}`)).toEqual([
      "faq.csv:2 A?",
      "faq.csv:6 E longer?",
      "faq.csv:12 G?",
    ]);
    expect(skipped).toEqual([
      { source: "faq.csv:3", why: "This row has no question." },
      { source: "faq.csv:4", why: "This row has no answer." },
      {
        source: "faq.csv:5",
        why: "This row has 4 cells, and the first line names 2: is a separator in one of them not in quotes?",
      },
      { source: "faq.csv:9", why: "“a” is asked in line 2 too." },
      { source: "faq.csv:10", why: "This row has no answer." },
    ]);
  });

  test("quotes in the wrong place, and one that never closes", async () => {
    const project = await base('question,answer\nA?,one\nB "b"?,two\nC?,three\nD?,"four\nE?,five\n');
    const { entries, skipped } = await project.import();
    expect(entries.map(({ title }) => title)).toEqual(["A?", "C?"]);
    expect(skipped).toEqual([
      {
        source: "faq.csv:3",
        why: 'There is a quote in the middle of a cell: put the cell in quotes, and write the quote twice: "say ""yes""".',
      },
      {
        source: "faq.csv:5",
        why: "A quote opens in this row and never closes, so that it and all that follows could not be read.",
      },
    ]);
  });

  test("an entry that is there, and two questions with one name", async () => {
    const project = await base("question,answer\nA?,one\nWhat is C#?,two\nWhat is C++?,three\n");
    await project.write("content/faqs/a.mdx", "---\ntitle: Mine\n---\n\nText.\n");
    const { entries, skipped } = await project.import();
    expect(skipped).toEqual([{ source: "faq.csv:2", why: "content/faqs/a.mdx is there already." }]);
    expect(entries.map(({ ref }) => ref)).toEqual(["faq:what-is-c", "faq:what-is-c-2"]);
    expect(await project.read("content/faqs/a.mdx")).toContain("Mine");
  });
});

describe("a table that is none is refused, and nothing is written", () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ["nothing in it", "\n\n", "faq.csv is empty.", "Write a first line that names the columns: question,answer."],
    [
      "no column of questions",
      "qestion,answer\nA?,B\n",
      "faq.csv has no column for the question.",
      "Name it “question” in the first line, where “qestion” stands now. There: qestion, answer.",
    ],
    [
      "no names at all",
      "A?,B\nC?,D\n",
      "faq.csv has no column for the question.",
      "Name it “question” in the first line. There: A?, B.",
    ],
    [
      "two columns of answers",
      "question,answer,reply\nA?,B,C\n",
      "faq.csv has two columns for the answer: “answer” and “reply”.",
      "Rename one of them.",
    ],
    [
      "another encoding",
      Buffer.from("question,answer\nCaf\xe9?,B\n", "latin1"),
      "faq.csv is not UTF-8 text.",
      "Save it as CSV UTF-8: in Excel, the kind of file is “CSV UTF-8 (Comma delimited)”.",
    ],
    [
      "a spreadsheet in its own format",
      Buffer.from("PK\x03\x04\x14\x00\x06\x00"),
      "faq.csv is not UTF-8 text.",
      "Save it as CSV UTF-8: in Excel, the kind of file is “CSV UTF-8 (Comma delimited)”.",
    ],
  ])("%s", async (_name, table, message, hint) => {
    const project = await base(table);
    await expect(project.import()).rejects.toMatchObject({ name: "SetupError", message, hint });
    expect(await project.files()).toEqual(["faq.csv", "knowhow.config.json"]);
  });
});

test("a line of nothing but quotes is refused, which would take minutes to read", async () => {
  const table = `question,answer\nWhy?,So.\nWhat?,${'a"'.repeat(200_000)}\n`;
  await expect(readTable(Buffer.from(table), "faqs.csv")).rejects.toMatchObject({
    name: "SetupError",
    message: "Line 3 of faqs.csv has more than 5,000 quotes, which is no table that can be read.",
    hint: "Export the table again as CSV, or take the line out.",
  });
  const { rows, bad } = await readTable(
    Buffer.from(`question,answer\nWhy?,So.\nWhat?,${'a"'.repeat(4_000)}\n`),
    "a.csv",
  );
  expect([rows.length, bad.length]).toEqual([1, 1]);
}, 60_000);

test.each(["\n", "\r\n", "\r"])(
  "lines are counted right where cells have lines of their own, ended by %j",
  async (end) => {
    const rows = ["question,answer", 'A?,"one', "two", 'three"', "", ",nothing", 'B?,"x', 'y"', 'C?,"open', "z"];
    const project = await base(rows.join(end));
    const { entries, skipped } = await project.import();
    expect(entries.map(({ source }) => source)).toEqual(["faq.csv:2", "faq.csv:7"]);
    expect(skipped.map(({ source }) => source)).toEqual(["faq.csv:6", "faq.csv:9"]);
  },
);

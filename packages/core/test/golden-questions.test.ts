import { expect, onTestFinished, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import {
  checkKnowledgeBase,
  type LocalKnowledgeBase,
  loadGoldenQuestions,
  SetupError,
  type WatchOptions,
  watchKnowledgeBase,
} from "../src/node.ts";
import { today } from "./support/told.ts";

const content = {
  "content/faqs/billing/refunds.md": "# Refunds?\n\nYes.\n",
  "content/faqs/draft.md": "---\ntitle: Later?\nstatus: draft\n---\n\nYes.\n",
  "content/faqs/old.md": "---\ntitle: Then?\nstatus: archived\n---\n\nYes.\n",
  "content/lessons/crm/export.md": "---\ntitle: Export\nformerly: [export]\n---\n\nText.\n",
  "content/vi/faqs/billing/refunds.md": "# Hoàn tiền?\n\nCó.\n",
};

const config = {
  title: "Help",
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
  rules: { "translation-missing": "off" },
};

test("warns at the place of a ref that search cannot find", async () => {
  expect(
    await told([
      '{"q": "money back", "relevant": ["faq:billing/refunds"]}',
      '{"q": "hoan tien", "relevant": ["faq:billing/refunds"], "locale": "vi"}',
      "",
      '{"q": "money back", "relevant": ["faq:billing/refunds", "faq:biling/refunds"]}',
      '{"q": "how to cook", "relevant": ["lesson:cooking"]}',
      '{"q": "export", "relevant": ["lesson:export"]}',
      '{"q": "xuat", "relevant": ["lesson:crm/export"], "locale": "vi"}',
      '{"q": "later", "relevant": ["faq:draft", "faq:old"]}',
    ]),
  ).toEqual([
    "golden.jsonl:4:57 warning golden-ref: There is no entry faq:biling/refunds. → Did you mean “faq:billing/refunds”?",
    "golden.jsonl:5:35 warning golden-ref: There is no entry lesson:cooking. → Correct it, or take the question out.",
    "golden.jsonl:6:30 warning golden-ref: The entry lesson:export has moved. → Write its ref of today, “lesson:crm/export”.",
    "golden.jsonl:7:28 warning golden-ref: lesson:crm/export is not written in “vi”, so search does not find it there. → Translate it, or ask in the locale that it is written in.",
    "golden.jsonl:8:29 warning golden-ref: faq:draft is not published, or archived, so search does not find it. → Name the entry that answers the question now, or take the question out.",
    "golden.jsonl:8:42 warning golden-ref: faq:old is not published, or archived, so search does not find it. → Name the entry that answers the question now, or take the question out.",
  ]);
});

test("tells every line that is wrong, and goes on behind it", async () => {
  const right = '"relevant": ["faq:billing/refunds"]';
  expect(
    await told([
      `{"q": "one" ${right}}`,
      "money back → faq:billing/refunds",
      `{"q": "", ${right}}`,
      '{"q": "three"}',
      '{"q": "four", "relevant": []}',
      '{"q": "five", "relevant": ["faq:billing/refunds", "refunds"]}',
      `{"q": "six", ${right}, "local": "vi"}`,
      `{"q": "seven", ${right}, "locale": "vn"}`,
      '["eight"]',
      '{"q": "nine", "relevant": ["faq:billing/refund"]}',
    ]),
  ).toMatchInlineSnapshot(`
    [
      "golden.jsonl:1:13 error golden: This line is not JSON. → Write {"q": "…", "relevant": ["faq:…"]} on one line, names and texts in double quotes.",
      "golden.jsonl:2:1 error golden: This line is not JSON. → Write {"q": "…", "relevant": ["faq:…"]} on one line, names and texts in double quotes.",
      "golden.jsonl:3:7 error golden: “q” is empty. → Write something, or leave it out.",
      "golden.jsonl:4:1 error golden: “relevant” is missing.",
      "golden.jsonl:5:27 error golden: “relevant” has too few items: at least 1. → Name at least one entry that answers it.",
      "golden.jsonl:6:51 error golden: “relevant[2]” cannot be “refunds”. → Write a type and an id, for example faq:billing/double-charge.",
      "golden.jsonl:7:51 error golden: “local” is not a key of this golden question. → Did you mean “locale”?",
      "golden.jsonl:8:63 error golden: “vn” is not a locale of this knowledge base. → Did you mean “en”?",
      "golden.jsonl:9:1 error golden: This golden question should be a group of keys, but is a list.",
      "golden.jsonl:10:28 warning golden-ref: There is no entry faq:billing/refund. → Did you mean “faq:billing/refunds”?",
    ]
  `);
});

test("finds the file where the configuration says, or does without", async () => {
  const files = { ...content, "search/questions.jsonl": '{"q": "a", "relevant": ["faq:a"]}\r\n' };
  const elsewhere = await createProject({
    ...files,
    "knowhow.config.json": { ...config, golden: "./search/questions.jsonl" },
  });
  expect(await diagnostics(elsewhere.root)).toMatchObject([{ code: "golden-ref", file: "search/questions.jsonl" }]);
  const without = await createProject({ ...content, "knowhow.config.json": config });
  expect(await diagnostics(without.root)).toEqual([]);
});

test("gives programs the questions, and what is wrong with the others", async () => {
  const { root } = await createProject({
    "golden.jsonl":
      '\uFEFF{"q": " a? ", "relevant": ["faq:a"]}\n{"q": "b?"}\n\n{"q": "c?", "relevant": ["faq:c"], "locale": "vi"}',
  });
  expect(await loadGoldenQuestions(root, "golden.jsonl")).toMatchObject({
    questions: [
      { q: "a?", relevant: ["faq:a"] },
      { q: "c?", relevant: ["faq:c"], locale: "vi" },
    ],
    diagnostics: [
      { code: "golden", severity: "error", file: "golden.jsonl", range: { start: { line: 2, column: 1 } } },
    ],
  });
  await expect(loadGoldenQuestions(root, "none.jsonl")).rejects.toThrow(SetupError);
  await expect(loadGoldenQuestions(root, "none.jsonl")).rejects.toThrow(/^There is no file .*none\.jsonl\.$/);
});

test("is followed while somebody writes", async () => {
  const { root, write } = await createProject({ ...content, "knowhow.config.json": config });
  let change = (_: LocalKnowledgeBase) => {};
  const changed = new Promise<LocalKnowledgeBase>((resolve) => {
    change = resolve;
  });
  const onChange: WatchOptions["onChange"] = (told) => "kb" in told && change(told.kb);
  const watched = await watchKnowledgeBase({ root, cache: false, today, onChange });
  onTestFinished(watched.close);
  expect(watched.kb.diagnostics).toEqual([]);
  await write("golden.jsonl", '{"q": "a", "relevant": ["faq:a"]}');
  expect((await changed).diagnostics).toMatchObject([{ code: "golden-ref", file: "golden.jsonl" }]);
});

async function told(lines: readonly string[]): Promise<readonly string[]> {
  const files = { ...content, "knowhow.config.json": config, "golden.jsonl": `${lines.join("\n")}\n` };
  const { root } = await createProject(files);
  return (await diagnostics(root)).map(
    ({ file, range: { start }, severity, code, message, hint }) =>
      `${file}:${start.line}:${start.column} ${severity} ${code}: ${message}${hint === undefined ? "" : ` → ${hint}`}`,
  );
}

async function diagnostics(root: string) {
  return (await checkKnowledgeBase({ root, cache: false, today })).diagnostics;
}

import { loadKnowledgeBase } from "@knowhow/core/node";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { entryPage } from "../../src/view/entry-page.ts";
import { entryData } from "../../src/view/structured-data/entry.ts";
import { faqPage } from "../../src/view/structured-data/lists.ts";

const config = {
  title: " The Desk ",
  site: "https://kb.example.com",
  roles: { sales: { label: " Sales team " } },
  tags: { crm: { label: " Who buys " } },
};

/** What the pages of the entries tell search engines, in all texts of theirs. */
async function textsOf(content: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { root } = await createProject({ "knowhow.config.json": config, ...content });
  const kb = await loadKnowledgeBase({ root, cache: false });
  expect(kb.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) visit(part);
  };
  for (const { ref, type, id } of kb.entries()) {
    const page = entryPage(ref, "en", kb);
    const entry = await kb.get(type, id);
    if (page === undefined || entry === undefined) expect.fail(`There is no page of ${ref}.`);
    visit(entryData(entry, page, kb.config));
    if (entry.type === "faq") visit(faqPage([entry], "en", kb.config));
  }
  return found;
}

test("no text for search engines begins or ends with space, or has more of it than parts its words and lines", async () => {
  const texts = await textsOf({
    "content/faqs/short.md": "---\ntitle: Until when?\nanswer: Until 30 days have passed.\n---\n",
    "content/faqs/both.md":
      "---\ntitle: |\n  How\n  much?\nanswer: |\n  All of it.\n\n  Always.\n---\n\n\n- One\n\n\n- Two\n",
    "content/faqs/more.mdx": '# More?\n\n<Faq of="faq:short" />\n\n<Faq of="faq:both" />\n',
    "content/lessons/a.mdx":
      '---\ntitle: A  lesson\nsummary: |\n  In two\n\n  lines.\nobjective: >\n  Know  it.\nroles: [sales]\ntags: [crm]\nskills: [" a  b "]\n---\n\nText.\n',
    "content/quizzes/q.mdx": `# Quiz

## What  is it?

Look.

- [ ] This
  one
  > No.

  > Never.
- [x] That\u00a0one

<Explanation>

Because.

- So

</Explanation>

## The rest

<Question id="fill">
Press <Blank answer="Export" /> first.
</Question>

<Question id="pairs" kind="match">
Which?

| a | b |
|---|---|
|   One  two | 1 |
| Two<br />lines | 2 |
</Question>

<Question id="steps" kind="order">
In which order?

1. First

   of all
2. Then
</Question>
`,
  });
  expect(texts).toContain("Until 30 days have passed.");
  expect(texts).toEqual(expect.arrayContaining(["How much?", "Sales team", "Who buys"]));
  expect(texts).toContain("All of it.\n\nAlways.\nOne\nTwo");
  for (const text of texts) expect(text).not.toMatch(/^\s|\s$|[^\S\n]{2}|[^\S\n]\n|\n[^\S\n]/);
});

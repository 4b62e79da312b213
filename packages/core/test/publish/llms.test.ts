import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { llmsFile } from "../../src/publish/index.ts";
import { base } from "../support/base.ts";

const texts = {
  lessons: "Lessons",
  faqs: "Questions",
  quizzes: "Quizzes",
  paths: "Paths",
  scenarios: "Scenarios",
  languages: "Languages",
};
const content = {
  "lessons/crm/report.md":
    "---\ntitle: Export a [report]\nsummary: |\n  As a\n  spreadsheet.\norder: 2\n---\n\nText.\n",
  "lessons/basics.md": "---\ntitle: Basics\norder: 1\n---\n\nText.\n",
  "lessons/old.md": "---\ntitle: Old\nstatus: archived\n---\n\nText.\n",
  "lessons/team.md": "---\ntitle: Team\naudience: internal\n---\n\nText.\n",
  "faqs/b.md": "# Can I cancel?\n\nYes, *any* time.\n",
  "vi/faqs/b.md": "# Tôi có thể hủy không?\n\nĐược.\n",
  "vi/faqs/bảo mật.md": "# Bảo mật?\n\nCó.\n",
};
const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };

test("assistants find every entry by type, as Markdown, with a line about it", async () => {
  const kb = await base(content, { site: "https://kb.example.com/help/", description: "What we know.", locales });
  expect(llmsFile(kb, "en", texts)).toEqual({
    path: "llms.txt",
    text: `# Test

> What we know.

## Lessons

- [Basics](https://kb.example.com/help/lessons/basics.md)
- [Export a \\[report\\]](https://kb.example.com/help/lessons/crm/report.md): As a spreadsheet.

## Questions

- [Can I cancel?](https://kb.example.com/help/faqs/b.md): Yes, any time.

## Languages

- [Tiếng Việt](https://kb.example.com/help/vi/llms.txt)
`,
  });
});

test("each language has its own, which names what is written in it", async () => {
  const { path, text } = llmsFile(await base(content, { locales }), "vi", texts);
  expect(path).toBe("vi/llms.txt");
  expect(text).toContain("- [Bảo mật?](/vi/faqs/b%E1%BA%A3o-m%E1%BA%ADt.md): Có.\n");
  expect(text).not.toContain("Basics");
  expect(text).toContain("- [English](/llms.txt)\n");
});

test("an empty site has one, too", async () => {
  expect(
    llmsFile(await base({ "lessons/a.md": "---\ntitle: A\nstatus: draft\n---\n\nText.\n" }), "en", texts).text,
  ).toBe("# Test\n");
});

test("brackets and backslashes of a title stay text", async () => {
  const { text } = llmsFile(
    await base({ "lessons/a.md": "---\ntitle: 'Open C:\\[new](folder) [^1]'\n---\n\nText.\n" }),
    "en",
    texts,
  );
  const link = /^- (.*)$/m.exec(text)?.[1] ?? "";
  const tree = unified().use(remarkParse).parse(link);
  expect(tree.children).toMatchObject([
    {
      type: "paragraph",
      children: [{ type: "link", url: "/lessons/a.md", children: [{ value: "Open C:\\[new](folder) [^1]" }] }],
    },
  ]);
});

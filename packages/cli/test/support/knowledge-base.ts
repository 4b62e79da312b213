import type { Files } from "../../../../test/support/files.ts";

/** The smallest knowledge base that has everything: an entry of each type, a picture, a former id, two languages. */
export const smallKnowledgeBase: Files = {
  "knowhow.config.json": {
    title: "Help",
    locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    // It is small on purpose.
    rules: { "translation-missing": "off" },
  },
  "content/lessons/reports.mdx": [
    "---",
    "title: Export a report",
    "tags: [crm]",
    "formerly: [export]",
    "---",
    "",
    "![The export button](export.svg)",
    "",
    "Open **Reports** and press Export. See [refunds](../faqs/refunds.md).",
    "",
  ].join("\n"),
  "content/lessons/export.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>',
  "content/vi/lessons/reports.mdx": "---\ntitle: Xuất báo cáo\n---\n\nMở **Báo cáo** và bấm Xuất.\n",
  "content/faqs/refunds.md": "# Can I get my money back?\n\nYes, within 30 days.\n",
  "content/quizzes/reports.mdx":
    "---\ntitle: Reports quiz\n---\n\n## Where is Export?\n\n- [x] Under Reports\n  > At its top right.\n- [ ] Under Help\n",
};

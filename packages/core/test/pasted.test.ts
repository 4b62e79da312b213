import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { fixKnowledgeBase } from "../src/node.ts";
import { today, told } from "./support/told.ts";
import { toldOf } from "./support/told-body.ts";

const word = "This is HTML as Word and Outlook write it.";
const plainly = "Paste it again as plain text (Ctrl+Shift+V), and mark headings, lists and tables with Markdown.";
const yours = "is a place on your computer or its network, which readers cannot open.";

test.each([
  ["<p class=MsoNormal>x</p>", `5:10 error syntax: ${word} → ${plainly}`],
  ["<table class=MsoTableGrid border=1><tr><td>1</td></tr></table>", `5:14 error syntax: ${word} → ${plainly}`],
  ["x <![if !supportLists]>y<![endif]>", `5:3 error syntax: ${word} → ${plainly}`],
  ["<!--[if gte mso 9]><xml></xml><![endif]-->", `5:1 error syntax: ${word} → ${plainly}`],
  ['<p class="MsoNormal">x<o:p></o:p></p>', `5:23 error unknown-block: ${word} → ${plainly}`],
  [
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '5:1 error raw-html: <iframe> is not among the HTML tags that content may have. → Show a video with <Video src="https://youtu.be/dQw4w9WgXcQ" title="…" />, and lead to other pages with a link.',
  ],
  [
    '<iframe src="https://example.com/form"></iframe>',
    "5:1 error raw-html: <iframe> is not among the HTML tags that content may have. → Lead there with a link: [the form](https://example.com/form).",
  ],
  [
    '<font color="red">Stop!</font>',
    "5:1 error raw-html: <font> is not among the HTML tags that content may have. → Looks belong to the site's theme: write **bold**, or a <Callout> for what nobody may miss.",
  ],
])("knows where %j was copied from", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test("knows Word's HTML in Markdown, too", async () => {
  expect(await told({ "lessons/a.md": '# A\n\n<p class="MsoNormal">x<o:p></o:p></p>\n' })).toEqual([
    `lessons/a.md:3:23 error raw-html: ${word} → ${plainly}`,
  ]);
});

test.each([
  [
    "[a](C:\\Users\\Mai\\plan.docx)",
    `5:1 error unsafe-link: “C:\\Users\\Mai\\plan.docx” ${yours} → Put the file beside the entry, and write its name: plan.docx.`,
  ],
  [
    "[a](file:///C:/Users/Mai/my%20plan.docx)",
    `5:1 error unsafe-link: “file:///C:/Users/Mai/my%20plan.docx” ${yours} → Put the file beside the entry, and write its name: my%20plan.docx.`,
  ],
  [
    "![a](\\\\server\\ward\\wound.jpg)",
    `5:1 error unsafe-link: “\\server\\ward\\wound.jpg” ${yours} → Put the file beside the entry, and write its name: wound.jpg.`,
  ],
  [
    "[a](..\\faqs\\b.md)",
    "5:1 error broken-link: “..\\faqs\\b.md” parts folders with \\, as only Windows does. → Write ../faqs/b.md.",
  ],
  [
    "![a](data:image/png;base64,AAAA)",
    "5:1 error unsafe-link: A link cannot begin with “data:”. → Save the picture as a file beside the entry, and write its name.",
  ],
  [
    '<img src="cid:image001.png@01D" alt="Plan" />',
    "5:1 error unsafe-link: A link cannot begin with “cid:”. → Save the picture as a file beside the entry, and write its name.",
  ],
])("tells what only the author's computer can open: %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test.each([
  [
    "title: A\nquestion: Who?",
    "3:1 error unknown-key: “question” is not a key of this front matter. → The question of a FAQ is its “title”.",
  ],
  [
    'title: A\nsummary: "in C:\\Users"',
    "3:16 error yaml: Inside double quotes a \\ begins a sign of its own, and this is none. → Write \\\\ for the sign itself, or take the quotes away.",
  ],
])("tells of front matter %j", async (frontMatter, expected) => {
  expect(await told({ "faqs/a.md": `---\n${frontMatter}\n---\n\nText.\n` })).toEqual([`faqs/a.md:${expected}`]);
});

test("tells a share that is written in percent", async () => {
  const quiz = "---\ntitle: A\npass: 80%\n---\n\n## B\n\n- [x] a\n  > Yes.\n- [ ] b\n";
  expect(await told({ "quizzes/a.mdx": quiz })).toEqual([
    "quizzes/a.mdx:3:7 error schema: “pass” should be a number, but is “80%”. → Write 80 % as 0.8.",
  ]);
});

test.each(["Call <tel:+4930123456>.", "See <https://example.com/ a>."])("tells the address in %j", async (body) => {
  expect(await toldOf(body)).toEqual([
    expect.stringMatching(/^5:\d+ error syntax: An address in < > is a tag in MDX\. → Write a link: /),
  ]);
});

test("mends signs and addresses that would begin a tag", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx":
      "# A\n\n| Age | Dose |\n|---|---|\n| <3 months | ask |\n| < 5 kg | <=2 ml |\n\nAsk <linh@example.com> or see <https://example.com/a?b=1>, <5 min.\n",
  });
  const { diagnostics } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics).toEqual([]);
  expect(await project.read("content/lessons/a.mdx")).toBe(
    "# A\n\n| Age | Dose |\n|---|---|\n| &lt;3 months | ask |\n| < 5 kg | &lt;=2 ml |\n\nAsk linh@example.com or see https://example.com/a?b=1, &lt;5 min.\n",
  );
});

test("says in which encoding a file is, and how to change that", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  await writeFile(project.path("content/lessons/b.md"), Buffer.from("\ufeff# B\n", "utf16le"));
  const { diagnostics } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics.map(({ code, message, hint }) => `${code}: ${message} → ${hint}`)).toEqual([
    "not-utf-8: This file is UTF-16 text, and should be UTF-8. → Save it again as UTF-8: in Notepad with “Save as”, where Encoding is chosen.",
  ]);
});

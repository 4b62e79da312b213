import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { lesson, told } from "./support/told.ts";

test("says nothing while an entry cannot be read, which may link to them", async () => {
  const content = { "lessons/a.mdx": lesson("", "<Callout> [The form](form.docx)"), "lessons/form.docx": "" };
  expect(await told(content)).toEqual([expect.stringContaining(" error syntax: ")]);
});

test("warns about documents that are published nowhere, unless an entry links to them", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("", "[The form](form.docx) ![Chart](chart.png)"),
      "lessons/b.mdx": lesson("video: { src: b.mp4, captions: false, transcript: b.txt }"),
      "lessons/b.mp4": "film",
      "lessons/b.txt": "Hello.",
      "lessons/form.docx": "",
      "lessons/chart.png": picture,
      "lessons/crm/EXPORT.MD": "# Export\n",
      "lessons/notes.markdown": "# Notes\n",
      "lessons/plan.docx": "",
      "lessons/~$plan.docx": "",
      "lessons/a.mdx.orig": "",
      "lessons/_notes.txt": "",
      "todo.txt": "",
    }),
  ).toEqual([
    "lessons/a.mdx.orig:1:1 warning stray-file: content/lessons/a.mdx.orig is neither an .md or .mdx file nor linked from one, so it is published nowhere. → A program has left it there; delete it.",
    "lessons/crm/EXPORT.MD:1:1 warning stray-file: content/lessons/crm/EXPORT.MD is neither an .md or .mdx file nor linked from one, so it is published nowhere. → Rename it to EXPORT.md.",
    "lessons/notes.markdown:1:1 warning stray-file: content/lessons/notes.markdown is neither an .md or .mdx file nor linked from one, so it is published nowhere. → Rename it to notes.md.",
    "lessons/plan.docx:1:1 warning stray-file: content/lessons/plan.docx is neither an .md or .mdx file nor linked from one, so it is published nowhere. → Turn it into Markdown, link to it from an entry, or begin its name with “_”.",
    "lessons/~$plan.docx:1:1 warning stray-file: content/lessons/~$plan.docx is neither an .md or .mdx file nor linked from one, so it is published nowhere. → Close the document in Word; if the file stays, delete it.",
    "todo.txt:1:1 warning stray-file: content/todo.txt is neither an .md or .mdx file nor linked from one, so it is published nowhere. → Turn it into Markdown, link to it from an entry, or begin its name with “_”.",
  ]);
});

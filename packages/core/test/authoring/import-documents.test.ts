import { symlink } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { picture } from "../../../../test/support/picture.ts";
import { createProject } from "../../../../test/support/project.ts";
import { type ImportContent, importContent } from "../../src/authoring/index.ts";
import { checkKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A knowledge base in `kb`, and documents of another tool in `docs`. */
async function base(docs: Contents, config: Readonly<Record<string, unknown>> = {}) {
  const project = await createProject({
    "kb/knowhow.config.json": { title: "Help", ...config },
    ...Object.fromEntries(Object.entries(docs).map(([file, text]) => [`docs/${file}`, text])),
  });
  const root = project.path("kb");
  return {
    ...project,
    import: (rest: Partial<ImportContent> = {}) => importContent({ root, from: "../docs", ...rest }),
    entry: (file: string) => project.read(`kb/content/${file}`),
    entries: () => project.files("kb/content"),
    mistakes: async () =>
      (await checkKnowledgeBase({ root, cache: false, today })).diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ file, message }) => `${file}: ${message}`),
  };
}

/** Imports one document, and gives the body of its entry and what was told about it. */
async function body(text: string, file = "a.mdx", others: Contents = {}) {
  const project = await base({ [file]: `---\ntitle: Title\n---\n${text}\n`, ...others });
  const { entries } = await project.import();
  const own = entries.find(({ source }) => source === file);
  const written = await project.read(`kb/${own?.file}`);
  expect(await project.mistakes()).toEqual([]);
  return {
    file: own?.file.replace("content/lessons/", ""),
    text: written.replace(/^---\n[\s\S]*?\n---\n\n?/, "").trimEnd(),
    notes: own?.notes.map(({ line, message }) => `${line}: ${message}`),
  };
}

describe("front matter of other tools", () => {
  test("becomes Knowhow's keys; what has no place stays as a comment, and is told", async () => {
    const project = await base({
      "guide/intro.md": `---
# written by the docs team
id: intro
title: "Getting started: the basics"
description: >
  What you need
  to know.
sidebar_label: Basics
sidebar_position: 3
keywords: [first steps, begin]
tags: [setup, { label: New people, permalink: /new }]
date: 2024-03-05T10:00:00Z
last_update: { date: 2025-01-02, author: Ana }
draft: true
custom:
  - deep: [1, 2]
---

Text.
`,
    });
    const { entries } = await project.import();
    expect(await project.entry("lessons/guide/intro.md")).toBe(`---
title: "Getting started: the basics"
summary: What you need to know.
aliases:
  - Basics
  - first steps
  - begin
tags:
  - setup
  - New people
owner: Ana
published: 2024-03-05
updated: 2025-01-02
status: draft
order: 3
# Not taken over:
# id: intro
# custom:
#   - deep: [1, 2]
# written by the docs team
---

Text.
`);
    expect(entries[0]?.notes).toEqual([
      { line: 1, message: "Not taken over from the front matter, and kept in it as a comment: id, custom." },
    ]);
    expect(await project.mistakes()).toEqual([]);
  });

  test("of Starlight names its place and label under `sidebar`", async () => {
    const project = await base({ "a.mdx": "---\ntitle: A\nsidebar:\n  order: 2\n  label: Short\n---\n\nText.\n" });
    await project.import();
    expect(await project.entry("lessons/a.mdx")).toContain("aliases:\n  - Short\nstatus: draft\norder: 2\n---");
  });

  test("with mistakes stays whole, as a comment", async () => {
    const project = await base({ "a.md": '---\ntitle: "A\ntags: [x\n---\n\n# Real title\n\nText.\n' });
    const { entries } = await project.import();
    expect(await project.entry("lessons/a.md")).toBe(
      '---\ntitle: Real title\nstatus: draft\n# Not taken over:\n# title: "A\n# tags: [x\n---\n\nText.\n',
    );
    expect(entries[0]?.notes[0]?.message).toMatch(
      /^The front matter could not be read, and stays in the entry as a comment: This quote is opened and never closed\. /,
    );
    expect(await project.mistakes()).toEqual([]);
  });

  test.each([
    ["a first heading", "a.md", "# The title\n\nText.\n", "title: The title\n", "Text."],
    ["a heading of another level", "a.md", "Text.\n\n## The title\n", "title: The title\n", "Text.\n\n## The title"],
    [
      "a heading with more in it",
      "a.md",
      "# The [title](https://example.com)\n",
      "title: The title\n",
      "# The [title](https://example.com)",
    ],
    ["its name", "02-first_steps.md", "Text.\n", "title: First steps\n", "Text."],
    ["a heading that says the same", "a.md", "---\ntitle: Same\n---\n\n# Same\n\nText.\n", "title: Same\n", "Text."],
    ["front matter rather than a heading", "a.md", "---\ntitle: One\n---\n\n# Other\n", "title: One\n", "# Other"],
  ])("or %s gives the title", async (_name, file, text, title, expected) => {
    const project = await base({ [file]: text });
    const { entries } = await project.import();
    const written = await project.read(`kb/${entries[0]?.file}`);
    expect(written).toContain(title);
    expect(written.replace(/^---\n[\s\S]*?\n---\n\n?/, "").trimEnd()).toBe(expected);
  });
});

describe("places", () => {
  test("follow the folders; numbers in front become an order, README and index their folder", async () => {
    const project = await base({
      "README.md": "# Welcome\n",
      "01-Start Here.md": "# Start\n",
      "10_guide/index.md": "# Guide\n",
      "10_guide/2. Đổi trả.md": "# Đổi trả\n",
      "10_guide/_partial.md": "Only included.\n",
      "other/README.md": "# Other\n",
      "node_modules/x/README.md": "# No\n",
      ".hidden/a.md": "# No\n",
    });
    const { entries } = await project.import();
    expect(entries.map(({ source, ref }) => [source, ref])).toEqual([
      ["01-Start Here.md", "lesson:start-here"],
      ["10_guide/2. Đổi trả.md", "lesson:guide/doi-tra"],
      ["10_guide/index.md", "lesson:guide"],
      ["README.md", "lesson:docs"],
      ["other/README.md", "lesson:other"],
    ]);
    expect(await project.entry("lessons/start-here.md")).toContain("order: 1\n");
    expect(await project.mistakes()).toEqual([]);
  });

  test("may lie in a folder, be FAQs, and be in another language", async () => {
    const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };
    const project = await base({ "a.md": "# A?\n", "vi/a.md": "# A?\n", "en/b.md": "# B?\n" }, { locales });
    await project.import({ type: "faq", into: "handbook/old" });
    expect(await project.entries()).toEqual([
      "faqs/handbook/old/a.md",
      "faqs/handbook/old/b.md",
      "vi/faqs/handbook/old/a.md",
    ]);
    const vietnamese = await base({ "a.md": "# A\n" }, { locales });
    await vietnamese.import({ locale: "vi" });
    expect(await vietnamese.entries()).toEqual(["vi/lessons/a.md"]);
  });

  test("that two documents would share get a number; those that are taken are left", async () => {
    const project = await base({ "A.md": "# One\n", "a.mdx": "# Two\n", "b.md": "# B\n" });
    await project.write("kb/content/lessons/b.mdx", "---\ntitle: Mine\n---\n\nText.\n");
    const { entries, skipped } = await project.import();
    expect(entries.map(({ ref }) => ref)).toEqual(["lesson:a", "lesson:a-2"]);
    expect(skipped).toEqual([{ source: "b.md", why: "content/lessons/b.mdx is there already." }]);
    expect(await project.entry("lessons/b.mdx")).toContain("Mine");
    const again = await project.import();
    expect(again.entries.map(({ ref }) => ref)).toEqual(["lesson:a-2"].slice(1));
  });
});

describe("what other tools write", () => {
  test.each([
    ["an admonition", ":::tip[Do it]\nText.\n:::", '<Callout type="tip" title="Do it">\nText.\n</Callout>'],
    [
      "an admonition with a title of the old kind",
      ":::caution Watch out\nText.\n:::",
      '<Callout type="warning" title="Watch out">\nText.\n</Callout>',
    ],
    ["one in a list", "- a\n\n  :::info\n  Text.\n  :::", '- a\n\n  <Callout type="note">\n  Text.\n  </Callout>'],
    [
      "one in another",
      "::::note\nA\n\n:::tip[T]\nB\n:::\n::::",
      '<Callout type="note">\nA\n\n**T**\n\nB\n\n</Callout>',
    ],
    [
      "an Aside",
      '<Aside type="danger" title="Stop">\nText.\n</Aside>',
      '<Callout type="danger" title="Stop">\nText.\n</Callout>',
    ],
    ["an Admonition", '<Admonition type="info">\nText.\n</Admonition>', '<Callout type="note">\nText.\n</Callout>'],
    [
      "tabs of Starlight",
      '<Tabs syncKey="os">\n<TabItem label="A">\nx\n</TabItem>\n<TabItem label="B">\ny\n</TabItem>\n</Tabs>',
      '<Tabs group="os">\n<Tab label="A">\nx\n</Tab>\n<Tab label="B">\ny\n</Tab>\n</Tabs>',
    ],
    [
      "tabs of Docusaurus",
      '<Tabs groupId="os">\n<TabItem value="a" label="A" default>\nx\n</TabItem>\n<TabItem value="b">\ny\n</TabItem>\n</Tabs>',
      '<Tabs group="os">\n<Tab label="A">\nx\n</Tab>\n<Tab label="b">\ny\n</Tab>\n</Tabs>',
    ],
    ["a single tab", '<Tabs>\n<TabItem label="A">\nx\n</TabItem>\n</Tabs>', "**A**\n\n\nx"],
    ["steps", "<Steps>\n1. a\n2. b\n</Steps>", "<Steps>\n1. a\n2. b\n</Steps>"],
    ["steps that are none", "<Steps>\n- a\n</Steps>", "- a"],
    ["cards", '<CardGrid>\n<Card title="T" icon="x">\ntext\n</Card>\n</CardGrid>', "**T**\n\n\ntext"],
    [
      "a card that is a link",
      '<LinkCard title="T" href="https://example.com/" description="D" />',
      "[T](https://example.com/) D",
    ],
    [
      "an address with brackets",
      '<LinkCard title="T" href="https://example.com/a(b" />',
      "[T](https://example.com/a%28b)",
    ],
    ["a badge", 'A <Badge text="New *" /> thing.', "A **New \\*** thing."],
    ["code as a component", '<Code code="a `b`" lang="js" />', "```js\na `b`\n```"],
    ["a code block with a template", "<CodeBlock language='sh'>\n{`one\ntwo`}\n</CodeBlock>", "```sh\none\ntwo\n```"],
    ["spaces and texts in braces", 'a{" "}b {"{c}"}', "a b \\{c\\}"],
    ["ids of headings", "## A {#x}\n\n## B {/* #y */}\n\n[a](#x) [b](#y)", "## A\n\n## B\n\n[a](#a) [b](#b)"],
    ["comments of HTML", "a <!-- note --> b", "a {/* note */} b"],
    ["details", "<Details summary='S'>\ntext\n</Details>", "<details>\n<summary>S</summary>\n\ntext\n</details>"],
  ])("%s", async (_name, text, expected) => {
    const told = await body(text);
    expect(told.text.replace(/\n{3,}/g, "\n\n")).toBe(expected.replace(/\n{3,}/g, "\n\n"));
    expect(told.notes).toEqual([]);
  });

  test.each([
    [
      "a component that Knowhow has, too",
      '<Checklist id="a">\n\n- [ ] One\n\n</Checklist>',
      '{/* <Checklist id="a"> */}\n\n- [ ] One',
      [
        "4: The tags of <Checklist> were taken out, and what it holds kept: other tools have a component of that name, too. If the file was written for Knowhow, copy it into the content folder instead.",
      ],
    ],
    [
      "a component that there is not",
      '<Chart data={[1, 2]} title="Sales">\n\nSome *text*.\n\n</Chart>',
      '{/* <Chart data={[1, 2]} title="Sales"> */}\n\nSome *text*.',
      ["4: There is no block like <Chart>: its tags were taken out, and what it holds kept."],
    ],
    [
      "code",
      "export const x = 1;\n\nA {x} b.\n\n{list.map((one) => <li>{one}</li>)}",
      "{/* export const x = 1; */}\n\nA `{x}` b.\n\n{/* {list.map((one) => <li>{one}</li>)} */}",
      [
        "6: {x} is code, which content cannot have: write what it stands for.",
        "8: {list.map((one) => <li>{one}</li>)} is code, which content cannot have: write what it stands for.",
      ],
    ],
    [
      "an attribute that runs code",
      '<div onClick={go} className="x">\n\ntext\n\n</div>',
      '<div  className="x">\n\ntext\n\n</div>',
      ["4: “onClick” of <div> was taken out: content cannot have it."],
    ],
    [
      "a directive that there is not",
      ":::columns\nText.\n:::",
      "Text.",
      ["4: There is no block like “:::columns”: its signs were taken out, and what it holds kept."],
    ],
  ])("%s is kept as far as it is text, and told", async (_name, text, expected, notes) => {
    const told = await body(text);
    expect(told.text.trim()).toBe(expected);
    expect(told.notes).toEqual(notes);
  });

  test("MDX that is none is read as Markdown, and its text stays", async () => {
    const told = await body("A <Box>open and {never closed.\n\n- a < b");
    expect(told).toEqual({
      file: "a.md",
      text: "A &lt;Box>open and {never closed.\n\n- a < b",
      notes: ["1: This is no valid MDX: it was read as Markdown, and its components were taken out."],
    });
  });
});

test("partials that documents import are included, with what they import themselves", async () => {
  const project = await base({
    "guide/a.mdx":
      "import Steps from './_steps.mdx';\nimport Note from '@site/docs/_shared/_note.md';\nimport Gone from './_gone.mdx';\n\n# A\n\n<Steps name=\"x\" />\n\n<Note />\n\n<Gone />\n\n[x](#first)\n",
    "guide/_steps.mdx":
      "---\nid: steps\n---\n\nimport Note from '../_shared/_note.md';\n\n## First\n\n![P](p.png) [a](a.mdx)\n\n<Note />\n",
    "_shared/_note.md": ":::tip\nShared <center>text</center>.\n:::\n",
    "_unused.mdx": "Unused.\n",
    "guide/p.png": picture,
  });
  await project.write("package.json", "{}");
  const { entries, partials } = await project.import({ into: "old" });
  expect(await project.entries()).toEqual([
    "lessons/old/guide/_steps.mdx",
    "lessons/old/guide/a.mdx",
    "lessons/old/guide/p.png",
    "lessons/old/shared/_note.mdx",
  ]);
  const text = await project.entry("lessons/old/guide/a.mdx");
  expect(text).toContain(
    '<Include file="_steps.mdx" />\n\n<Include file="../shared/_note.mdx" />\n\n{/* ./_gone.mdx */}\n\n[x](#first)',
  );
  expect(await project.entry("lessons/old/guide/_steps.mdx")).toBe(
    "{/* id: steps */}\n\n{/* import Note from '../_shared/_note.md'; */}\n\n## First\n\n![P](p.png) [a](a.mdx)\n\n<Include file=\"../shared/_note.mdx\" />\n",
  );
  expect(entries[0]?.notes.map(({ message }) => message)).toEqual([
    "The partial ./_gone.mdx was taken out: it is not in what was imported.",
  ]);
  expect(partials.map(({ source, notes }) => [source, notes.length])).toEqual([
    ["guide/_steps.mdx", 0],
    ["_shared/_note.md", 1],
  ]);
  expect(await project.mistakes()).toEqual([]);
});

test("a document that cannot be read is left out and told, and the others are imported", async () => {
  const project = await base({ "a.md": "# A\n", "deep.md": `${"> ".repeat(200)}x\n`, "nul.md": "# \u0000\n" });
  const { entries, skipped } = await project.import();
  expect(entries.map(({ file }) => file)).toEqual(["content/lessons/a.md"]);
  expect(skipped).toEqual([
    { source: "deep.md", why: "Content is nested more than 100 levels deep here." },
    { source: "nul.md", why: expect.stringContaining("NUL") },
  ]);
});

test("what stands between components in Markdown is Markdown: VitePress and others write them so", async () => {
  const project = await base({
    "a.md":
      '# A\n\n<CodeGroup title="x">\n[B](b.md) and **more**\n</CodeGroup>\n\nPress\n\n<Enter>\n\n<Badge text="new" />\n\n```\n<CodeGroup>\n```\n\n[None](none.md)\n',
    "b.md": "# B\n",
  });
  const { entries } = await project.import({ into: "old" });
  expect(await project.entry("lessons/old/a.md")).toContain(
    '<!-- <CodeGroup title="x"> -->\n[B](b.md) and **more**\n\n\nPress\n\n&lt;Enter>\n\n<!-- <Badge text="new" /> -->\n\n```\n<CodeGroup>\n```\n\nNone <!-- none.md -->\n',
  );
  expect(entries[0]?.notes.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    "3: There is no block like <CodeGroup>: its tags were taken out, and what it holds kept.",
    "11: There is no block like <Badge>: its tags were taken out, and what it holds kept.",
    "17: The link to none.md was taken out: there is no such file in what was imported.",
  ]);
  expect(await project.mistakes()).toEqual([]);
});

test("what an earlier import brought is used again: pictures that are the same, and partials as they are now", async () => {
  const uses = (title: string) =>
    `import Note from './_note.mdx';\nimport Tip from './_tip.mdx';\n\n# ${title}\n\n![P](p.png) ![Q](q.png)\n\n<Note />\n\n<Tip />\n`;
  const project = await base({
    "a.mdx": uses("A"),
    "_note.mdx": "Shared.\n",
    "_tip.mdx": "A tip.\n",
    "p.png": picture,
    "q.png": picture,
  });
  await project.import();
  await project.write("kb/content/lessons/_tip.mdx", "A better tip.\n");
  await project.write("docs/b.mdx", uses("B"));
  await project.write("docs/q.png", `${picture} `);
  const report = await project.import();
  expect(report.entries.map(({ file, notes }) => [file, notes.map(({ message }) => message)])).toEqual([
    ["content/lessons/b.mdx", ["The picture q.png was taken out: there is another file in its place."]],
  ]);
  expect(report).toMatchObject({
    partials: [],
    media: [],
    skipped: [
      { source: "a.mdx", why: "content/lessons/a.mdx is there already." },
      { source: "_tip.mdx", why: "content/lessons/_tip.mdx is there already, and included as it is." },
    ],
  });
  expect(await project.entry("lessons/b.mdx")).toContain(
    '![P](p.png) Q {/* q.png */}\n\n<Include file="_note.mdx" />\n\n<Include file="_tip.mdx" />',
  );
  expect(await project.entry("lessons/_tip.mdx")).toBe("A better tip.\n");
  expect(await project.mistakes()).toEqual([]);
});

test("partials whose names become the same get a number", async () => {
  const project = await base({
    "a.mdx": "import One from './_a b.mdx';\nimport Two from './_a-b.mdx';\n\n# A\n\n<One />\n\n<Two />\n",
    "_a b.mdx": "One.\n",
    "_a-b.mdx": "Two.\n",
  });
  const { partials } = await project.import();
  expect(partials.map(({ source, file }) => [source, file])).toEqual([
    ["_a b.mdx", "content/lessons/_a-b.mdx"],
    ["_a-b.mdx", "content/lessons/_a-b-2.mdx"],
  ]);
  expect(await project.entry("lessons/a.mdx")).toContain(
    '<Include file="_a-b.mdx" />\n\n<Include file="_a-b-2.mdx" />',
  );
  expect([await project.entry("lessons/_a-b.mdx"), await project.entry("lessons/_a-b-2.mdx")]).toEqual([
    "One.\n",
    "Two.\n",
  ]);
  expect(await project.mistakes()).toEqual([]);
});

describe("plain Markdown", () => {
  test("stays byte for byte what it was, where all of it may stay", async () => {
    const text =
      "A  *b* __c__ {d} a < b\r\n\r\n* x\r\n+ y\r\n\r\n    code\r\n\r\n| a |\r\n|---|\r\n| <br> |\r\n\r\n<kbd>Ctrl</kbd> &amp; <https://example.com> \\*";
    expect(await body(text, "a.md")).toEqual({ file: "a.md", text, notes: [] });
  });

  test("with admonitions becomes MDX, in which signs of code are escaped", async () => {
    const told = await body(
      [
        "> [!WARNING]",
        "> Use `{x}`, not {y}.",
        "> - a < b",
        "",
        "    indented {code}",
        "",
        "Line<br>break, <https://example.com/a_b>, Array<string>, \\{.",
        "",
        "<!-- a comment -->",
        '<img src="a.png" alt="A" width=100>',
        "",
        "export this, and",
        "import that.",
      ].join("\n"),
      "a.md",
      { "a.png": picture },
    );
    expect(told).toEqual({
      file: "a.mdx",
      text: [
        '<Callout type="warning">',
        "Use `{x}`, not \\{y}.",
        "- a \\< b",
        "</Callout>",
        "",
        "```",
        "indented {code}",
        "```",
        "",
        "Line<br />break, [https://example.com/a\\_b](https://example.com/a_b), Array\\<string>, \\{.",
        "",
        "{/* a comment */}",
        '<img src="a.png" alt="A" width="100" />',
        "",
        "&#101;xport this, and",
        "import that.",
      ].join("\n"),
      notes: [],
    });
  });

  test.each([
    [
      "a tag that content cannot have",
      "<center>\n\nText\n\n</center>",
      "Text",
      ["4: <center> is not among the tags that content may have: it was taken out, and what it holds kept."],
    ],
    [
      "code and looks",
      "<script>alert(1)</script>\n\n<p style='color:red' onclick='x()'>Text</p>",
      "<!-- <script>alert(1)</script> -->\n\n<p  >Text</p>",
      [
        "4: <script> is code, which content cannot have: it was made a comment.",
        "6: “style” of <p> was taken out: content cannot have it.",
        "6: “onclick” of <p> was taken out: content cannot have it.",
      ],
    ],
    [
      "a film of another site",
      '<iframe src="https://video.example.com/1" title="Demo"></iframe>',
      "[Demo](https://video.example.com/1)",
      ["4: <iframe> is not among the tags that content may have: it was taken out, and what it holds kept."],
    ],
    ["an anchor of the old kind", '<a name="old"></a>\n\n[x](#old)', '<a id="old"></a>\n\n[x](#old)', []],
    ["a name in angle brackets", "Write <your-token> here, and `<b>`.", "Write &lt;your-token> here, and `<b>`.", []],
  ])("of HTML: %s", async (_name, text, expected, notes) => {
    const told = await body(text, "a.md");
    expect(told.text.trim()).toBe(expected);
    expect(told.notes).toEqual(notes);
  });
});

describe("links and pictures", () => {
  test("lead to the new places, however they were written", async () => {
    const project = await base({
      "docusaurus.config.js": "",
      "guide/01-intro.md": [
        "# Intro",
        "",
        "[a](02-usage.md#how-to) [b](./02-usage) [c](../README.md) [d](/docs/guide/usage.html) [e](/guide/usage/#how-to) [f](<02-usage.md> 'T')",
        "[g](../guide) [h](#there) [i][ref] ![p](./img/p.png) ![q](/img/q.png) [pdf](../files/a%20b.pdf)",
        "[o](https://example.com) [m](mailto:a@example.com) [w](www.example.com)",
        "",
        "## There",
        "",
        "[ref]: 02-usage.md#how-to 'Title'",
      ].join("\n"),
      "guide/02-usage.mdx": "# Usage\n\n:::note\nx\n:::\n\n## How to\n\n[back](../intro) [slug](/custom-address)\n",
      "guide/index.md": "# Guide\n",
      "third.md": "---\nslug: /custom-address\n---\n\n# Third\n",
      "README.md": "# Read\n",
      "guide/img/p.png": picture,
      "static/img/q.png": picture,
      "files/a b.pdf": "pdf",
      "guide/img/unused.png": "u",
    });
    const { media, entries } = await project.import();
    expect(await project.entry("lessons/guide/intro.md")).toContain(
      [
        "[a](usage.mdx#how-to) [b](usage.mdx) [c](../docs.md) [d](usage.mdx) [e](usage.mdx#how-to) [f](<usage.mdx> 'T')",
        "[g](index.md) [h](#there) [i][ref] ![p](img/p.png) ![q](../media/img/q.png) [pdf](../files/a%20b.pdf)",
        "[o](https://example.com) [m](mailto:a@example.com) [w](https://www.example.com)",
        "",
        "## There",
        "",
        "[ref]: usage.mdx#how-to 'Title'",
      ].join("\n"),
    );
    expect(await project.entry("lessons/guide/usage.mdx")).toContain("[back](intro.md) [slug](../third.md)");
    expect(media.map(({ file }) => file).sort()).toEqual([
      "content/lessons/files/a b.pdf",
      "content/lessons/guide/img/p.png",
      "content/lessons/media/img/q.png",
    ]);
    expect(await project.entry("lessons/media/img/q.png")).toBe(picture);
    expect(entries.flatMap(({ notes }) => notes).map(({ message }) => message)).toEqual([
      "Not taken over from the front matter, and kept in it as a comment: slug.",
    ]);
    expect(await project.mistakes()).toEqual([]);
  });

  test.each([
    [
      "[x](gone.md#a 'T')",
      "x <!-- gone.md#a 'T' -->",
      "The link to gone.md#a was taken out: there is no such file in what was imported.",
    ],
    [
      "![Alt](gone.png)",
      "Alt <!-- gone.png -->",
      "The picture gone.png was taken out: there is no such file in what was imported.",
    ],
    [
      '![Alt](https://example.com/a.png "T")',
      '[Alt](https://example.com/a.png "T")',
      "The picture https://example.com/a.png was taken out: pages may not load pictures of other sites.",
    ],
    [
      "[![Alt](https://example.com/a.png)](https://example.com)",
      "[Alt <!-- https://example.com/a.png -->](https://example.com)",
      "The picture https://example.com/a.png was taken out: pages may not load pictures of other sites.",
    ],
    [
      "![Alt][p]\n\n[p]: https://example.com/a.png",
      "[Alt](https://example.com/a.png)\n\n[p]: https://example.com/a.png",
      "The picture https://example.com/a.png was taken out: pages may not load pictures of other sites.",
    ],
    [
      '<a href="gone.md">x</a>',
      "<a ><!-- gone.md -->x</a>",
      "The link to gone.md was taken out: there is no such file in what was imported.",
    ],
    [
      "[x](javascript:alert(1))",
      "x <!-- javascript:alert(1) -->",
      "The link to javascript:alert(1) was taken out: links cannot begin with “javascript:”.",
    ],
    ["[x](#nowhere)", "x <!-- #nowhere -->", "The link to #nowhere was taken out: there is no such heading."],
    ["[x](b.md#nowhere)", "[x](b.md)", "There is no heading “#nowhere” in b.md: the link leads to its top."],
    [
      "[x](code.js)",
      "x <!-- code.js -->",
      "The link to code.js was taken out: a file of the kind “.js” is not published.",
    ],
    ["[x](folder/)", "x <!-- folder/ -->", "The link to folder/ was taken out: it leads to a folder."],
    ["[x]()", "x <!--  -->", "The link to  was taken out: it leads nowhere."],
    [
      "![x](../../../../../../../../etc/hostname)",
      "x <!-- ../../../../../../../../etc/hostname -->",
      "The picture ../../../../../../../../etc/hostname was taken out: there is no such file in what was imported.",
    ],
  ])("that lead nowhere are taken out, kept for the author and told: %s", async (text, expected, note) => {
    const told = await body(text, "a.md", { "b.md": "# B\n", "code.js": "x", "folder/x.txt": "x" });
    expect(told.text).toBe(expected);
    expect(told.notes).toEqual([`4: ${note}`]);
  });

  test("recordings in tags that content cannot have become links, and come along", async () => {
    const told = await body('<video src="demo.mp4" controls></video>\n\n<audio src="gone.mp3"></audio>', "a.md", {
      "demo.mp4": "film",
    });
    expect(told.text).toBe('[demo.mp4](demo.mp4)\n\n<!-- <audio src="gone.mp3"> -->');
    expect(told.notes).toHaveLength(3);
  });

  test("of the file system do not lead out of what is imported", async () => {
    const project = await base({ "a.md": "# A\n\n![x](secret.png)\n", "package.json": "{}" });
    await project.write("secret.png", "secret");
    await symlink(project.path("secret.png"), project.path("docs/secret.png"));
    const { media } = await project.import();
    expect(media).toEqual([]);
    expect(await project.entries()).toEqual(["lessons/a.md"]);
  });

  test("that are imported as code lead to the picture", async () => {
    const told = await body(
      'import shot from \'./shot.png\';\n\n<img src={shot} alt="A" />\n\n<Image src={shot} alt="B" />\n\n<img src={require(\'./shot.png\').default} alt="C" />',
      "a.mdx",
      { "shot.png": picture },
    );
    expect(told.text).toBe(
      '{/* import shot from \'./shot.png\'; */}\n\n<img src="shot.png" alt="A" />\n\n![B](shot.png)\n\n<img src="shot.png" alt="C" />',
    );
  });
});

describe("long documents", () => {
  const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ");
  const long = `---\ntitle: Handbook\ntags: [hr]\n---\n\nIntro.\n\n## First day\n\n${words(900)} [next](#second-day) [r]\n\n## Second day\n\n### Morning\n\n${words(900)} [back](#first-day)\n\n[r]: https://example.com "T"\n`;

  test("are told where they take more time than an entry may", async () => {
    const project = await base({ "handbook.md": long.replace("## Second day", `${words(900)}\n\n## Second day`) });
    const { entries } = await project.import();
    expect(entries[0]?.problems).toMatchObject([
      { code: "too-long", hint: "Split it: import it with --split, which makes an entry of every ## heading." },
    ]);
  });

  test("are split at their headings, with a path through the parts", async () => {
    const project = await base({
      "handbook.md": long,
      "short.md": "# Short\n\n[x](handbook.md#morning) [y](handbook.md)\n\n## A\n\n## B\n",
    });
    const { entries } = await project.import({ split: true });
    expect(entries.map(({ ref, title }) => [ref, title])).toEqual([
      ["path:handbook", "Handbook"],
      ["lesson:handbook/first-day", "First day"],
      ["lesson:handbook/second-day", "Second day"],
      ["lesson:short", "Short"],
    ]);
    expect(await project.entry("paths/handbook.md")).toBe(
      "---\ntitle: Handbook\ntags:\n  - hr\nstatus: draft\nsteps:\n  - lesson:handbook/first-day\n  - lesson:handbook/second-day\n---\n\nIntro.\n",
    );
    expect(await project.entry("lessons/handbook/first-day.md")).toContain(
      '[next](second-day.md) [r](https://example.com "T")\n',
    );
    expect(await project.entry("lessons/handbook/second-day.md")).toContain("[back](first-day.md)");
    expect(await project.entry("lessons/short.md")).toContain(
      "[x](handbook/second-day.md#morning) [y](../paths/handbook.md)",
    );
    expect(await project.mistakes()).toEqual([]);
  });

  test("with questions as headings become FAQs, each with the title as its group", async () => {
    const project = await base({
      "faq.md": "# Billing\n\n## Can I pay later?\n\nYes.\n\n## Where is my invoice?\n\nIn your mail.\n",
    });
    const { entries } = await project.import({ type: "faq", split: true });
    expect(entries.map(({ ref }) => ref)).toEqual([
      "path:faq",
      "faq:faq/can-i-pay-later",
      "faq:faq/where-is-my-invoice",
    ]);
    expect(await project.entry("faqs/faq/can-i-pay-later.md")).toBe(
      "---\ntitle: Can I pay later?\ncategory: Billing\nstatus: draft\norder: 1\n---\n\nYes.\n",
    );
  });
});

describe("an import", () => {
  test("that is only tried changes nothing, and tells the same", async () => {
    const project = await base({ "a.md": "# A\n\n![x](x.png)\n", "x.png": picture });
    const before = await project.fingerprint(".");
    const told = await project.import({ dryRun: true });
    expect(await project.fingerprint(".")).toEqual(before);
    expect(await project.import()).toEqual(told);
  });

  test("of the knowledge base's own folder leaves the content that is there alone", async () => {
    const project = await base({ "a.md": "# A\n" });
    await project.write("kb/NOTES.md", "# Notes\n");
    await project.write("kb/content/lessons/b.md", "# B\n");
    const { entries } = await project.import({ from: "." });
    expect(entries.map(({ source }) => source)).toEqual(["NOTES.md"]);
  });

  test("leaves files that are no text, and says so", async () => {
    const project = await base({
      "a.md": "# A\n",
      "b.md": new Uint8Array([0x23, 0x20, 0xe9, 0x0a]),
      "c.md": `# C\n${"x".repeat(1_000_001)}`,
    });
    const { entries, skipped } = await project.import();
    expect(entries.map(({ source }) => source)).toEqual(["a.md"]);
    expect(skipped).toEqual([
      {
        source: "b.md",
        why: "This file is not UTF-8 text from here on. Save it again as UTF-8: in Notepad with “Save as”, where Encoding is chosen.",
      },
      {
        source: "c.md",
        why: "This file has 1.0 MB; an entry may have 1 MB. Split it into several entries, and keep images and recordings in files of their own.",
      },
    ]);
  });

  test.each<[string, Partial<ImportContent>, string]>([
    ["a folder that there is not", { from: "../nowhere" }, "There is no ../nowhere."],
    ["a folder without Markdown", { from: "../empty" }, "There is no Markdown in ../empty."],
    ["a file of another kind", { from: "../docs/x.png" }, "../docs/x.png is neither Markdown nor CSV."],
    ["the content itself", { from: "content" }, "content is in the content folder already."],
    ["into a folder that is none", { into: "My Folder" }, "“My Folder” is no folder for entries."],
    ["into a folder outside", { into: "../x" }, "“../x” is no folder for entries."],
    ["in a language that there is not", { locale: "fr" }, "There is no locale “fr”."],
  ])("of %s is refused", async (_name, rest, message) => {
    const project = await base({ "a.md": "# A\n", "x.png": picture });
    await project.write("empty/x.txt", "x");
    await project.write("kb/content/lessons/a.md", "# A\n");
    const before = await project.fingerprint(".");
    await expect(project.import(rest)).rejects.toMatchObject({ name: "SetupError", message });
    expect(await project.fingerprint(".")).toEqual(before);
  });
});

describe("what newcomers bring", () => {
  test("front matter that is no YAML is told in our words, at its line", async () => {
    const project = await base({
      "a.md": "---\nowner: Ana\ntitle: Refunds: within a month\n---\n\n# A\n",
      "b.md": "---\njust words\n---\n\n# B\n",
    });
    const { entries } = await project.import();
    expect(
      entries.flatMap(({ source, notes }) => notes.map(({ line, message }) => `${source}:${line} ${message}`)),
    ).toEqual([
      'a.md:3 The front matter could not be read, and stays in the entry as a comment: There is a second colon in this value. Put the value in quotes: title: "Refunds: within a month".',
      "b.md:2 The front matter could not be read, and stays in the entry as a comment: It is no list of keys. Write one key per line, as in “title: Export a report”.",
    ]);
  });

  test("front matter between the dashes of a word processor is front matter", async () => {
    const project = await base({ "a.md": "—\ntitle: Refunds\ntags: [money]\n—\n\nText.\n" });
    await project.import();
    expect(await project.entry("lessons/a.md")).toBe(
      "---\ntitle: Refunds\ntags:\n  - money\nstatus: draft\n---\n\nText.\n",
    );
  });

  test("titles keep the letters of the file names that they are made of", async () => {
    const project = await base({
      "01-Büro_regeln.md": "Text.\n",
      "Đổi trả/index.md": "Text.\n",
    });
    const { entries } = await project.import();
    expect(entries.map(({ ref, title }) => [ref, title])).toEqual([
      ["lesson:buro_regeln", "Büro regeln"],
      ["lesson:doi-tra", "Đổi trả"],
    ]);
  });

  test("documents of other kinds are named, unless they came along", async () => {
    const project = await base({
      "a.md": "# A\n\n[Form](form.docx)\n",
      "b.docx": "x",
      "form.docx": "x",
      "guide/c.HTML": "<p>x</p>",
      "logo.png": picture,
    });
    const { skipped, media } = await project.import();
    expect(skipped).toEqual([
      { source: "b.docx", why: "A document of the kind “.docx” cannot be imported: save it as Markdown first." },
      { source: "guide/c.HTML", why: "A document of the kind “.html” cannot be imported: save it as Markdown first." },
    ]);
    expect(media.map(({ source }) => source)).toEqual(["form.docx"]);
  });

  test("links that are text to Markdown become links where they lead somewhere, and are told elsewhere", async () => {
    const source = `See [Setup](my file.md#top), [the **bold**](my file.md) and [**other**](not there.md), [[My file]] and [[my file|the file]].

See [Other](no such file.md), ![Plan](no plan.png), [[Wiki]] and \\[[kept]], [x](as said) (too).

\`[[code]]\``;
    const { text, notes } = await body(source, "a.md", { "my file.md": "# My file\n\n## Top\n" });
    expect(
      text,
    ).toBe(`See [Setup](my-file.md#top), [the **bold**](my-file.md) and [**other**](not there.md), [My file](my-file.md) and [the file](my-file.md).

See [Other](no such file.md), ![Plan](no plan.png), [[Wiki]] and \\[[kept]], [x](as said) (too).

\`[[code]]\``);
    expect(notes).toEqual([
      "4: ](not there.md) is no link, because there is a space in its address: write […](<not there.md>).",
      "6: [[Wiki]] is a link of a wiki, and stays as text: write [Wiki](…) with the file that it leads to.",
      "6: [Other](no such file.md) is no link, because there is a space in its address: write [Other](<no such file.md>).",
      "6: ![Plan](no plan.png) is no link, because there is a space in its address: write ![Plan](<no plan.png>).",
    ]);
  });

  test.each([
    ["<details><summary>M</summary>\n\nText.\n\n</details>", "<details>\n<summary>M</summary>\n\nText.\n\n</details>"],
    ["<details open><summary>M</summary>\nText.</details>", "<details open>\n<summary>M</summary>\nText.\n</details>"],
    [
      "- <details><summary>M</summary>\n\n  Text.\n\n  </details>",
      "- <details>\n  <summary>M</summary>\n\n  Text.\n\n  </details>",
    ],
  ])("%j does not keep callouts from being made", async (before, after) => {
    const { file, text } = await body(`${before}\n\n> [!TIP]\n> Do it.`, "a.md");
    expect(file).toBe("a.mdx");
    expect(text).toBe(`${after}\n\n<Callout type="tip">\nDo it.\n</Callout>`);
  });
});

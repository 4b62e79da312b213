import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, loadKnowledgeBase, watchKnowledgeBase } from "../src/node.ts";
import { base } from "./support/base.ts";
import { today, told } from "./support/told.ts";

const entry = (body: string) => `---\ntitle: A\n---\n\n${body}\n`;
const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };

/** The HTML of the lesson `a`, or what is wrong. */
async function html(content: Readonly<Record<string, string>>): Promise<string> {
  const kb = await base(content);
  const errors = kb.diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ message }) => message).join(" ") || ((await kb.get("lesson", "a"))?.html ?? "");
}

test("puts the content of a partial in its place", async () => {
  const content = {
    "lessons/a.mdx": entry('Before.\n\n<Include file="../_shared/note.mdx" />\n\nAfter.'),
    "_shared/note.mdx": '<Callout type="tip">\n\nShared **text**.\n\n</Callout>\n',
  };
  expect(await html(content)).toBe(
    '<p>Before.</p>\n<aside class="kh-callout kh-callout--tip" role="note"><p class="kh-callout__title">Tip</p><p>Shared <strong>text</strong>.</p></aside>\n<p>After.</p>',
  );
  const kb = await base(content);
  const found = await kb.get("lesson", "a");
  expect(found?.text).toBe("Before.\nShared text.\nAfter.");
  expect(found?.markdown).toContain("<Include");
});

test("finds a partial from its file, or with a slash in front from the content folder", async () => {
  const partials = { "_shared/a.md": "One.", "lessons/crm/_b.md": "Two." };
  const body = '<Include file="/_shared/a.md" />\n\n<Include file="./_b.md" />\n\n<Include file="_b.md" />';
  const kb = await base({ "lessons/crm/a.mdx": entry(body), ...partials });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "crm/a"))?.text).toBe("One.\nTwo.\nTwo.");
});

test("stands in blocks, lists and quotes, and in other partials", async () => {
  expect(
    await html({
      "lessons/a.mdx": entry(
        '<Callout>\n\n<Include file="../_a.mdx" />\n\n</Callout>\n\n- One\n\n  <Include file="../_a.mdx" />\n\n> <Include file="../_a.mdx" />',
      ),
      "_a.mdx": '<Include file="_b/_b.md" />\n',
      "_b/_b.md": "Deep <kbd>in</kbd>.\n",
    }),
  ).toBe(
    '<aside class="kh-callout kh-callout--note" role="note"><p class="kh-callout__title">Note</p><p>Deep <kbd>in</kbd>.</p></aside>\n<ul>\n<li>\n<p>One</p>\n<p>Deep <kbd>in</kbd>.</p>\n</li>\n</ul>\n<blockquote>\n<p>Deep <kbd>in</kbd>.</p>\n</blockquote>',
  );
});

test("gives the headings of partials anchors that are theirs alone, in the order of the page", async () => {
  const kb = await base({
    "lessons/a.mdx": entry(
      '## Steps\n\n<Include file="../_a.md" />\n\n## Steps\n\n<Include file="../_a.md" />\n\n[x](#steps-1)',
    ),
    "_a.md": "# Steps\n\nSee [more](#more).\n\n## More\n\nText.\n",
  });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.outline.map(({ depth, id }) => `${depth} ${id}`)).toEqual([
    "2 steps",
    "2 steps-1",
    "2 more",
    "2 steps-2",
    "2 steps-3",
    "2 more-1",
  ]);
});

test("leads the links of a partial to where they go from its own file", async () => {
  const kb = await base({
    "lessons/crm/deep/a.mdx": entry(
      '<Include file="/_shared/a.mdx" />\n\n[own](../../../faqs/b.md) ![own](logo.png)\n\n<img src="logo.png" alt="own" />',
    ),
    "lessons/crm/deep/logo.png": picture,
    "_shared/a.mdx": '[shared](../faqs/b.md) ![shared](logo.png)\n\n<img src="logo.png" alt="shared" />\n',
    "_shared/logo.png": picture,
    "faqs/b.md": "# B\n",
  });
  expect(kb.diagnostics).toEqual([]);
  const found = await kb.get("lesson", "crm/deep/a");
  expect(found?.links.map(({ ref }) => ref)).toEqual(["faq:b", "faq:b"]);
  expect(found?.media.map(({ file }) => file)).toEqual(["_shared/logo.png", "lessons/crm/deep/logo.png"]);
  expect(found?.html).toContain('<img src="/media/_shared/logo.png" alt="shared">');
  expect(found?.html).toContain('<img src="/media/lessons/crm/deep/logo.png" alt="own">');
});

test("keeps the footnotes and definitions of a partial apart from those of the entry", async () => {
  const kb = await base({
    "lessons/a.mdx": entry(
      'Own[^1] [x][l].\n\n<Include file="../_a.md" />\n\n[^1]: Own note.\n\n[l]: https://own.example/',
    ),
    "_a.md": "Shared[^1] [x][l].\n\n[^1]: Shared note.\n\n[l]: https://shared.example/\n",
  });
  const found = await kb.get("lesson", "a");
  expect(found?.html.match(/https:\/\/\w+\.example\//g)).toEqual(["https://own.example/", "https://shared.example/"]);
  expect(found?.html.match(/<li id="[^"]+">\s*<p>\w+ note/g)).toHaveLength(2);
});

test("counts the questions of a partial as the entry's own", async () => {
  const question =
    '<Question id="q">\n\nWhich?\n\n- [x] This\n- [ ] That\n\n<Explanation>So.</Explanation>\n</Question>\n';
  const kb = await base({ "lessons/a.mdx": entry('<Include file="../_q.mdx" />'), "_q.mdx": question });
  expect((await kb.get("lesson", "a"))?.questions.map(({ id }) => id)).toEqual(["q"]);
  expect(
    await told({ "lessons/a.mdx": entry(`<Include file="../_q.mdx" />\n\n${question}`), "_q.mdx": question }),
  ).toEqual([
    "lessons/a.mdx:7:1 error question-id: Two questions of this entry have the id “q”. → Give one of them another id.",
  ]);
  const quiz = {
    "quizzes/a.mdx": entry('<Include file="/_two.md" />'),
    "_two.md": "## Which?\n\n- [x] This\n- [ ] That\n",
  };
  expect((await (await base(quiz)).get("quiz", "a"))?.questions.map(({ id }) => id)).toEqual(["which"]);
});

test("takes the partial of a translation's language, else that of the default language", async () => {
  const include = entry(
    '<Include file="../_shared/a.mdx" />\n\n<Include file="/_shared/b.mdx" />\n\n<Include file="../_shared/c.md" />',
  );
  const content = {
    "lessons/a.mdx": include,
    "vi/lessons/a.mdx": include,
    "_shared/a.mdx": "A. [x](../faqs/x.md)",
    "_shared/b.mdx": '<Include file="c.md" />',
    "_shared/c.md": "C.",
    "vi/_shared/b.mdx": "B bằng tiếng Việt.",
    "vi/_shared/c.md": "C bằng tiếng Việt.",
    "faqs/x.md": "# X\n",
    "vi/faqs/x.md": "# X\n",
  };
  const kb = await base(content, { locales });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.text).toBe("A. x\nC.\nC.");
  const translated = await kb.get("lesson", "a", { locale: "vi" });
  expect(translated?.text).toBe("A. x\nB bằng tiếng Việt.\nC bằng tiếng Việt.");
  expect(translated?.links.map(({ url }) => url)).toEqual(["/vi/faqs/x/"]);
});

test("tells a mistake in a partial once, in the partial", async () => {
  const include = entry('<Include file="../_a.mdx" />');
  expect(
    await told({
      "lessons/a.mdx": include,
      "lessons/b.mdx": include,
      "_a.mdx":
        '\n<Callout type="tipp">x</Callout>\n\n[x](faq:none) [y](./b.md) [z](#none)\n\n![](x.png)\n\n<script>go()</script>\n',
    }),
  ).toEqual([
    "_a.mdx:2:10 error prop: “type” cannot be “tipp” (in <Callout>). → Did you mean “tip”?",
    "_a.mdx:4:1 error broken-ref: There is no entry faq:none. → Create it, or correct this.",
    "_a.mdx:4:15 error broken-link: “./b.md” is not an entry. → Link to a file under lessons/, faqs/, quizzes/, paths/, scenarios/.",
    "_a.mdx:4:27 error broken-anchor: content/lessons/a.mdx has no heading “#none”. → It has no headings.",
    "_a.mdx:4:27 error broken-anchor: content/lessons/b.mdx has no heading “#none”. → It has no headings.",
    "_a.mdx:6:1 warning missing-alt: This image has no text for people who cannot see it. → Write what it shows: ![The Export button, top right](export.png).",
    "_a.mdx:6:1 error missing-media: There is no file content/x.png. → Put the file there, or correct its name.",
    "_a.mdx:8:1 error forbidden-code: <script> cannot stand in content. → Code and styles belong to the site's owner; delete it.",
  ]);
});

test("tells where a partial cannot be read", async () => {
  const include = entry('<Include file="../_a.mdx" />');
  const partial = async (text: string | Uint8Array) =>
    (await told({ "lessons/a.mdx": include, "lessons/b.mdx": include, "_a.mdx": text })).join("\n");
  expect(await partial("Text.\n\n<Callout>\n")).toBe(
    "_a.mdx:3:1 error syntax: <Callout> is opened here and never closed. → Write </Callout> where it ends, on a line of its own.",
  );
  expect(await partial(new Uint8Array([65, 255, 66]))).toBe(
    "_a.mdx:1:2 error not-utf-8: This file is not UTF-8 text from here on. → Save it again as UTF-8: in Notepad with “Save as”, where Encoding is chosen.",
  );
  expect(await partial("---\ntitle: X\n---\n\nText.\n")).toBe(
    "_a.mdx:1:1 error partial-front-matter: A partial has no front matter. → Delete it: a partial has no page, and each entry says about itself what holds for it.",
  );
  expect(await partial(`${"> ".repeat(101)}x`)).toContain("_a.mdx:1:");
});

test.each([
  [
    '<Include file="../../secret.md" />',
    "5:10 error broken-include: “../../secret.md” leads out of the content folder. → Put what entries share into a folder of the content folder, such as _shared/.",
  ],
  [
    '<Include file="/../secret.md" />',
    "5:10 error broken-include: “/../secret.md” leads out of the content folder. → Put what entries share into a folder of the content folder, such as _shared/.",
  ],
  [
    '<Include file="../faqs/b.md" />',
    "5:10 error broken-include: “../faqs/b.md” is an entry, not a partial. → Link to it; or move what both share into a file whose name begins with “_”.",
  ],
  [
    '<Include file="../_a.png" />',
    "5:10 error broken-include: “../_a.png” is no partial. → Name an .md or .mdx file whose name, or that of its folder, begins with “_”.",
  ],
  [
    '<Include file="../_b.md" />',
    "5:10 error broken-include: There is no partial content/_b.md. → Create it, or correct the path: it goes from this file, or with / in front from the content folder.",
  ],
  [
    '<Include file="_shared/a.md" />',
    "5:10 error broken-include: There is no partial content/lessons/_shared/a.md. → Did you mean “/_shared/a.md”?",
  ],
  [
    "<Include />",
    '5:1 error prop: “file” is missing (in <Include>). → Name the partial: <Include file="../_shared/disclaimer.mdx" />.',
  ],
  [
    '<Include fil="/_shared/a.md" />',
    '5:1 error prop: “file” is missing (in <Include>). → Name the partial: <Include file="../_shared/disclaimer.mdx" />.\n5:10 error unknown-prop: “fil” is not a prop of <Include>. → Did you mean “file”?',
  ],
  [
    '<Include file="/_shared/a.md">x</Include>',
    "5:1 error block-content: <Include> holds the partial only. → Put the text before or after it, and close it with a slash: <Include … />.",
  ],
  [
    'See <Include file="/_shared/a.md" /> there.',
    "5:5 error block-place: <Include> stands inside of a sentence. → Put it on lines of its own, with an empty line before and after it.",
  ],
])("explains %j", async (body, expected) => {
  const lines = await told({ "lessons/a.mdx": entry(body), "faqs/b.md": "# B\n", "_shared/a.md": "A." });
  expect(
    lines
      .filter((line) => !line.includes("unused-partial"))
      .map((line) => line.replace("lessons/a.mdx:", ""))
      .join("\n"),
  ).toBe(expected);
});

test("tells a circle of partials once, whole, from wherever one gets into it", async () => {
  const content = {
    "lessons/a.mdx": entry('<Include file="/_a.mdx" />'),
    "lessons/b.mdx": entry('<Include file="/_c.mdx" />'),
    "_a.mdx": 'A\n\n<Include file="_b.mdx" />\n',
    "_b.mdx": '<Include file="_c.mdx" />\n',
    "_c.mdx": 'C\n\n<Include file="_a.mdx" />\n',
  };
  expect(await told(content)).toEqual([
    "_c.mdx:3:1 error include-cycle: content/_a.mdx includes itself: content/_a.mdx → content/_b.mdx → content/_c.mdx → content/_a.mdx. → Take one of these includes out.",
  ]);
  expect(
    await told({ "lessons/a.mdx": entry('<Include file="/_a.mdx" />'), "_a.mdx": '<Include file="_a.mdx" />\n' }),
  ).toEqual([
    "_a.mdx:1:1 error include-cycle: content/_a.mdx includes itself: content/_a.mdx → content/_a.mdx. → Take one of these includes out.",
  ]);
});

test("stops where partials are too many, or too deep", async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`_${i}.mdx`, `<Include file="_${i + 1}.mdx" />\n`]),
  );
  expect(await told({ "lessons/a.mdx": entry('<Include file="/_0.mdx" />'), ...chain, "_12.mdx": "x" })).toContain(
    "_9.mdx:1:1 error broken-include: Partials include each other more than 10 levels deep here. → Include what is needed directly.",
  );
  const doubling = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`_${i}.mdx`, `<Include file="_${i + 1}.mdx" />\n\n`.repeat(10)]),
  );
  const lines = await told({ "lessons/a.mdx": entry('<Include file="/_0.mdx" />'), ...doubling, "_9.mdx": "x" });
  expect(lines.some((line) => line.includes("file-too-large: With its partials this entry has more than 1 MB."))).toBe(
    true,
  );
  expect(lines.length).toBeLessThan(200);
});

test("mentions partials that stand in no entry", async () => {
  expect(
    await told(
      { "lessons/a.mdx": entry("Text."), "_a.mdx": "A", "lessons/_drafts/b.md": "B", "_c.png": picture },
      {},
      { infos: true },
    ),
  ).toEqual([
    "_a.mdx:1:1 info unused-partial: content/_a.mdx is a partial, and no entry includes it. → Include it, or delete it when nobody needs it.",
    "lessons/_drafts/b.md:1:1 info unused-partial: content/lessons/_drafts/b.md is a partial, and no entry includes it. → Include it, or delete it when nobody needs it.",
  ]);
});

test("knows from the cache what depends on a partial, and compiles nothing else", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T", locales },
    "content/lessons/a.mdx": entry('<Include file="/_a.mdx" />'),
    "content/vi/lessons/a.mdx": entry('<Include file="/_a.mdx" />'),
    "content/lessons/b.mdx": entry("Text."),
    "content/_a.mdx": '<Include file="_b.md" />\n',
    "content/_b.md": "One.\n",
  });
  const read = async () => {
    const kb = await loadKnowledgeBase({ root: project.root, today });
    const clean = await loadKnowledgeBase({ root: project.root, cache: false, today });
    expect(kb.diagnostics).toEqual(clean.diagnostics);
    expect(kb.entries()).toEqual(clean.entries());
    const texts = ["en", "vi"].map(async (locale) => (await kb.get("lesson", "a", { locale }))?.text);
    return Promise.all(texts);
  };
  expect(await read()).toEqual(["One.", "One."]);
  const revision = async () => (await loadKnowledgeBase({ root: project.root, today })).entries()[0]?.revision;
  const before = await revision();
  await project.write("content/_b.md", "Two.\n");
  await checkKnowledgeBase({ root: project.root, today });
  expect(await read()).toEqual(["Two.", "Two."]);
  expect(await revision()).not.toBe(before);
  await project.write("content/vi/_b.md", "Hai.\n");
  expect(await read()).toEqual(["Two.", "Hai."]);
  await project.remove("content/_b.md");
  expect(await read()).toEqual([undefined, "Hai."]);
  await project.write("content/_b.md", "Three.\n");
  expect(await read()).toEqual(["Three.", "Hai."]);
});

test("follows edits of partials", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": entry('<Include file="/_a.md" />'),
    "content/_a.md": "One.\n",
  });
  let tell = (_text: string | undefined) => {};
  const watched = await watchKnowledgeBase({
    root: project.root,
    onChange: async (change) =>
      tell("kb" in change ? (await change.kb.get("lesson", "a"))?.text : change.error.message),
  });
  try {
    const told = new Promise<string | undefined>((resolve) => {
      tell = resolve;
    });
    await project.write("content/_a.md", "Two.\n");
    expect(await told).toBe("Two.");
  } finally {
    await watched.close();
  }
});

test("is compiled on several threads alike", async () => {
  const lessons = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`lessons/l${i}.mdx`, entry(`<Include file="/_a.md" />\n\n${i}`)]),
  );
  const kb = await base({ ...lessons, "_a.md": "Shared.\n" });
  const texts = await Promise.all(kb.entries().map(async ({ id }) => (await kb.get("lesson", id))?.text));
  expect(texts.filter((text) => text?.startsWith("Shared."))).toHaveLength(400);
});

test("finds a partial whose name a Mac's archive left decomposed, and tells its mistakes", async () => {
  const content = {
    "lessons/a.mdx": entry('<Include file="../_shared/r\u00fcck.mdx" />'),
    "_shared/ru\u0308ck.mdx": "Shared [x](../lessons/A.mdx).\n",
  };
  expect(await told(content, {}, { infos: true })).toEqual([
    "_shared/r\u00fcck.mdx:1:8 error broken-link: There is no file content/lessons/A.mdx. → Did you mean “../lessons/a.mdx”?",
  ]);
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import {
  ContentError,
  type LocalKnowledgeBase,
  loadKnowledgeBase,
  SetupError,
  watchKnowledgeBase,
} from "../src/node.ts";
import { base } from "./support/base.ts";
import { lesson } from "./support/told.ts";

const twoLocales = { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };

test("gives an entry with its front matter, body and address", async () => {
  const kb = await base({
    "lessons/crm/export-report.mdx": `---
title: Export a report
tags: [crm]
reviewed: 2026-11-01
---

Press **Export**.

## Then

\`\`\`js
const a = 1;
\`\`\`
`,
  });
  expect(await kb.get("lesson", "crm/export-report")).toMatchObject({
    type: "lesson",
    id: "crm/export-report",
    ref: "lesson:crm/export-report",
    locale: "en",
    title: "Export a report",
    url: "/lessons/crm/export-report/",
    file: "content/lessons/crm/export-report.mdx",
    tags: ["crm"],
    reviewed: "2026-11-01",
    status: "published",
    minutes: 1,
    html: '<p>Press <strong>Export</strong>.</p>\n<h2 id="then">Then</h2>\n<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;</code></pre>',
    text: "Press Export.\nThen\nconst a = 1;",
    markdown: "Press **Export**.\n\n## Then\n\n```js\nconst a = 1;\n```\n",
    outline: [{ depth: 2, id: "then", text: "Then" }],
    revision: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
});

test("takes title and answer from the text where the front matter gives none", async () => {
  const kb = await base({
    "faqs/a.md": "# Can I cancel?\n\nYes, **any time**.\n\nMore.\n",
    "faqs/b.md": "---\nanswer: No.\n---\n\n## Is it dear?\n\nNot very.\n",
  });
  const [a, b] = await kb.list("faq");
  expect(a).toMatchObject({ title: "Can I cancel?", answer: "Yes, any time." });
  expect(b).toMatchObject({ title: "Is it dear?", answer: "No." });
  expect((await kb.get("faq", "a"))?.html).toBe("<p>Yes, <strong>any time</strong>.</p>\n<p>More.</p>");
});

test("tells which files an entry shows or links to, also in FAQs and as pages, without reading its body", async () => {
  const kb = await base({
    "faqs/f.md": "# F?\n\n[x](form.pdf#page=2)\n",
    "faqs/form.pdf": "%PDF-1.7",
    "lessons/a.mdx":
      '---\ntitle: A\nvideo: { src: tour.mp4 }\n---\n\n<Faq of="faq:f" />\n\n[y](/media/lessons/tour.mp4) [z](https://example.com/media/x)\n',
    "lessons/tour.mp4": "film",
    "lessons/b.md": "# B\n\n[a](a.mdx)\n",
  });
  expect(kb.mediaOf("lesson:a", "en")).toEqual(["/media/lessons/tour.mp4", "/media/faqs/form.pdf"]);
  expect(kb.mediaOf("lesson:b", "en")).toEqual([]);
  expect(kb.mediaOf("lesson:none", "en")).toEqual([]);
});

test("falls back to the default locale, on the page of the locale that was asked for", async () => {
  const kb = await base(
    { "lessons/a.md": "# One\n", "lessons/b.md": "# Two\n", "vi/lessons/a.md": "# Một\n", "vi/lessons/c.md": "# Ba\n" },
    twoLocales,
  );
  expect(await kb.get("lesson", "a", { locale: "vi" })).toMatchObject({
    locale: "vi",
    title: "Một",
    url: "/vi/lessons/a/",
  });
  expect(await kb.get("lesson", "b", { locale: "vi" })).toMatchObject({
    locale: "en",
    title: "Two",
    url: "/vi/lessons/b/",
  });
  expect(await kb.get("lesson", "c")).toBeUndefined();
  expect((await kb.list("lesson", { locale: "vi" })).map(({ title }) => title)).toEqual(["Ba", "Một", "Two"]);
  expect((await kb.list("lesson", { locale: "vi", fallback: false })).map(({ title }) => title)).toEqual(["Ba", "Một"]);
  expect((await kb.list("lesson")).map(({ title }) => title)).toEqual(["One", "Two"]);
});

test("lists by order, then title, and filters", async () => {
  const kb = await base({
    "lessons/a.mdx": "---\ntitle: Zebra\norder: 1\ntags: [x]\nroles: [sales]\n---\n",
    "lessons/b.mdx": "---\ntitle: Émile\ntags: [y]\nlevel: beginner\n---\n",
    "lessons/c.mdx": "---\ntitle: Fox\nroles: [support]\n---\n",
    "faqs/d.mdx": "---\ntitle: D\ncategory: Billing\n---\n",
  });
  const titles = async (filter: Parameters<typeof kb.list>[1]) =>
    (await kb.list("lesson", filter)).map(({ title }) => title);
  expect(await titles({})).toEqual(["Zebra", "Émile", "Fox"]);
  expect(await titles({ tags: ["x", "y"] })).toEqual(["Zebra", "Émile"]);
  expect(await titles({ role: "sales" })).toEqual(["Zebra", "Émile"]);
  expect(await titles({ level: "beginner" })).toEqual(["Émile"]);
  expect(await kb.list("faq", { category: "Billing" })).toHaveLength(1);
  expect(await kb.list("faq", { category: "Other" })).toHaveLength(0);
});

test("shows what publish allows: no drafts, no other audiences; archived entries only by their id", async () => {
  const content = {
    "lessons/a.mdx": lesson(""),
    "lessons/draft.mdx": lesson("status: draft"),
    "lessons/staff.mdx": lesson("audience: internal"),
    "lessons/old.mdx": lesson("status: archived"),
  };
  const kb = await base(content);
  expect((await kb.list("lesson")).map(({ id }) => id)).toEqual(["a"]);
  expect(kb.entries().map(({ id }) => id)).toEqual(["a", "old"]);
  expect(await kb.get("lesson", "draft")).toBeUndefined();
  expect(await kb.get("lesson", "staff")).toBeUndefined();
  expect(await kb.get("lesson", "old")).toMatchObject({ status: "archived" });
  const found = async (base: typeof kb) => (await base.search("a lesson")).hits.map(({ id }) => id).toSorted();
  expect(await found(kb)).toEqual(["a"]);

  const all = await base(content, {}, { drafts: true, audiences: ["public", "internal"] });
  expect((await all.list("lesson")).map(({ id }) => id)).toEqual(["a", "draft", "staff"]);
  expect(await found(all)).toEqual(["a", "draft", "staff"]);
  const staff = await base(content, { publish: ["public", "internal"] });
  expect((await staff.list("lesson")).map(({ id }) => id)).toEqual(["a", "staff"]);
});

test("finds entries by former ids, and redirects their pages in every locale", async () => {
  const kb = await base(
    { "lessons/new.mdx": lesson("formerly: [old/one, Two]"), "vi/lessons/other.mdx": lesson("formerly: [cũ]") },
    { ...twoLocales, site: "https://example.com/kb/" },
  );
  expect(await kb.get("lesson", "old/one")).toMatchObject({ id: "new" });
  expect(kb.redirects).toEqual([
    { from: "/kb/lessons/old/one/", to: "/kb/lessons/new/" },
    { from: "/kb/lessons/two/", to: "/kb/lessons/new/" },
    { from: "/kb/vi/lessons/cũ/", to: "/kb/vi/lessons/other/" },
    { from: "/kb/vi/lessons/old/one/", to: "/kb/vi/lessons/new/" },
    { from: "/kb/vi/lessons/two/", to: "/kb/vi/lessons/new/" },
  ]);
});

test("makes safe URLs of any file name", async () => {
  const kb = await base({
    "lessons/Two Words.md": "# A\n",
    "lessons/C++ & C#.md": "# A\n",
    "lessons/😀.md": "# A\n",
    "lessons/a..b.md": "# A\n",
    "lessons/Hoàn tiền.md": "# A\n",
    "lessons/日本語.md": "# A\n",
    "lessons/a%2Fb?.md": "# A\n",
    "lessons/crm/index.md": "# A\n",
  });
  expect(kb.diagnostics).toEqual([]);
  expect(Object.fromEntries(kb.entries().map(({ id, url }) => [id, url]))).toEqual({
    "Two Words": "/lessons/two-words/",
    "C++ & C#": "/lessons/c-c/",
    "😀": "/lessons/u1f600/",
    "a..b": "/lessons/a-b/",
    "Hoàn tiền": "/lessons/hoàn-tiền/",
    日本語: "/lessons/日本語/",
    "a%2Fb?": "/lessons/a-2fb/",
    crm: "/lessons/crm/",
  });
});

test("a revision changes with what the reader sees, and with nothing else", async () => {
  const revision = async (text: string, more: Record<string, string> = {}) =>
    (await (await base({ "lessons/a.mdx": text, ...more })).get("lesson", "a"))?.revision;
  const before = await revision(lesson("", "Text."));
  expect(await revision(`${lesson("", "Text.")}\n{/* a note */}\n`)).toBe(before);
  expect(await revision(lesson("", "Text."), { "lessons/b.md": "# B\n" })).toBe(before);
  expect(await revision(lesson("", "Texts."))).not.toBe(before);
  expect(await revision(lesson("summary: New.", "Text."))).not.toBe(before);
});

test("throws on errors where asked to be strict, with all of them", async () => {
  const content = { "lessons/a.mdx": lesson("levl: x", "[x](faq:none)") };
  await expect(base(content, {}, { strict: true })).rejects.toThrow(ContentError);
  await expect(base(content, {}, { strict: true })).rejects.toThrow(
    "The content has 2 errors: content/lessons/a.mdx:3:1: “levl” is not a key of this front matter.",
  );
  await expect(base({ "lessons/a.mdx": lesson("reviewEvery: 1d") }, {}, { strict: true })).resolves.toBeDefined();
});

test("says what is wrong with the set-up", async () => {
  const load = async (files: Parameters<typeof createProject>[0]) => {
    const { root } = await createProject(files);
    const thrown: unknown = await loadKnowledgeBase({ root, cache: false }).catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(SetupError);
    return thrown instanceof SetupError
      ? `${thrown.message.replaceAll(root, "<root>")} ${thrown.hint ?? ""}`.trim()
      : "";
  };
  const lessonFile = { "content/lessons/a.md": "# A\n" };
  expect(await load(lessonFile)).toBe(
    "There is no knowhow.config.ts in <root>. Make one, and a first entry, with “knowhow init”; or name the right folder with --root.",
  );
  const { root } = await createProject({ "knowhow.config.json": { title: "T" }, ...lessonFile });
  const inside = join(root, "content/lessons");
  await expect(loadKnowledgeBase({ root: inside, cache: false })).rejects.toMatchObject({
    message: `There is no knowhow.config.ts in ${inside}.`,
    hint: `There is one in ${root}: go there, or name that folder with --root.`,
  });
  expect(await load({ "knowhow.config.json": { title: "T" } })).toBe(
    "There is no content folder at <root>/content. Create it with a first lesson, content/lessons/first.md, or set “content” in the configuration.",
  );
  expect(await load({ "knowhow.config.json": { title: "T", content: "./docs" } })).toBe(
    "There is no content folder at <root>/docs. Create it with a first lesson, docs/lessons/first.md, or set “content” in the configuration.",
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": { titel: "T", theme: { accent: 3 } } })).toBe(
    'knowhow.config.json has 3 mistakes:\n  - “title” is missing. Write a text, or one for each language: { en: "Help", vi: "Trợ giúp" }.\n  - “theme.accent” should be text, but is the number 3. Put it in quotes: "3".\n  - “titel” is not a key of this configuration. Did you mean “title”?',
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": { title: "T", publish: ["publik"] } })).toBe(
    "knowhow.config.json: “publish” names the audience “publik”, which is not among “audiences”. Did you mean “public”?",
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": { title: "T", theme: { logo: "logo.svg" } } })).toBe(
    "knowhow.config.json: “theme.logo” names logo.svg, which is not there. Name a file relative to the root.",
  );
  expect(
    await load({
      ...lessonFile,
      "knowhow.config.json": { title: "T", search: { zeroResults: "//elsewhere.example" } },
    }),
  ).toBe(
    "knowhow.config.json has a mistake:\n  - “search.zeroResults” cannot be “//elsewhere.example”. Write a path on the site itself, for example /search-misses.",
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": { title: "", budget: { warn: 20 } } })).toBe(
    "knowhow.config.json has a mistake:\n  - “title” is empty. Write something, or leave it out.",
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": { title: "T", budget: { warn: 20, error: 10 } } })).toBe(
    "knowhow.config.json: “budget” warns at 20 minutes, after its error at 10. Make “warn” the smaller of the two.",
  );
  expect(
    await load({ ...lessonFile, "knowhow.config.json": { title: "T", locales: { english: { label: "E" } } } }),
  ).toBe(
    "knowhow.config.json has a mistake:\n  - “english” cannot be a name here. Name a locale by its language tag, for example vi or pt-BR.",
  );
  expect(await load({ ...lessonFile, "knowhow.config.json": "{ title: }" })).toMatch(
    /knowhow\.config\.json cannot be read: .* Correct it and try again\.$/,
  );
  expect(await load({ ...lessonFile, "knowhow.config.ts": "export default { title: 'T'" })).toMatch(
    /knowhow\.config\.ts:1 cannot be read: .* Correct it and try again\.$/,
  );
  expect(await load({ ...lessonFile, "knowhow.config.ts": "export const config = {}" })).toMatch(
    /exports no configuration/,
  );
  expect(
    await load({ ...lessonFile, "knowhow.config.ts": 'import "left-padding";\nexport default { title: "T" }' }),
  ).toBe(
    "knowhow.config.ts imports “left-padding”, which is not installed. Run “npm install” where the package.json is; if “left-padding” is not in that, “npm install left-padding”.",
  );
});

test("a configuration in a folder without packages has Knowhow's own", async () => {
  const project = await createProject({
    "knowhow.config.ts":
      'import { defineConfig } from "@knowhow/core";\nimport { title } from "./title.ts";\nexport default defineConfig({ title });',
    "title.ts": 'import { grade } from "@knowhow/core";\nexport const title = "Our desk, " + typeof grade;',
    "content/lessons/a.md": "# One\n",
  });
  expect((await loadKnowledgeBase({ root: project.root })).config.title).toBe("Our desk, function");

  await project.write("title.ts", 'import "@knowhow/core/nowhere";\nexport const title = "Our desk";');
  await expect(loadKnowledgeBase({ root: project.root })).rejects.toThrow("./nowhere");
});

test("follows edits of content and configuration", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# One\n" });
  const changes: string[] = [];
  let wake = () => {};
  const watched = await watchKnowledgeBase({
    root: project.root,
    onChange: async (change) => {
      changes.push(
        "kb" in change
          ? `${change.kb.config.title}: ${(await change.kb.list("lesson")).map(({ title }) => title)}`
          : change.error.message,
      );
      wake();
    },
  });
  const next = async (edit: () => Promise<void>) => {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await edit();
    await woken;
    return changes.at(-1);
  };
  try {
    expect(await next(() => project.write("content/lessons/a.md", "# Two\n"))).toBe("T: Two");
    expect(await next(() => project.write("content/lessons/b.md", "# Three\n"))).toBe("T: Three,Two");
    expect(await next(() => project.write("knowhow.config.json", { title: "U" }))).toBe("U: Three,Two");
    expect(await next(() => project.write("knowhow.config.json", { titel: "U" }))).toContain("“title” is missing.");
    // Also where something else changes: nothing can be read with a configuration that there is no more.
    expect(await next(() => project.write("content/lessons/b.md", "# Four\n"))).toContain("“title” is missing.");
    expect(await next(() => project.write("knowhow.config.json", { title: "V" }))).toBe("V: Four,Two");
    expect(await next(() => project.remove("content/lessons/b.md"))).toBe("V: Two");
  } finally {
    await watched.close();
  }
});

test("lets sentences go on where an editor wrapped their lines", async () => {
  const kb = await base({ "faqs/a.md": "# Can I\n\nYes, any\ntime you\nlike.\n\n```\na\nb\n```\n" });
  expect(await kb.get("faq", "a")).toMatchObject({
    answer: "Yes, any time you like.",
    text: "Yes, any time you like.\na\nb",
  });
});

describe("a program that asks for what there is not", () => {
  const ask = async (act: (kb: LocalKnowledgeBase) => unknown) => {
    const project = await createProject({
      "knowhow.config.json": { title: "T" },
      "content/faqs/a.md": "# Why?\n\nSo.\n",
    });
    const kb = await loadKnowledgeBase({ root: project.root, cache: false });
    return Promise.resolve()
      .then(() => act(kb))
      .then(
        () => "",
        (error: Error) => `${error.name}: ${error.message}`,
      );
  };
  const noFrench = "RangeError: There is no locale “fr” in this knowledge base. It has: en.";

  test.each<[string, (kb: LocalKnowledgeBase) => unknown, string]>([
    ["a locale of get", (kb) => kb.get("faq", "a", { locale: "fr" }), noFrench],
    ["a locale of list", (kb) => kb.list("faq", { locale: "fr" }), noFrench],
    ["a locale of search", (kb) => kb.search("why", { locale: "fr" }), noFrench],
    ["a locale of ask", (kb) => kb.ask("why", { locale: "fr" }), noFrench],
    [
      "a limit below 0",
      (kb) => kb.search("why", { limit: -1 }),
      "RangeError: “limit” is a whole number from 0, and this is -1.",
    ],
    [
      "a limit that is none",
      (kb) => kb.ask("why", { limit: Number.NaN }),
      "RangeError: “limit” is a whole number from 0, and this is NaN.",
    ],
    [
      "a threshold",
      (kb) => kb.ask("why", { threshold: 80 }),
      "RangeError: “threshold” is a number from 0 to 1, and this is 80.",
    ],
    [
      "a type of results",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.search("why", { type: ["faq", "lession"] }),
      "RangeError: There is no type “lession” of results. There are: lesson, faq, quiz, path, scenario, question.",
    ],
    [
      "a filter that is no text",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.ask("why", { role: 5 }),
      "TypeError: “role” is a text or a list of texts, and this is number.",
    ],
    [
      "a filter of nothing",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.search("why", { tags: ["a", null] }),
      "TypeError: “tags” is a text or a list of texts, and this is null.",
    ],
    [
      "a facet",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.search("why", { facets: ["tag"] }),
      "RangeError: There is no facet “tag”. There are: type, role, level, tags.",
    ],
    // @ts-expect-error As a program without types calls it.
    ["no query", (kb) => kb.search(undefined), "TypeError: A query is text, and this is undefined."],
    [
      "a type of get",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.get("toString", "a"),
      "RangeError: There is no type “toString” of entries. There are: lesson, faq, quiz, path, scenario.",
    ],
    [
      "a type of list",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.list("faqs"),
      "RangeError: There is no type “faqs” of entries. There are: lesson, faq, quiz, path, scenario.",
    ],
    [
      "a single tag of list",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.list("faq", { tags: "a" }),
      "TypeError: “tags” is a list of texts, and this is string.",
    ],
    [
      "a role of list that is a list",
      // @ts-expect-error As a program without types calls it.
      (kb) => kb.list("faq", { role: ["support"] }),
      "TypeError: “role” is a text, and this is object.",
    ],
  ])("is told: %s", async (_, act, message) => {
    expect(await ask(act)).toBe(message);
  });

  test("is told: an audience", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "T" },
      "content/faqs/a.md": "# Why?\n\nSo.\n",
    });
    await expect(loadKnowledgeBase({ root: project.root, audiences: ["intern"] })).rejects.toThrow(
      "There is no audience “intern” in the configuration.",
    );
  });
});

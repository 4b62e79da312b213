import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { recordsOf } from "../../src/knowledge/knowledge-base.ts";
import type { Searchable } from "../../src/knowledge/types.ts";
import { type LocalKnowledgeBase, loadKnowledgeBase, openSite } from "../../src/node.ts";
import { createMemorySearch, joinSearchFiles, untranslated } from "../../src/search/index.ts";
import { openSiteSearch } from "../../src/search/node/index.ts";
import { buildSearchIndex } from "../support/search-index.ts";
import { searchRecord } from "../support/search-records.ts";

const content = {
  "index.html": '<!doctype html><html lang="en"><title>Help</title>',
  "knowhow.config.json": {
    title: "Help",
    site: "https://kb.example.com/help/",
    locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    defaultLocale: "en",
  },
  "content/faqs/refunds.md":
    "---\ntitle: How do I get my money back?\ntags: [billing]\n---\n\nWithin 30 days, always.\n",
  "content/faqs/remote-access.md":
    "---\ntitle: How do I set up remote access?\ntags: [accounts]\n---\n\nInstall the VPN client, then sign in.\n",
  "content/lessons/export.mdx": `---
title: Export a sales report
tags: [crm]
---

Open the report and choose Export.

<Question id="q">
Which format keeps the formulas of the report?

- [x] A spreadsheet
- [ ] A picture
</Question>
`,
  "content/vi/faqs/refunds.md":
    "---\ntitle: Làm sao để được hoàn tiền?\ntags: [billing]\n---\n\nTrong vòng 30 ngày, gửi report cho kế toán.\n",
  "content/vi/faqs/leave.md": "---\ntitle: Làm sao để xin nghỉ phép?\ntags: [people]\n---\n\nGửi đơn cho quản lý.\n",
};

let kb: LocalKnowledgeBase;
let folder: string;
let site: Searchable;

beforeAll(async () => {
  const project = await createProject(content);
  kb = await loadKnowledgeBase({ root: project.root });
  folder = project.root;
  const records = await Promise.all(["en", "vi"].map((locale) => recordsOf(kb, locale)));
  await buildSearchIndex(folder, records.flat(), [], untranslated(kb.entries(), kb.config).fallback);
  site = await openSite(folder);
});

test("a built site has no pages of a locale that nothing is written in, and says so of lists, too", async () => {
  const project = await createProject({
    "index.html": content["index.html"],
    "knowhow.config.json": content["knowhow.config.json"],
    "content/faqs/refunds.md": content["content/faqs/refunds.md"],
  });
  const empty = await loadKnowledgeBase({ root: project.root });
  await buildSearchIndex(project.root, await recordsOf(empty, "en"));
  for (const { path, text } of joinSearchFiles("vi", [])) await project.write(`pagefind/${path}`, text);
  const search = await openSiteSearch(project.root, "vi");
  expect(await search.search("refunds")).toMatchObject({ hits: [], total: 0 });
  expect(await search.search("", { type: "faq" })).toMatchObject({ hits: [], total: 0 });
});

type Answered = Extract<Awaited<ReturnType<Searchable["ask"]>>, { readonly found: true }>;

describe.each([
  ["the content itself", () => kb],
  ["a built site", () => site],
])("readers of a locale, in %s", (_, searched: () => Searchable) => {
  const search = (query: string, options = {}) => searched().search(query, { locale: "vi", ...options });

  test("find an entry that is not translated, in its own language and on its page for them", async () => {
    const { hits, total } = await search("remote access");
    expect(hits[0]).toMatchObject({
      ref: "faq:remote-access",
      locale: "en",
      title: "How do I set up remote access?",
      url: "/help/vi/faqs/remote-access/",
    });
    expect(total).toBe(1);
  });

  test("find nothing of an entry's original that is translated", async () => {
    for (const query of ["money back", "get money", "refunds within 30 days"]) {
      expect((await search(query)).hits.map(({ ref, locale }) => `${ref} ${locale}`)).not.toContain("faq:refunds en");
    }
  });

  test("find what is written in their language first where that is sure, and only that where it is enough", async () => {
    const { hits } = await search("hoan tien");
    expect(hits[0]).toMatchObject({ ref: "faq:refunds", locale: "vi" });
    expect(hits.every(({ locale }) => locale === "vi")).toBe(true);
  });

  test("find both for a word that both languages have, each once, in the order of their scores", async () => {
    const { hits, total } = await search("export report");
    expect(hits.map(({ ref, type, locale }) => `${ref} ${type} ${locale}`)).toEqual([
      "lesson:export lesson en",
      "lesson:export question en",
      "faq:refunds faq vi",
    ]);
    expect(total).toBe(3);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect((await search("export report", { limit: 1 })).hits).toHaveLength(1);
  });

  test("find among them what a filter lets through, and see its counts", async () => {
    expect((await search("export report", { tags: "billing" })).hits.map(({ locale }) => locale)).toEqual(["vi"]);
    expect((await search("export report", { type: "question" })).hits).toMatchObject([{ type: "question" }]);
    expect((await search("export report", { facets: ["tags"] })).facets).toEqual({ tags: { billing: 1, crm: 2 } });
  });

  test("without words get all that a filter lets through, what is not translated behind the rest", async () => {
    const { hits, total, facets } = await search("", { tags: ["billing", "crm"], facets: ["tags"] });
    expect(hits.map(({ ref, type, locale, url }) => `${ref} ${type} ${locale} ${url}`)).toEqual([
      "faq:refunds faq vi /help/vi/faqs/refunds/",
      "lesson:export lesson en /help/vi/lessons/export/",
      "lesson:export question en /help/vi/lessons/export/#q",
    ]);
    expect({ total, facets }).toEqual({ total: 3, facets: { tags: { accounts: 1, billing: 1, crm: 2, people: 1 } } });
    expect(await search("")).toMatchObject({ hits: [], total: 0 });
  });

  test("get the answer of such an entry, with where it stands", async () => {
    expect(await searched().ask("how do i set up remote access", { locale: "vi" })).toMatchObject({
      found: true,
      text: "Install the VPN client, then sign in.",
      citation: { ref: "faq:remote-access", locale: "en", url: "/help/vi/faqs/remote-access/" },
    });
    const { others } = (await searched().ask("how do i set up remote access", { locale: "vi", limit: 1 })) as Answered;
    expect(others).toEqual([]);
    expect(await searched().ask("lam sao de duoc hoan tien", { locale: "vi" })).toMatchObject({
      found: true,
      citation: { ref: "faq:refunds", locale: "vi" },
    });
  });

  test("are shown no entry of another language that shares but small words with the question", async () => {
    const { hits } = await search("in an to do");
    expect(hits.filter(({ locale }) => locale === "en")).toEqual([]);
    expect(await searched().ask("zebra xylophone", { locale: "vi" })).toEqual({
      found: false,
      confidence: 0,
      nearest: [],
    });
  });

  test("and of the default locale find what is written in it, as before", async () => {
    const { hits } = await searched().search("nghi phep");
    expect(hits).toEqual([]);
  });

  test("can ask for what is not translated into a locale", async () => {
    const { hits } = await searched().search("report access money", { lacks: "vi" });
    expect(new Set(hits.map(({ ref }) => ref))).toEqual(new Set(["lesson:export", "faq:remote-access"]));
  });
});

test("entries that are not translated are suggested by their names, marked, behind those that are", async () => {
  const records = await Promise.all(["en", "vi"].map((locale) => recordsOf(kb, locale)));
  const { fallback } = untranslated(kb.entries(), kb.config);
  const suggest = async (locale: string, typed: string) => {
    const own = records.flat().filter((record) => record.locale === locale);
    if (locale === "vi")
      own.push(searchRecord({ id: "thue", locale, title: "Thuế export", url: "/help/vi/faqs/thue/" }));
    const search = await createMemorySearch(locale, own, [], { fallback: fallback(locale) });
    return (await search.suggest(typed)).map(({ url, locale: written }) => `${written} ${url}`);
  };
  expect(await suggest("vi", "exp")).toEqual(["vi /help/vi/faqs/thue/", "en /help/vi/lessons/export/"]);
  expect(await suggest("vi", "set up rem")).toEqual(["en /help/vi/faqs/remote-access/"]);
  expect(await suggest("vi", "mon")).toEqual([]);
  expect(await suggest("en", "exp")).toEqual(["en /help/lessons/export/"]);
});

test("a locale into which nothing is translated yet finds everything in the default one", async () => {
  const { "content/vi/faqs/refunds.md": _, "content/vi/faqs/leave.md": __, ...originals } = content;
  const base = await loadKnowledgeBase({ root: (await createProject(originals)).root });
  expect((await base.search("money back", { locale: "vi" })).hits).toMatchObject([{ url: "/help/vi/faqs/refunds/" }]);
});

test("where the other index cannot be loaded, what was found remains", async () => {
  const copy = await mkdtemp(join(tmpdir(), "knowhow-untranslated-"));
  afterAll(() => rm(copy, { recursive: true, force: true }));
  const records = await recordsOf(kb, "vi");
  await buildSearchIndex(copy, records, [], untranslated(kb.entries(), kb.config).fallback);
  const { hits } = await (await openSite(copy)).search("report nghỉ", { locale: "vi" });
  expect(hits.length).toBeGreaterThan(0);
});

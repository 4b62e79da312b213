import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMemorySearch, type Search } from "../../src/search/index.ts";
import { openSiteSearch } from "../../src/search/node/index.ts";
import { buildSearchIndex } from "../support/search-index.ts";
import { helpDesk, vietnameseDesk } from "../support/search-records.ts";

let site: string;
let desk: Search;
const memoryDesk = await createMemorySearch("en", helpDesk);

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "knowhow-drivers-"));
  await buildSearchIndex(site, [...helpDesk, ...vietnameseDesk]);
  desk = await openSiteSearch(site, "en");
});

afterAll(() => rm(site, { recursive: true, force: true }));

describe("a built site and the same records in memory", () => {
  test.each([
    "how can i get my money back",
    "forgot pasword",
    "copy of an invoice",
    "export a report as spreadsheet",
    "how long does delivery take",
    "50,000 rows",
    "50000 rows",
    "how do i",
    '"working days"',
  ])("agree on the first hit for %s", async (query) => {
    const [built, memory] = [await desk.search(query), await memoryDesk.search(query)];
    expect(built.hits[0]?.ref).toBe(memory.hits[0]?.ref);
    expect(built.hits[0]?.url).toBe(memory.hits[0]?.url);
    expect(built.correctedQuery).toBe(memory.correctedQuery);
  });

  test.each(["xxxxxxxx", "refxq jkwq", "repzz"])(
    "find nothing for %s, which only starts as words do",
    async (query) => {
      for (const search of [desk, memoryDesk]) expect(await search.search(query)).toMatchObject({ hits: [], total: 0 });
    },
  );

  test("answer alike", async () => {
    const question = "how do i get a refund?";
    const memory = await memoryDesk.ask(question);
    expect(await desk.ask(question)).toMatchObject({ found: true, text: "text" in memory ? memory.text : "" });
  });

  test("suggest alike", async () => {
    expect(await desk.suggest("inv")).toEqual(await memoryDesk.suggest("inv"));
  });

  test("list alike what a filter lets through", async () => {
    const [built, memory] = [
      await (await openSiteSearch(site, "en")).search("", { type: "faq" }),
      await memoryDesk.search("", { type: "faq" }),
    ];
    expect(built.hits.map(({ url }) => url)).toEqual(memory.hits.map(({ url }) => url));
    expect(built.total).toBe(memory.total);
  });

  test("filter and count alike", async () => {
    const options = { role: "finance", facets: ["type", "level", "tags", "role"] } as const;
    const [built, memory] = [
      await desk.search("report invoice refund", options),
      await memoryDesk.search("report invoice refund", options),
    ];
    expect(built.facets).toEqual(memory.facets);
    expect(built.total).toBe(memory.total);
  });
});

test("a page's owner comes with it, and is no word to find it by", async () => {
  const owned = helpDesk.map((record) => ({ ...record, owner: "zebra@example.com" }));
  const folder = await mkdtemp(join(tmpdir(), "knowhow-drivers-"));
  await buildSearchIndex(folder, owned);
  for (const search of [await openSiteSearch(folder, "en"), await createMemorySearch("en", owned)]) {
    expect((await search.search("refund")).hits[0]).toMatchObject({ ref: "faq:refund", owner: "zebra@example.com" });
    expect((await search.search("zebra")).hits).toEqual([]);
  }
  await rm(folder, { recursive: true, force: true });
});

test("each language has its own index, and diacritics do not matter", async () => {
  const vietnamese = await openSiteSearch(site, "vi");
  expect((await vietnamese.search("dang ky tai khoan")).hits[0]).toMatchObject({ ref: "faq:register", locale: "vi" });
  expect((await vietnamese.search("Đăng ký tài khoản")).hits[0]).toMatchObject({
    title: "Đăng ký tài khoản như thế nào?",
  });
  expect((await desk.search("dang ky tai khoan")).hits).toEqual([]);
});

test("a section's text is what stands under its heading", async () => {
  const [hit] = (await desk.search("spreadsheets keep their formulas")).hits;
  expect(hit).toMatchObject({
    url: "/lessons/crm/export/#steps",
    excerpt: expect.stringMatching(/^Open the report, choose Export/),
  });
});

test("a base whose index is of another Pagefind says so", async () => {
  const file = join(site, "pagefind/pagefind-entry.json");
  const entry = await readFile(file, "utf8");
  await writeFile(file, entry.replace(/"version":"[^"]+"/, '"version":"0.1.0"'));
  await expect(openSiteSearch(site, "en")).rejects.toMatchObject({
    code: "index-version",
    message: expect.stringMatching(
      /^The search index was made by Pagefind 0\.1\.0, and this program reads [\d.]+: build the site again\.$/,
    ),
  });
  await writeFile(file, entry);
});

test("a base whose pages lack their words says that the index could not be loaded", async () => {
  await rm(join(site, "pagefind/index"), { recursive: true });
  const search = await openSiteSearch(site, "en");
  await expect(search.search("refund")).rejects.toMatchObject({
    name: "SearchError",
    code: "index-missing",
    message: "The search index could not be loaded: check the connection and try again.",
  });
});

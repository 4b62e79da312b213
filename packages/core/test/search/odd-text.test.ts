import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMemorySearch, type Search } from "../../src/search/index.ts";
import { openSiteSearch } from "../../src/search/node/index.ts";
import { firstSentences } from "../../src/search/passage.ts";
import { tokenise } from "../../src/search/tokenise.ts";
import { buildSearchIndex } from "../support/search-index.ts";
import { searchRecord } from "../support/search-records.ts";

const records = [
  searchRecord({
    id: "copied",
    title: "Copied from a document",
    sections: [
      {
        text: "Now—later, plan·budget. The \ufb01nal of\ufb01ce has H₂O, a soft\u00adhyphen and a zero\u200bwidth space.",
      },
    ],
  }),
  searchRecord({ id: "e-mail", title: "Change your e-mail address", sections: [{ text: "It costs nothing." }] }),
  searchRecord({
    id: "install",
    title: "How do I install the tool?",
    sections: [{ text: "Type npm install" }, { anchor: "then", heading: "Then", text: "Run knowhow init" }],
  }),
  searchRecord({ id: "rows", title: "Why are 50,000 rows too many?", sections: [{ text: "They are slow." }] }),
  searchRecord({
    id: "order",
    title: "Theo dõi kiện hàng",
    locale: "vi",
    sections: [{ text: "Xem đơn hàng của bạn trong mục Tài khoản." }],
  }),
  searchRecord({
    id: "single",
    title: "Giặt áo",
    locale: "vi",
    sections: [{ text: "Hàng áo đơn được giặt hôm nay." }],
  }),
];

let site: string;
const searches = new Map<string, readonly [Search, Search]>();

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "knowhow-odd-text-"));
  await buildSearchIndex(site, records);
  for (const locale of ["en", "vi"]) {
    const own = records.filter((record) => record.locale === locale);
    searches.set(locale, [await createMemorySearch(locale, own), await openSiteSearch(site, locale)]);
  }
});

afterAll(() => rm(site, { recursive: true, force: true }));

describe("on a built site as in memory", () => {
  test.each([
    ["later", "copied"],
    ["budget", "copied"],
    ["final", "copied"],
    ["office", "copied"],
    ["h2o", "copied"],
    ["softhyphen", "copied"],
    ["zerowidth", "copied"],
    ["e-mail", "e-mail"],
    ["50000", "rows"],
  ])("%s is found, however it is written on its page", async (query, id) => {
    for (const search of searches.get("en") ?? []) expect((await search.search(query)).hits[0]?.id).toBe(id);
  });

  test.each(['"đơn hàng"', '"Đơn hàng"', '"don hang"'])(
    "the phrase %s is found by its words one after the other",
    async (query) => {
      for (const search of searches.get("vi") ?? [])
        expect((await search.search(query)).hits.map(({ id }) => id)).toEqual(["order"]);
    },
  );

  test("a page is quoted as it is, without a full stop that it has not", async () => {
    for (const search of searches.get("en") ?? []) {
      expect(await search.ask("how do i install the tool")).toMatchObject({ found: true, text: "Type npm install" });
      expect((await search.search("knowhow init")).hits[0]).toMatchObject({
        anchor: "then",
        excerpt: "Run knowhow init",
      });
    }
  });

  test("marks without a letter are no words", async () => {
    for (const search of searches.get("en") ?? []) expect((await search.search("\u0301 \u0308")).hits).toEqual([]);
  });

  test.each([
    ["e-mail", ["Change your e-mail address"]],
    ["change your e-m", ["Change your e-mail address"]],
    ["50,000", ["Why are 50,000 rows too many?"]],
    ["50000 ro", ["Why are 50,000 rows too many?"]],
  ])("%s is completed to what is called so", async (typed, titles) => {
    for (const search of searches.get("en") ?? [])
      expect((await search.suggest(typed)).map(({ title }) => title)).toEqual(titles);
  });
});

test("signs that nobody sees do not part words", () => {
  const [word, ...others] = tokenise("zero\u200bwidth");
  expect([word, others]).toEqual([{ text: "zerowidth", folded: "zerowidth", start: 0, end: 10 }, []]);
});

test("sentences without spaces between them are sentences, too", () => {
  expect(firstSentences("请先登录系统。然后点击导出按钮并选择格式。最后保存文件到本地电脑。", 12)).toBe(
    "请先登录系统。然后点击导出按钮并选择格式。",
  );
});

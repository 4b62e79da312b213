import { describe, expect, test } from "vitest";
import { indexFacets } from "../../src/search/facet-index.ts";
import { readFacets, writeFacets } from "../../src/search/facet-json.ts";
import { createMemorySearch } from "../../src/search/index.ts";
import { createPageFilter } from "../../src/search/page-filter.ts";
import { helpDesk, searchRecord } from "../support/search-records.ts";

const hostile = ["__proto__", "constructor", "a b", "1"].map((tag) =>
  searchRecord({ id: tag, title: `About ${tag}`, tags: [tag], lacks: ["vi"] }),
);

describe("what pages can be filtered by", () => {
  test("is read as it was written, whatever values authors thought of", () => {
    const index = indexFacets([helpDesk, hostile]);
    expect(readFacets(writeFacets(index))).toEqual(index);
    expect([...index.fields.tags.keys()]).toEqual(["1", "__proto__", "a b", "account", "billing", "constructor"]);
    expect(index.fields.lacks.get("vi")).toEqual([5, 6, 7, 8]);
  });

  test("goes by the order of URLs within each part, in whatever order pages come", () => {
    expect(indexFacets([[...helpDesk].reverse(), [...hostile].reverse()])).toEqual(indexFacets([helpDesk, hostile]));
  });

  test("lists pages in the order of their URLs, whatever parts they are dealt into", () => {
    const records = ["d", "a", "c", "b", "e"].map((id) => searchRecord({ id, title: id }));
    const of = (ids: string) => records.filter(({ id }) => ids.includes(id));
    for (const parts of [[records], [of("bd"), of("ace")], [of("e"), [], of("abc"), of("d")]]) {
      const index = readFacets(writeFacets(indexFacets(parts)));
      const keys = parts.flatMap((part) => part.map(({ id }) => id).sort());
      expect(createPageFilter(index, keys).keys).toEqual(["a", "b", "c", "d", "e"]);
    }
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 40)],
    ["something else", () => "[]"],
    ["without a field", (text: string) => text.replace('"level"', '"other"')],
    ["of fewer pages", (text: string) => text.replace('"pages":5', '"pages":2')],
    ["no numbers", (text: string) => text.replace(/"faq":"[^"]*"/, '"faq":"!"')],
  ])("is told apart from a file that is %s", (_, spoil) => {
    expect(() => readFacets(spoil(writeFacets(indexFacets([helpDesk]))))).toThrow(
      expect.objectContaining({
        code: "index-broken",
        message: "The search index is damaged: build and publish the site again.",
      }),
    );
  });

  test("fits the pages of its index, or the index is damaged", () => {
    expect(() => createPageFilter(indexFacets([helpDesk]), ["/faqs/refund/"])).toThrow(/damaged/);
  });
});

test("hostile values are counted and filtered by like others", async () => {
  const search = await createMemorySearch("en", [...helpDesk, ...hostile]);
  const { facets } = await search.search("about", { facets: ["tags"] });
  expect(Object.entries(facets.tags ?? {})).toEqual(
    expect.arrayContaining([
      ["__proto__", 1],
      ["constructor", 1],
    ]),
  );
  expect((await search.search("about", { tags: "__proto__" })).hits).toMatchObject([{ id: "__proto__" }]);
});

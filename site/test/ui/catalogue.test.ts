import { describe, expect, test } from "vitest";
import { catalogueOf, topicsOfEntry } from "../../src/view/catalogue.ts";
import { homePage } from "../../src/view/home.ts";
import { sketchedKnowledgeBase } from "./support/knowledge.ts";

describe("what a locale lists", () => {
  const kb = sketchedKnowledgeBase(
    [
      { type: "faq", id: "refunds", title: "Refunds" },
      { type: "faq", id: "refunds", locale: "vi", title: "Hoàn tiền" },
      { type: "faq", id: "address", title: "Address" },
      { type: "faq", id: "first", title: "Zebra", order: 1 },
      { type: "faq", id: "fax", title: "Fax", status: "archived" },
      { type: "faq", id: "tet", locale: "vi", title: "Nghỉ Tết" },
    ],
    "/kb/",
  );

  test("by order, then by title; archived entries keep their page only", () => {
    const { lists, byRef } = catalogueOf(kb, "en");
    expect(lists.faq.map(({ title }) => title)).toEqual(["Zebra", "Address", "Refunds"]);
    expect(byRef.has("faq:fax")).toBe(true);
    expect(byRef.has("faq:tet")).toBe(false);
  });

  test("an entry without a translation stands in the default language, on a page of the locale", () => {
    const { lists } = catalogueOf(kb, "vi");
    expect(lists.faq.map(({ title, locale, url }) => [title, locale, url])).toEqual([
      ["Zebra", "en", "/kb/vi/faqs/first/"],
      ["Address", "en", "/kb/vi/faqs/address/"],
      ["Hoàn tiền", "vi", "/kb/vi/faqs/refunds/"],
      ["Nghỉ Tết", "vi", "/kb/vi/faqs/tet/"],
    ]);
  });

  test("is made once for a knowledge base", () => {
    expect(catalogueOf(kb, "vi")).toBe(catalogueOf(kb, "vi"));
  });
});

describe("topics", () => {
  const kb = sketchedKnowledgeBase([
    { type: "faq", id: "a", tags: ["Billing", "c++"] },
    { type: "faq", id: "b", tags: ["billing", "c#", "billing"] },
    { type: "lesson", id: "c", tags: ["🙂", "thanh toán"] },
  ]);

  test("take tags that differ by case as one, and give every one an address of its own", () => {
    const { topics } = catalogueOf(kb, "en");
    expect(topics.map(({ name, url, entries }) => [name, url, entries.length])).toEqual([
      ["🙂", "/tags/u1f642/", 1],
      ["Billing", "/tags/billing/", 2],
      ["c#", "/tags/c/", 1],
      ["c++", "/tags/c-2/", 1],
      ["thanh toán", "/tags/thanh-toán/", 1],
    ]);
  });

  test("are called as the configuration names their tags in the language, and sorted by that", () => {
    const named = sketchedKnowledgeBase(
      [
        { type: "faq", id: "a", tags: ["billing", "crm", "zoo"] },
        { type: "faq", id: "b", locale: "vi", tags: ["crm"] },
      ],
      "/",
      { tags: { billing: { label: { en: "Billing", vi: "Thanh toán" } }, crm: { label: { en: "Who buys" } } } },
    );
    const namesIn = (locale: string) => catalogueOf(named, locale).topics.map(({ key, name, url }) => [key, name, url]);
    expect(namesIn("en")).toEqual([
      ["billing", "Billing", "/tags/billing/"],
      ["crm", "Who buys", "/tags/crm/"],
      ["zoo", "zoo", "/tags/zoo/"],
    ]);
    expect(namesIn("vi")).toEqual([
      ["billing", "Thanh toán", "/vi/tags/billing/"],
      ["crm", "Who buys", "/vi/tags/crm/"],
      ["zoo", "zoo", "/vi/tags/zoo/"],
    ]);
  });

  test("of an entry come in the order of its tags", () => {
    const catalogue = catalogueOf(kb, "en");
    expect(topicsOfEntry({ tags: ["c#", "BILLING", "gone"] }, catalogue).map(({ name }) => name)).toEqual([
      "c#",
      "Billing",
    ]);
  });
});

describe("the home page", () => {
  test("shows what changed last first, and questions in the reader's language first", () => {
    const kb = sketchedKnowledgeBase([
      { type: "faq", id: "old", published: "2026-01-01" },
      { type: "faq", id: "mended", published: "2025-01-01", updated: "2026-03-01" },
      { type: "lesson", id: "undated" },
      { type: "faq", id: "zz", locale: "vi", published: "2026-02-01" },
    ]);
    const page = homePage(catalogueOf(kb, "vi"));
    expect(page.news.map(({ title, day, lang }) => [title, day, lang])).toEqual([
      ["mended", "2026-03-01", "en"],
      ["zz", "2026-02-01", undefined],
      ["old", "2026-01-01", "en"],
    ]);
    expect(page.examples.map(({ title }) => title)).toEqual(["zz", "mended", "old"]);
  });

  test("of very many topics shows the largest, by name", () => {
    const sketches = Array.from({ length: 60 }, (_, n) => ({
      type: "faq" as const,
      id: `f${n}`,
      tags: [`t${n}`, ...(n < 40 ? ["zoo"] : [])],
    }));
    const { topics, moreTopics } = homePage(catalogueOf(sketchedKnowledgeBase(sketches), "en"));
    expect(topics).toHaveLength(36);
    expect(topics.at(-1)?.name).toBe("zoo");
    expect(moreTopics).toBe(true);
  });
});

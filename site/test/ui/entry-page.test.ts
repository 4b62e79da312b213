import type { Entry } from "@knowhow/core";
import { describe, expect, test } from "vitest";
import { shortAnswer } from "../../src/view/answer.ts";
import { catalogueOf } from "../../src/view/catalogue.ts";
import { entryPage } from "../../src/view/entry-page.ts";
import { byCategory, groupByCategory } from "../../src/view/faq-index.ts";
import { pageOf } from "../../src/view/pages.ts";
import { entryPaths, listPaths, topicPaths } from "../../src/view/paths.ts";
import { sketchedKnowledgeBase } from "./support/knowledge.ts";

const kb = sketchedKnowledgeBase(
  [
    {
      type: "lesson",
      id: "crm/export",
      title: "Export",
      minutes: 4,
      questionCount: 2,
      level: "beginner",
      roles: ["sales", "night shift"],
      tags: ["crm", "reports"],
      owner: "crm@example.com",
      reviewed: "2026-10-02",
      published: "2026-01-05",
      prerequisites: ["lesson:crm/basics", "lesson:gone"],
      related: ["faq:csv"],
    },
    { type: "lesson", id: "crm/export", locale: "vi", title: "Xuất", owner: "Phòng CRM" },
    { type: "lesson", id: "crm/basics", tags: ["crm"] },
    { type: "lesson", id: "crm/near", tags: ["reports", "crm"] },
    { type: "lesson", id: "crm/far", tags: ["reports"] },
    { type: "faq", id: "csv", tags: ["crm"] },
    { type: "quiz", id: "crm/check", lesson: "lesson:crm/export" },
    { type: "quiz", id: "crm/old-check", lesson: "lesson:crm/export", status: "archived" },
  ],
  "/kb/",
);

describe("the page of an entry", () => {
  test("says how long, how hard, for whom, whose and how fresh it is", () => {
    const page = entryPage("lesson:crm/export", "en", kb);
    expect(page?.measure).toEqual(["Lesson", "4 minutes", "2 questions", "Beginner"]);
    expect(page?.facts).toEqual([
      { name: "For", value: "Sales team and night shift" },
      { name: "Owner", value: "crm@example.com", url: "mailto:crm@example.com" },
      { name: "Last review", value: "October 2, 2026", day: "2026-10-02" },
      { name: "Last change", value: "January 5, 2026", day: "2026-01-05" },
    ]);
    expect(page?.edit).toBe("https://git.example.com/edit/content/crm/export.md");
    expect(page?.canonical).toBe("https://kb.example.com/kb/lessons/crm/export/");
  });

  test("leads on: what to know first, its quizzes, what its author names, then what shares most of its tags", () => {
    const page = entryPage("lesson:crm/export", "en", kb);
    const titles = (cards: readonly { readonly title: string }[] = []) => cards.map(({ title }) => title);
    expect(titles(page?.knowFirst)).toEqual(["crm/basics"]);
    expect(titles(page?.practise)).toEqual(["crm/check"]);
    expect(titles(page?.related)).toEqual(["csv", "crm/near", "crm/far"]);
    expect(entryPage("quiz:crm/check", "en", kb)?.lesson?.title).toBe("Export");
  });

  test("is in the reader's language, with the others beside it", () => {
    const page = entryPage("lesson:crm/export", "vi", kb);
    expect(page?.measure).toEqual(["Bài học", "1 phút"]);
    expect(page?.facts).toEqual([{ name: "Người phụ trách", value: "Phòng CRM" }]);
    expect(page?.writtenIn).toBeUndefined();
    expect(page?.alternates).toEqual([{ locale: "en", label: "English", url: "/kb/lessons/crm/export/" }]);
    expect(page?.crumbs).toEqual([
      { label: "Trang chủ", url: "/kb/vi/" },
      { label: "Bài học", url: "/kb/vi/lessons/" },
    ]);
  });

  test("falls back to the language that there is, and says which; the original stays the one to index", () => {
    const page = entryPage("faq:csv", "vi", kb);
    expect(page?.writtenIn).toEqual({ locale: "en", label: "English", dir: "ltr" });
    expect(page?.canonical).toBe("https://kb.example.com/kb/faqs/csv/");
  });

  test("an owner that only looks like an address is a name", () => {
    const odd = sketchedKnowledgeBase([{ type: "faq", id: "a", owner: "a@b?subject=x" }]);
    expect(entryPage("faq:a", "en", odd)?.facts).toEqual([{ name: "Owner", value: "a@b?subject=x" }]);
  });

  test("the short answer stands above the body, unless the body begins with it", () => {
    const faq = (answer: string | undefined, text: string) => ({ type: "faq", answer, text }) as unknown as Entry;
    expect(shortAnswer(faq("Within 30 days.", "Press Refund."))).toBe("Within 30 days.");
    expect(shortAnswer(faq("Within 30 days.", "Within\n30 days. Press Refund."))).toBeUndefined();
    expect(shortAnswer(faq(undefined, "Press Refund."))).toBeUndefined();
  });
});

describe("the pages of a route", () => {
  const key = (...seen: readonly unknown[]) => JSON.stringify(seen);

  test("every entry has one in every locale, archived ones too", () => {
    expect(entryPaths("quiz", "/vi/quizzes/[...slug]", kb, key).map(({ params, props }) => [params, props])).toEqual([
      [{ slug: "crm/check" }, { id: "crm/check" }],
      [{ slug: "crm/old-check" }, { id: "crm/old-check" }],
    ]);
  });

  test("the key of a page changes with the title of an entry that it links, not with others", () => {
    const keysWith = (change: Readonly<Record<string, string>>) => {
      const changed = sketchedKnowledgeBase([
        { type: "lesson", id: "a", related: ["faq:b"] },
        { type: "faq", id: "b", title: change.b ?? "B" },
        { type: "faq", id: "c", title: change.c ?? "C" },
      ]);
      return entryPaths("lesson", "/lessons/[...slug]", changed, key).map(({ cacheKey }) => cacheKey);
    };
    expect(keysWith({ b: "New" })).not.toEqual(keysWith({}));
    expect(keysWith({ c: "New" })).toEqual(keysWith({}));
  });

  test("a later page of the FAQ index changes with the answers on it, not with those of other pages", () => {
    const keysWith = (changed: number | undefined) => {
      const many = sketchedKnowledgeBase(
        Array.from({ length: 201 }, (_, n) => ({
          type: "faq" as const,
          id: `f${n}`,
          order: n,
          revision: n === changed ? "new" : "old",
        })),
      );
      return listPaths("faq", "/faqs/page/[page]", many, "").map(({ cacheKey }) => cacheKey);
    };
    const [second, third] = keysWith(undefined);
    expect(keysWith(150)).toEqual([expect.not.stringMatching(`^${second}$`), third]);
    expect(keysWith(50)).toEqual([second, third]);
  });

  test("long lists go on over pages of a hundred", () => {
    const many = sketchedKnowledgeBase(
      Array.from({ length: 201 }, (_, n) => ({ type: "faq" as const, id: `f${n}`, tags: ["one"] })),
    );
    expect(listPaths("faq", "/faqs/page/[page]", many, "").map(({ params }) => params)).toEqual([
      { page: "2" },
      { page: "3" },
    ]);
    expect(topicPaths("/tags/[slug]", many, key).map(({ params }) => params)).toEqual([{ slug: "one" }]);
    expect(topicPaths("/tags/[slug]/page/[page]", many, key).map(({ params }) => params)).toEqual([
      { slug: "one", page: "2" },
      { slug: "one", page: "3" },
    ]);
    const last = pageOf(catalogueOf(many, "en").lists.faq, 3, "/faqs/");
    expect(last).toMatchObject({ page: 3, pages: 3, previous: "/faqs/page/2/", next: undefined });
    expect(last.items).toHaveLength(1);
    expect(pageOf(last.items, 1, "/faqs/")).toMatchObject({ pages: 1, previous: undefined, next: undefined });
  });
});

test("the index of FAQs takes categories in the order of their first FAQ, and those without one last", () => {
  const faqs = catalogueOf(
    sketchedKnowledgeBase([
      { type: "faq", id: "none", order: 1 },
      { type: "faq", id: "billing one", category: "Billing", order: 2 },
      { type: "faq", id: "c++", category: "C++", order: 3 },
      { type: "faq", id: "billing-two", category: "Billing", order: 4 },
      { type: "faq", id: "c#", category: "C#", order: 5 },
    ]),
    "en",
  ).lists.faq;
  const groups = groupByCategory(byCategory(faqs), "Other");
  expect(groups.map(({ name, anchor, faqs }) => [name, anchor, ...faqs.map(({ id }) => id)])).toEqual([
    ["Billing", "category-billing", "billing one", "billing-two"],
    ["C++", "category-c", "c++"],
    ["C#", "category-c-2", "c#"],
    ["Other", "category-other", "none"],
  ]);
});

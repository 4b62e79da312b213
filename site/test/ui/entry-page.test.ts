import { textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { describe, expect, test } from "vitest";
import { siteData } from "../../src/driver/site-data.ts";
import { catalogueOf } from "../../src/view/catalogue.ts";
import { entryPage } from "../../src/view/entry-page.ts";
import { byCategory, groupByCategory } from "../../src/view/faq-index.ts";
import { pageOf, pageTitle } from "../../src/view/pages.ts";
import type { PlaceOnPath } from "../../src/view/path-steps.ts";
import { entryPaths, listPaths, topicPaths } from "../../src/view/paths.ts";
import { shellOf } from "../../src/view/shell.ts";
import { type Sketch, sketchedKnowledgeBase } from "./support/knowledge.ts";

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
      prerequisites: ["lesson:crm/basics", "lesson:gone", "lesson:crm/old"],
      related: ["lesson:crm/old", "faq:csv"],
    },
    { type: "lesson", id: "crm/export", locale: "vi", title: "Xuất", owner: "Phòng CRM" },
    { type: "lesson", id: "crm/basics", tags: ["crm"] },
    { type: "lesson", id: "crm/near", tags: ["reports", "crm"] },
    { type: "lesson", id: "crm/far", tags: ["reports"] },
    { type: "lesson", id: "crm/old", tags: ["crm"], status: "archived" },
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
      {
        name: "For",
        value: "Sales team and night shift",
        parts: [
          { text: "Sales team", url: "/kb/roles/sales/" },
          { text: " and " },
          { text: "night shift", url: "/kb/roles/night-shift/" },
        ],
      },
      { name: "Owner", value: "crm@example.com", url: "/kb/owners/crm-example-com/" },
      { name: "Last review", value: "October 2, 2026", day: "2026-10-02" },
      { name: "Last change", value: "January 5, 2026", day: "2026-01-05" },
    ]);
    expect(page?.edit).toBe("https://git.example.com/edit/content/crm/export.md");
    expect(page?.canonical).toBe("https://kb.example.com/kb/lessons/crm/export/");
  });

  test("leads on: what to know first, its quizzes, what its author names, then what shares most of its tags; all but archived", () => {
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
    expect(page?.facts).toEqual([{ name: "Người phụ trách", value: "Phòng CRM", url: "/kb/vi/owners/phòng-crm/" }]);
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

  test("the owner of an archived entry, who has no page, is written to, unless it only looks like an address", () => {
    const archived = (owner: string) =>
      entryPage("faq:a", "en", sketchedKnowledgeBase([{ type: "faq", id: "a", owner, status: "archived" }]))?.facts;
    expect(archived("a@b.example")).toEqual([{ name: "Owner", value: "a@b.example", url: "mailto:a@b.example" }]);
    expect(archived("a@b?subject=x")).toEqual([{ name: "Owner", value: "a@b?subject=x" }]);
  });
});

describe("paths", () => {
  const onPaths = sketchedKnowledgeBase([
    {
      type: "path",
      id: "week",
      title: "First week",
      steps: ["lesson:a", "lesson:archived", "faq:old", "path:tools", "lesson:gone", "path:past"],
      minutes: 9,
    },
    { type: "path", id: "tools", title: "Tools", steps: ["lesson:a"] },
    { type: "path", id: "past", title: "Past", steps: ["lesson:a"], status: "archived" },
    { type: "lesson", id: "archived", minutes: 50, status: "archived" },
    { type: "lesson", id: "a", title: "A", minutes: 4, tags: ["x"] },
    { type: "lesson", id: "a", locale: "vi", title: "Một", minutes: 6 },
    { type: "faq", id: "b", title: "B", formerly: ["old"], answer: "So.", minutes: 2, tags: ["x"] },
  ]);
  const titles = (cards: readonly { readonly title: string }[] = []) => cards.map(({ title }) => title);

  test("show their steps in their order, under former ids too, and do not name them again below", () => {
    const page = entryPage("path:week", "en", onPaths);
    expect(page?.measure).toEqual(["Path", "3 steps", "6 minutes"]);
    expect(page?.steps.map(({ title, summary, url }) => [title, summary, url])).toEqual([
      ["A", undefined, "/lessons/a/"],
      ["B", "So.", "/faqs/b/"],
      ["Tools", undefined, "/paths/tools/"],
    ]);
    expect(page?.related).toEqual([]);
  });

  test("take as long as their steps in the language of the page", () => {
    const page = entryPage("path:week", "vi", onPaths);
    expect(page?.measure).toEqual(["Lộ trình", "3 bước", "8 phút"]);
    expect(titles(page?.steps)).toEqual(["Một", "B", "Tools"]);
    expect(catalogueOf(onPaths, "vi").lists.path.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["First week", 8],
      ["Tools", 6],
    ]);
  });

  test("are named on the pages of their steps, with what comes before and after", () => {
    const place = ({ path, step, steps, previous, next }: PlaceOnPath) => [
      path.title,
      `${step}/${steps}`,
      previous?.title,
      next?.title,
    ];
    expect(entryPage("faq:b", "en", onPaths)?.onPaths.map(place)).toEqual([["First week", "2/3", "A", "Tools"]]);
    expect(entryPage("lesson:a", "en", onPaths)?.onPaths.map(place)).toEqual([
      ["First week", "1/3", undefined, "B"],
      ["Tools", "1/1", undefined, undefined],
    ]);
    expect(entryPage("lesson:archived", "en", onPaths)?.onPaths).toEqual([]);
  });
});

describe("the frame of a page", () => {
  test("leads to the types that the site has entries of", () => {
    const labels = (entries: readonly Sketch[], locale: string) =>
      shellOf(locale, sketchedKnowledgeBase(entries)).nav.map(({ label }) => label);
    const lesson = { type: "lesson", id: "a" } as const;
    expect(labels([lesson], "en")).toEqual(["Lessons", "Topics"]);
    expect(
      labels([lesson, { type: "path", id: "p" }, { type: "scenario", id: "s" }, { type: "faq", id: "f" }], "vi"),
    ).toEqual(["Hỏi đáp", "Bài học", "Lộ trình", "Tình huống", "Chủ đề"]);
    expect(labels([lesson, { type: "path", id: "p", status: "archived" }], "en")).toEqual(["Lessons", "Topics"]);
  });
});

describe("the pages of a route", () => {
  const noMedia = { images: new Map(), addresses: new Map(), version: "" };
  const keysOf = (base: LocalKnowledgeBase) => siteData(base, { page: noMedia });
  const { cacheKey: key, entryKey } = keysOf(kb);

  test("every entry has one in every locale, archived ones too", () => {
    expect(
      entryPaths("quiz", "/vi/quizzes/[...slug]", kb, entryKey).map(({ params, props }) => [params, props]),
    ).toEqual([
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
      const keys = keysOf(changed);
      return entryPaths("lesson", "/lessons/[...slug]", changed, keys.entryKey).map(({ cacheKey }) => cacheKey);
    };
    expect(keysWith({ b: "New" })).not.toEqual(keysWith({}));
    expect(keysWith({ c: "New" })).toEqual(keysWith({}));
  });

  test("and with the files that it shows, not with those of other pages", () => {
    const shows: Readonly<Record<string, readonly string[]>> = { "lesson:a": ["/media/a.mp4"], "lesson:b": [] };
    const base: LocalKnowledgeBase = {
      ...sketchedKnowledgeBase([
        { type: "lesson", id: "a" },
        { type: "lesson", id: "b" },
      ]),
      mediaOf: (ref) => shows[ref] ?? [],
    };
    const keysWith = (hash: string) => {
      const addresses = new Map([["/media/a.mp4", `/media/a.${hash}.mp4`]]);
      const data = siteData(base, { page: { ...noMedia, addresses, version: hash } });
      return {
        a: data.entryKey("lesson:a", "en"),
        b: data.entryKey("lesson:b", "en"),
        list: data.shellKey,
      };
    };
    const [before, after] = [keysWith("1"), keysWith("2")];
    expect(after.a).not.toBe(before.a);
    expect(after.b).toBe(before.b);
    // Lists may show whole answers.
    expect(after.list).not.toBe(before.list);
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
    expect(pageTitle("Questions", last, textsOf("en", { texts: {} }))).toBe("Questions · Page 3 of 3");
    expect(pageTitle("Hỏi đáp", last, textsOf("vi", { texts: {} }))).toBe("Hỏi đáp · Trang 3 trên 3");
    expect(pageTitle("Questions", pageOf(last.items, 1, ""), textsOf("en", { texts: {} }))).toBe("Questions");
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

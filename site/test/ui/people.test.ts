import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../src/view/catalogue.ts";
import { linksOf, type NavItem, navigationOf } from "../../src/view/navigation.ts";
import { ownerAlternates, ownerNamed, ownersOf } from "../../src/view/owners.ts";
import { ownerListPaths, ownerPaths, roleListPaths, rolePaths } from "../../src/view/people-paths.ts";
import { partsOfRole, roleAlternates, roleOf, rolesOf } from "../../src/view/roles.ts";
import { type Sketch, sketchedKnowledgeBase } from "./support/knowledge.ts";

const key = (...seen: readonly unknown[]): string => JSON.stringify(seen);

describe("roles", () => {
  const kb = sketchedKnowledgeBase([
    { type: "lesson", id: "b", title: "B", roles: ["sales", "night shift"], tags: ["zoo"] },
    { type: "lesson", id: "a", title: "A", roles: ["sales", "sales"] },
    { type: "lesson", id: "c", title: "C", roles: ["sales"], tags: ["art", "zoo"] },
    { type: "quiz", id: "q", title: "Q", roles: ["sales"] },
    { type: "path", id: "p", title: "P", roles: ["sales"] },
    { type: "faq", id: "f", title: "F", roles: ["sales"], status: "archived" },
    { type: "faq", id: "everybody", title: "E" },
    { type: "faq", id: "vi", locale: "vi", title: "V", roles: ["kho"] },
  ]);

  test("hold what is for them: paths first, then by type and topic; no archived entry, none for everybody", () => {
    expect(roleOf("sales", kb, "en")?.entries.map(({ title }) => title)).toEqual(["P", "C", "B", "A", "Q"]);
  });

  test("come as the configuration names them, then the others by name; those without entries have no page", () => {
    expect(rolesOf(kb, "en").map(({ label, url }) => [label, url])).toEqual([
      ["Sales team", "/roles/sales/"],
      ["night shift", "/roles/night-shift/"],
    ]);
    expect(rolesOf(kb, "vi").map(({ id }) => id)).toEqual(["sales", "kho", "night shift"]);
    const sales = roleOf("sales", kb, "en");
    expect(sales && roleAlternates(sales, "en", kb)).toEqual([
      { locale: "vi", label: "Tiếng Việt", url: "/vi/roles/sales/" },
    ]);
  });

  test("with many entries of a type show them by topic, and the rest last", () => {
    const many = Array.from(
      { length: 9 },
      (_, i): Sketch => ({
        type: "faq",
        id: `f${i}`,
        roles: ["sales"],
        tags: i === 0 ? [] : [i % 2 ? "art" : "zoo"],
      }),
    );
    const busy = sketchedKnowledgeBase(many);
    const [faqs] = partsOfRole(roleOf("sales", busy, "en")?.entries ?? [], catalogueOf(busy, "en"));
    expect(faqs?.topics.map(({ name, entries }) => [name, entries.length])).toEqual([
      ["art", 4],
      ["zoo", 4],
      [undefined, 1],
    ]);
  });

  test("with very many entries take several pages, and the key of each changes with what it shows, and with no more", () => {
    const crowd = (title: string) =>
      sketchedKnowledgeBase(
        Array.from(
          { length: 201 },
          (_, i): Sketch => ({
            type: "faq",
            id: `f${i}`,
            title: i === 7 ? title : `F${i}`,
            roles: ["sales"],
          }),
        ),
      );
    const later = rolePaths("/roles/[slug]/page/[page]", crowd("x"), key);
    expect(later.map(({ params }) => params)).toEqual([
      { slug: "sales", page: "2" },
      { slug: "sales", page: "3" },
    ]);
    const keysOf = (title: string) =>
      ["/vi/roles/[slug]", "/vi/roles/[slug]/page/[page]"].flatMap((pattern) =>
        rolePaths(pattern, crowd(title), key).map(({ cacheKey }) => cacheKey),
      );
    const before = keysOf("F7 x");
    expect(keysOf("F7 x")).toEqual(before);
    expect(keysOf("F7 y").filter((one) => !before.includes(one))).toHaveLength(1);
  });

  test("have another key when another language has no page of theirs any more to link to", () => {
    const english: Sketch = { type: "faq", id: "a", roles: ["sales"] };
    const keyIn = (sketches: readonly Sketch[]) =>
      rolePaths("/roles/[slug]", sketchedKnowledgeBase(sketches), key)[0]?.cacheKey;
    expect(keyIn([english, { type: "faq", id: "a", locale: "vi" }])).not.toBe(keyIn([english]));
  });

  test("are nowhere in a knowledge base that names none", () => {
    const none = sketchedKnowledgeBase([{ type: "faq", id: "a" }]);
    expect(roleListPaths("/roles/[...index]", none, key)).toEqual([]);
    expect(ownerListPaths("/owners/[...index]", none, key)).toEqual([]);
    expect(roleListPaths("/roles/[...index]", kb, key).map(({ params }) => params)).toEqual([{ index: undefined }]);
  });
});

describe("owners", () => {
  const kb = sketchedKnowledgeBase(
    [
      { type: "faq", id: "late", title: "Late", owner: "Finance", reviewed: "2026-03-31", reviewEvery: "6mo" },
      { type: "faq", id: "never", title: "Never", owner: "finance " },
      { type: "lesson", id: "soon", title: "Soon", owner: "FINANCE", published: "2026-08-01", reviewEvery: "30d" },
      { type: "lesson", id: "other", title: "Other", owner: "Phòng CRM" },
      { type: "lesson", id: "gone", title: "Gone", owner: "Nobody", status: "archived" },
    ],
    "/kb/",
  );

  test("answer for their entries, the next review first, however their name is written", () => {
    expect([...ownersOf(kb, "en").values()].map(({ name, url }) => [name, url])).toEqual([
      ["FINANCE", "/kb/owners/finance/"],
      ["Phòng CRM", "/kb/owners/phòng-crm/"],
    ]);
    expect(ownerNamed("Finance", kb, "en")?.entries.map(({ entry, due }) => [entry.title, due])).toEqual([
      ["Soon", "2026-08-31"],
      ["Late", "2026-09-30"],
      ["Never", undefined],
    ]);
  });

  test("have a page in each language, and none for archived entries alone", () => {
    const finance = ownerNamed("finance", kb, "en");
    expect(finance && ownerAlternates(finance, "en", kb)).toEqual([
      { locale: "vi", label: "Tiếng Việt", url: "/kb/vi/owners/finance/" },
    ]);
    expect(ownerNamed("Nobody", kb, "en")).toBeUndefined();
    expect(ownerPaths("/vi/owners/[slug]", kb, key).map(({ params }) => params.slug)).toEqual(["finance", "phòng-crm"]);
  });
});

describe("the navigation", () => {
  const sketches: readonly Sketch[] = [
    { type: "faq", id: "refunds", title: "Refunds", formerly: ["money"] },
    { type: "faq", id: "refunds", locale: "vi", title: "Hoàn tiền" },
    { type: "lesson", id: "tet", locale: "vi", title: "Nghỉ Tết" },
    { type: "lesson", id: "crm", title: "The CRM" },
  ];
  const navOf = (nav: Parameters<typeof sketchedKnowledgeBase>[2], locale = "en"): readonly NavItem[] =>
    navigationOf(locale, sketchedKnowledgeBase(sketches, "/kb/", nav));
  const shown = (items: readonly NavItem[]): readonly unknown[] =>
    items.map((item) => ("items" in item ? { [item.label]: shown(item.items) } : [item.label, item.url]));

  test("is, unless the configuration says otherwise, the parts that have entries, and the topics", () => {
    expect(shown(navOf({}))).toEqual([
      ["Questions", "/kb/faqs/"],
      ["Lessons", "/kb/lessons/"],
      ["Topics", "/kb/tags/"],
    ]);
  });

  test("leads to entries, to parts of the site, to own pages and to other sites, in the reader's language", () => {
    const nav = [
      { to: "/" },
      { to: "/faqs" },
      { to: "faq:money#how" },
      { label: { en: "About us", vi: "Giới thiệu" }, to: "/about/" },
      { label: "Status", to: "https://status.example.com/" },
      { label: { en: "More of it" }, items: [{ to: "lesson:crm" }, { to: "lesson:tet" }] },
      { label: "Only Tết", items: [{ to: "lesson:tet" }] },
    ];
    expect(shown(navOf({ nav }))).toEqual([
      ["Home", "/kb/"],
      ["Questions", "/kb/faqs/"],
      ["Refunds", "/kb/faqs/refunds/#how"],
      ["About us", "/kb/about/"],
      ["Status", "https://status.example.com/"],
      { "More of it": [["The CRM", "/kb/lessons/crm/"]] },
    ]);
    expect(shown(navOf({ nav }, "vi"))).toEqual([
      ["Trang chủ", "/kb/vi/"],
      ["Hỏi đáp", "/kb/vi/faqs/"],
      ["Hoàn tiền", "/kb/vi/faqs/refunds/#how"],
      ["Giới thiệu", "/kb/about/"],
      ["Status", "https://status.example.com/"],
      {
        "More of it": [
          ["The CRM", "/kb/vi/lessons/crm/"],
          ["Nghỉ Tết", "/kb/vi/lessons/tet/"],
        ],
      },
      { "Only Tết": [["Nghỉ Tết", "/kb/vi/lessons/tet/"]] },
    ]);
  });

  test("says which language a label is in that is not the page's", () => {
    const nav = [{ to: "lesson:crm" }, { label: { en: "Help" }, to: "/help/" }];
    expect(linksOf(navOf({ nav }, "vi")).map(({ label, lang }) => [label, lang])).toEqual([
      ["The CRM", "en"],
      ["Help", "en"],
    ]);
  });

  test("leaves out the lists of roles and owners where there are none", () => {
    expect(shown(navOf({ nav: [{ to: "/roles/" }, { to: "/owners/" }, { to: "/tags/" }] }))).toEqual([
      ["Topics", "/kb/tags/"],
    ]);
  });

  test("puts what is too much side by side into a group", () => {
    const nav = Array.from({ length: 9 }, (_, i) => ({ label: `L${i}`, to: `/l${i}/` }));
    const items = navOf({ nav });
    expect(items).toHaveLength(7);
    expect(shown(items).at(-1)).toEqual({
      More: [
        ["L6", "/kb/l6/"],
        ["L7", "/kb/l7/"],
        ["L8", "/kb/l8/"],
      ],
    });
    expect(shown(navOf({ nav: nav.slice(0, 7) }))).toHaveLength(7);
  });
});

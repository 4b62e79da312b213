import { describe, expect, test } from "vitest";
import { entryPage } from "../../src/view/entry-page.ts";
import { type Handbook, handbookAlternates, handbooksOf, largestRole, roleHandbook } from "../../src/view/handbook.ts";
import { chapterHtml } from "../../src/view/handbook-html.ts";
import { handbookPaths } from "../../src/view/paths.ts";
import { sketchedKnowledgeBase } from "../ui/support/knowledge.ts";

const kb = sketchedKnowledgeBase(
  [
    {
      type: "path",
      id: "first-week",
      title: "Your first week",
      steps: ["lesson:a", "path:refunds", "faq:c", "lesson:a"],
      roles: ["sales"],
    },
    {
      type: "path",
      id: "refunds",
      title: "Money back",
      steps: ["lesson:b", "path:deeper", "path:first-week", "lesson:old"],
    },
    { type: "path", id: "deeper", steps: ["quiz:d", "lesson:gone"] },
    { type: "path", id: "empty", steps: [] },
    { type: "lesson", id: "a", roles: ["sales"], order: 2 },
    { type: "lesson", id: "a", locale: "vi", title: "Một", roles: ["sales"] },
    { type: "lesson", id: "b", roles: ["sales", "night shift"], order: 1 },
    { type: "lesson", id: "old", status: "archived", roles: ["sales"] },
    { type: "faq", id: "c", roles: ["sales"] },
    { type: "faq", id: "e", roles: ["sales"] },
    { type: "faq", id: "f", roles: ["sales"] },
    { type: "quiz", id: "d" },
  ],
  "/kb/",
);

function outline({ parts }: Handbook) {
  return parts.map(({ title, entries }) => [title, ...entries.map(({ entry }) => entry.ref)]);
}

describe("the handbook of a path", () => {
  test("has its entries in order, each once; a path among them is a part of its own", () => {
    const [handbook] = handbooksOf(kb, "en").filter(({ key }) => key === "path:first-week");
    expect(handbook).toMatchObject({ title: "Your first week", url: "/kb/handbooks/paths/first-week/" });
    expect(handbook && outline(handbook)).toEqual([
      [undefined, "lesson:a"],
      ["Money back", "lesson:b", "quiz:d"],
      [undefined, "faq:c"],
    ]);
  });

  test("is there for every path that leads anywhere", () => {
    expect(handbooksOf(kb, "en").map(({ url }) => url)).toEqual([
      "/kb/handbooks/paths/deeper/",
      "/kb/handbooks/paths/refunds/",
      "/kb/handbooks/paths/first-week/",
      "/kb/handbooks/roles/sales/",
      "/kb/handbooks/roles/night-shift/",
    ]);
  });
});

describe("the handbook of a role", () => {
  test("has everything that names the role, by type, in the order of the page of the role", () => {
    const handbook = roleHandbook("sales", "en", kb);
    expect(handbook?.title).toBe("Sales team");
    expect(handbook && outline(handbook)).toEqual([
      ["Lessons", "lesson:b", "lesson:a"],
      ["Questions", "faq:c", "faq:e", "faq:f"],
    ]);
    expect(roleHandbook("night shift", "en", kb)?.title).toBe("night shift");
    expect(roleHandbook("nobody", "en", kb)).toBeUndefined();
  });

  test("is in the reader's language, with what is translated", () => {
    const handbook = roleHandbook("sales", "vi", kb);
    expect(handbook?.url).toBe("/kb/vi/handbooks/roles/sales/");
    expect(handbook?.parts[0]?.title).toBe("Bài học");
    expect(handbook?.parts[0]?.entries.map(({ entry }) => entry.title)).toEqual(["b", "Một"]);
    expect(handbook && handbookAlternates(handbook, "vi", kb)).toEqual([
      { locale: "en", label: "English", url: "/kb/handbooks/roles/sales/" },
    ]);
  });

  test("that would be more than anybody prints is none", () => {
    const many = (count: number) =>
      sketchedKnowledgeBase(
        Array.from({ length: count }, (_, n) => ({ type: "faq" as const, id: `f${n}`, roles: ["sales"] })),
      );
    expect(roleHandbook("sales", "en", many(largestRole))?.parts[0]?.entries).toHaveLength(largestRole);
    expect(roleHandbook("sales", "en", many(largestRole + 1))).toBeUndefined();
  });
});

test("a path leads to its handbook", () => {
  expect(entryPage("path:first-week", "en", kb)?.handbook).toBe("/kb/handbooks/paths/first-week/");
  expect(entryPage("path:empty", "en", kb)?.handbook).toBeUndefined();
  expect(entryPage("lesson:a", "en", kb)?.handbook).toBeUndefined();
});

test("the pages of each kind have their routes, and keys that change with what is in them", () => {
  const key = (...seen: readonly unknown[]) => JSON.stringify(seen);
  const paths = handbookPaths("/vi/handbooks/roles/[slug]", kb, key);
  expect(paths.map(({ params }) => params.slug)).toEqual(["sales", "night-shift"]);
  expect(handbookPaths("/handbooks/paths/[...slug]", kb, key).map(({ params }) => params.slug)).toEqual([
    "deeper",
    "refunds",
    "first-week",
  ]);
  expect(paths[0]?.cacheKey).toContain('"revision":"0"');
});

describe("a chapter", () => {
  const setting = {
    anchor: "lesson-a",
    level: 2,
    anchors: new Map([
      ["/kb/lessons/a/", "lesson-a"],
      ["/kb/faqs/bảo-mật/", "faq-bảo-mật"],
    ]),
    site: "https://kb.example.com/kb/",
  };

  test("has ids of its own, and headings below its title", () => {
    expect(chapterHtml('<h2 id="steps">Steps</h2><p><a href="#steps">up</a></p><h6 id="x">x</h6>', setting)).toBe(
      '<h3 id="lesson-a--steps">Steps</h3><p><a href="#lesson-a--steps">up</a></p><h6 id="lesson-a--x">x</h6>',
    );
    expect(chapterHtml('<h2 id="s">S</h2>', { ...setting, level: 3 })).toBe('<h4 id="lesson-a--s">S</h4>');
  });

  test("leads to other chapters within the handbook, and to the site for the rest", () => {
    const links = [
      ["/kb/lessons/a/", "#lesson-a"],
      ["/kb/lessons/a/#steps", "#lesson-a--steps"],
      ["/kb/faqs/b%E1%BA%A3o-m%E1%BA%ADt/", "#faq-bảo-mật"],
      ["/kb/faqs/other/#x", "https://kb.example.com/kb/faqs/other/#x"],
      ["https://example.com/kb/lessons/a/", "https://example.com/kb/lessons/a/"],
      ["/kb/%zz", "https://kb.example.com/kb/%zz"],
    ];
    for (const [href, wanted] of links) {
      expect(chapterHtml(`<p><a class="x" href="${href}">a</a></p>`, setting)).toBe(
        `<p><a class="x" href="${wanted}">a</a></p>`,
      );
    }
    expect(chapterHtml('<a href="/kb/faqs/other/">a</a>', { ...setting, site: undefined })).toBe(
      '<a href="/kb/faqs/other/">a</a>',
    );
  });
});

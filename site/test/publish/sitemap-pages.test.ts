import { expect, test } from "vitest";
import { sitemapPages } from "../../src/publish/sitemap-pages.ts";
import { sketchedKnowledgeBase } from "../ui/support/knowledge.ts";

const kb = sketchedKnowledgeBase(
  [
    { type: "lesson", id: "both", updated: "2026-01-31", reviewed: "2026-03-01", published: "2025-01-01" },
    { type: "lesson", id: "both", locale: "vi" },
    { type: "faq", id: "english" },
    { type: "faq", id: "old", status: "archived" },
  ],
  "/kb/",
);
const home = "https://kb.example.com/kb/";

test("search engines are told of each page in the languages that it is written in, with its last change", () => {
  const built = ["lessons/both/", "vi/lessons/both/"].map((path) => `/kb/${path}`);
  const translations = [
    { locale: "en", url: `${home}lessons/both/` },
    { locale: "vi", url: `${home}vi/lessons/both/` },
    { locale: "x-default", url: `${home}lessons/both/` },
  ];
  expect(sitemapPages(kb, built)).toEqual([
    { url: `${home}lessons/both/`, lastChange: "2026-03-01", translations },
    { url: `${home}vi/lessons/both/`, lastChange: undefined, translations },
  ]);
});

test("pages that only repeat another language, and archived ones, are left out", () => {
  const built = ["faqs/english/", "vi/faqs/english/", "faqs/old/", "vi/faqs/old/"].map((path) => `/kb/${path}`);
  expect(sitemapPages(kb, built)).toEqual([{ url: `${home}faqs/english/`, lastChange: undefined, translations: [] }]);
});

test("any other page is told with the languages that have it", () => {
  expect(sitemapPages(kb, ["/kb/vi/", "/kb/", "/kb/imprint/", "/kb/tags/bảo-mật/"])).toEqual([
    expect.objectContaining({
      url: home,
      translations: [
        { locale: "en", url: home },
        { locale: "vi", url: `${home}vi/` },
        { locale: "x-default", url: home },
      ],
    }),
    { url: `${home}imprint/`, translations: [] },
    { url: `${home}tags/b%E1%BA%A3o-m%E1%BA%ADt/`, translations: [] },
    expect.objectContaining({ url: `${home}vi/` }),
  ]);
});

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { robotsFile, type SitemapPage, sitemapFiles } from "../../src/publish/index.ts";

const home = "https://kb.example.com/help/";
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ["url", "sitemap", "xhtml:link"].includes(name),
});

function parse(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
}

test("a sitemap names each page, its last change and its languages", () => {
  const translations = [
    { locale: "en", url: `${home}a/` },
    { locale: "vi", url: `${home}vi/a/` },
    { locale: "x-default", url: `${home}a/` },
  ];
  const [file, ...others] = sitemapFiles(
    [{ url: `${home}a/`, lastChange: "2026-01-31", translations }, { url: home }],
    home,
  );
  expect(others).toEqual([]);
  expect(file?.path).toBe("sitemap.xml");
  expect(parse(file?.text ?? "").urlset.url).toEqual([
    {
      loc: `${home}a/`,
      lastmod: "2026-01-31",
      "xhtml:link": translations.map(({ locale, url }) => ({
        "@_rel": "alternate",
        "@_hreflang": locale,
        "@_href": url,
      })),
    },
    { loc: home },
  ]);
});

test("more than 50,000 pages go into several files that the first one names", () => {
  const pages = Array.from({ length: 100_001 }, (_, index): SitemapPage => ({ url: `${home}${index}/` }));
  const files = sitemapFiles(pages, home);
  expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
  const [index, ...parts] = files.map(({ text }) => text);
  expect(parse(index ?? "").sitemapindex.sitemap).toEqual([
    { loc: `${home}sitemap-1.xml` },
    { loc: `${home}sitemap-2.xml` },
    { loc: `${home}sitemap-3.xml` },
  ]);
  expect(parts.map((text) => text.split("<loc>").length - 1)).toEqual([50_000, 50_000, 1]);
});

test("a file that would grow too large ends before", () => {
  const pages = Array.from({ length: 10 }, (_, index): SitemapPage => ({ url: `${home}${index}/` }));
  const files = sitemapFiles(pages, home, { pages: 50_000, bytes: 400 });
  expect(files.length).toBeGreaterThan(2);
  for (const { text } of files.slice(1)) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400);
  const told = files.slice(1).flatMap(({ text }) => parse(text).urlset.url as { readonly loc: string }[]);
  expect(told.map(({ loc }) => loc)).toEqual(pages.map(({ url }) => url));
});

test("no address breaks out of the file", () => {
  const url = `${home}a"><b/>&'\u0000`;
  const [file] = sitemapFiles([{ url, translations: [{ locale: `"><x/>`, url }] }], home);
  expect(XMLValidator.validate(file?.text ?? "")).toBe(true);
  expect(file?.text).not.toMatch(/<[bx]\/>/);
});

test("robots are told where the sitemap is", () => {
  expect(robotsFile(home)).toEqual({
    path: "robots.txt",
    text: "User-agent: *\nAllow: /\n\nSitemap: https://kb.example.com/help/sitemap.xml\n",
  });
});

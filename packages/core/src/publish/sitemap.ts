import type { PublishedFile } from "./published-file.ts";
import { xmlText } from "./xml.ts";

/** The same page in one of the languages that it is written in. */
export interface Translation {
  /** A BCP 47 tag, or `x-default` for readers of any other language. */
  readonly locale: string;
  /** A whole address. */
  readonly url: string;
}

/** A page that search engines should know. */
export interface SitemapPage {
  /** A whole address. */
  readonly url: string;
  /** When its content last changed, `2026-01-31`. */
  readonly lastChange?: string | undefined;
  /** All languages of the page, its own included; empty or left out where there is but one. */
  readonly translations?: readonly Translation[];
}

/** What one file of a sitemap may hold, by the protocol at sitemaps.org; addresses are ASCII, so that a sign is a byte. */
export const sitemapLimits = { pages: 50_000, bytes: 50_000_000 };

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const open = `${head}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
const close = "</urlset>\n";

/**
 * Makes the sitemap of a site: `sitemap.xml`, which names `sitemap-1.xml` and so on where the pages are too many for one file.
 *
 * @param home - The whole address of the folder that the files will lie in, with `/` at its end.
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  home: string,
  limits: typeof sitemapLimits = sitemapLimits,
): readonly PublishedFile[] {
  const parts: string[][] = [[]];
  let bytes = open.length + close.length;
  for (const page of pages) {
    const text = pageText(page);
    const part = parts.at(-1) ?? [];
    if (part.length === limits.pages || (part.length > 0 && bytes + text.length > limits.bytes)) {
      parts.push([text]);
      bytes = open.length + close.length + text.length;
    } else {
      part.push(text);
      bytes += text.length;
    }
  }
  const texts = parts.map((part) => open + part.join("") + close);
  if (texts.length === 1) return texts.map((text) => ({ path: "sitemap.xml", text }));
  const files = texts.map((text, index) => ({ path: `sitemap-${index + 1}.xml`, text }));
  const entries = files.map(({ path }) => `<sitemap><loc>${xmlText(home + path)}</loc></sitemap>\n`);
  return [
    { path: "sitemap.xml", text: `${head}<sitemapindex ${namespace}>\n${entries.join("")}</sitemapindex>\n` },
    ...files,
  ];
}

function pageText({ url, lastChange, translations = [] }: SitemapPage): string {
  const changed = lastChange === undefined ? "" : `<lastmod>${lastChange}</lastmod>`;
  const links = translations.map(
    ({ locale, url }) => `<xhtml:link rel="alternate" hreflang="${xmlText(locale)}" href="${xmlText(url)}"/>`,
  );
  return `<url><loc>${xmlText(url)}</loc>${changed}${links.join("")}</url>\n`;
}

/** Makes the file that tells search engines where the sitemap is. */
export function robotsFile(home: string): PublishedFile {
  return { path: "robots.txt", text: `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap.xml\n` };
}

import type { BreadcrumbList, FAQPage, LearningResource, Question, Quiz, WebSite } from "schema-dts";

/** What pages tell of themselves. All of schema.org in one type would take the compiler a minute. */
export type PageData = BreadcrumbList | FAQPage | LearningResource | Question | Quiz | WebSite;

/**
 * What a page tells machines about itself, as the text of a `<script type="application/ld+json">`, in which no `<` stands:
 * nothing in it can end the element or begin a comment. To the Content-Security-Policy it is data, which never runs.
 */
export function jsonLd(things: readonly PageData[]): string {
  const graph = { "@context": "https://schema.org", "@graph": things };
  return JSON.stringify(graph)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

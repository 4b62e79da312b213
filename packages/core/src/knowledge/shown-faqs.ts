import type { EntryContent, EntryFacts } from "../compile/entry.ts";
import { type FaqPlace, fillFaqPlaces, fillFaqPlacesInText } from "../compile/faq-place.ts";
import { revisionOf } from "../compile/revision.ts";
import type { Texts } from "../locale/texts.ts";
import { withPrefixedIds } from "../publish/prefixed-ids.ts";
import { shortAnswer, wholeAnswer } from "../publish/short-answer.ts";
import { escapeHtml } from "../search/escape-html.ts";

/** A FAQ as the readers of another entry get it. */
export interface ShownFaq {
  readonly title: string;
  /** The short answer of its front matter. */
  readonly answer: string | undefined;
  /** The refs of the FAQs that it shows itself. */
  readonly shows: readonly string[];
  /** The revision of its own body. */
  readonly revision: string;
  /** The body, the places of FAQs in it still empty. */
  readonly content: () => EntryContent;
  /** Its page in the language of the entry that shows it, fit for an address. */
  readonly url: string;
  /** The language that it is written in, where the entry is written in another. */
  readonly writtenIn: { readonly locale: string; readonly dir: "ltr" | "rtl" } | undefined;
}

/** Finds what an entry shows of a FAQ; undefined where its readers do not get to see it. */
export type FindFaq = (ref: string) => ShownFaq | undefined;

/** The refs of the FAQs that an entry shows, as they are written. */
export function faqsShownBy({ links }: EntryFacts): readonly string[] {
  return links.flatMap(({ use, href }) => (use === "faq" ? [href] : []));
}

/** The revision of an entry together with that of the FAQs that it shows. */
export function revisionWithFaqs(own: string, shown: readonly string[], find: FindFaq): string {
  const seen = shown.map((ref) => {
    const faq = find(ref);
    // Of the FAQs in it, the questions are shown.
    return faq && [faq.revision, faq.url, faq.shows.map((inner) => find(inner)?.title)];
  });
  return revisionOf([own, seen]);
}

/**
 * Fills the places of FAQs in a body: with the question, the answer to open, and a link to the page. Where a FAQ shows
 * another one, that is a link, so that nobody opens answers in answers.
 */
export function withFaqs(content: EntryContent, texts: Texts, find: FindFaq): EntryContent {
  const openPage = escapeHtml(texts.openPage);
  const html = (written: string) =>
    fillFaqPlaces(written, (place) => {
      const faq = find(place.ref);
      return faq === undefined ? "" : faqHtml(faq, place, openPage, find);
    });
  const titleOf = (ref: string) => find(ref)?.title ?? "";
  const text = (written: string) => {
    const filled = fillFaqPlacesInText(written, (ref) => {
      const faq = find(ref);
      return faq === undefined ? "" : `${faq.title}\n${fillFaqPlacesInText(answerOf(faq).text, titleOf)}`;
    });
    return filled === written ? written : filled.replace(/\n{2,}/g, "\n").trim();
  };
  return inEveryText(content, (written, key) => (key === "html" ? html(written) : text(written)));
}

function faqHtml(faq: ShownFaq, { anchor, level, open }: FaqPlace, openPage: string, find: FindFaq): string {
  const title = escapeHtml(faq.title);
  const { writtenIn } = faq;
  const language = writtenIn === undefined ? "" : ` lang="${escapeHtml(writtenIn.locale)}" dir="${writtenIn.dir}"`;
  const named = language === "" ? title : `<span${language}>${title}</span>`;
  const answer = fillFaqPlaces(answerOf(faq).html, ({ ref }) => {
    const inner = find(ref);
    return inner === undefined ? "" : `<p><a href="${escapeHtml(inner.url)}">${escapeHtml(inner.title)}</a></p>`;
  });
  return [
    `<details class="kh-faq" id="${anchor}"${open ? " open" : ""}>`,
    `<summary${language}>${title}</summary>`,
    `<div class="kh-prose"${language}>${underLevel(withPrefixedIds(answer, anchor), level)}</div>`,
    `<p class="kh-faq__open"><a href="${escapeHtml(faq.url)}">${openPage}<span class="kh-hidden">: ${named}</span></a></p>`,
    "</details>",
  ].join("");
}

/** The body with the short answer of the front matter above it, where it does not begin with that. */
function answerOf({ answer, content }: ShownFaq): { readonly html: string; readonly text: string } {
  const { html, text } = content();
  const short = shortAnswer({ answer, text });
  if (short === undefined) return { html, text };
  return { html: `<p>${escapeHtml(short)}</p>\n${html}`, text: wholeAnswer({ answer, text }) };
}

/** Headings of an answer, which begin with `h2`, under those that it stands among. */
function underLevel(html: string, level: number): string {
  if (level <= 2) return html;
  return html.replaceAll(
    /<(\/?)h([2-6])(?=[\s>])/g,
    (_, slash: string, own: string) => `<${slash}h${Math.min(6, Number(own) + level - 2)}`,
  );
}

/** The same data with every text in it changed by a function that is also told the key that it stands under. */
function inEveryText<T>(data: T, change: (text: string, key: string) => string, key?: string): T;
function inEveryText(data: unknown, change: (text: string, key: string) => string, key = ""): unknown {
  if (typeof data === "string") return change(data, key);
  if (Array.isArray(data)) return data.map((one: unknown) => inEveryText(one, change, key));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([own, value]) => [own, inEveryText(value, change, own)]));
}

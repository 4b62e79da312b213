import type { Entry, Question } from "@knowhow/core";

/** One result of search: the page that it leads to, and the HTML that Pagefind reads instead of that page. */
export interface IndexRecord {
  /** Base included; for a question with its anchor. Unique. */
  readonly url: string;
  readonly html: string;
}

/** The marks of questions in an entry's HTML, which are results of their own. */
export const excludedSelectors: readonly string[] = [".kh-question"];

/** The results that an entry gives: its page, and each of its questions. */
export function recordsOf(entry: Entry, everyRole: readonly string[]): readonly IndexRecord[] {
  const filters = filtersOf(entry, everyRole);
  const page = {
    url: entry.url,
    html: document(entry.locale, entry.title, [
      ...filters,
      filter("type", entry.type),
      hidden("type", entry.type),
      ...(entry.summary === undefined ? [] : [hidden("summary", entry.summary)]),
      ...(entry.aliases.length === 0 ? [] : [hidden("aliases", entry.aliases.join(" | "))]),
      ...("answer" in entry && entry.answer !== undefined ? [`<p>${escapeHtml(entry.answer)}</p>`] : []),
      entry.html,
    ]),
  };
  return [page, ...entry.questions.map((question) => questionRecord(entry, question, filters))];
}

/** A question is found by what it asks and offers; what is right stays on its page. */
function questionRecord(entry: Entry, question: Question, filters: readonly string[]): IndexRecord {
  return {
    url: `${entry.url}#${question.id}`,
    html: document(entry.locale, question.prompt.text, [
      ...filters,
      filter("type", "question"),
      hidden("type", "question"),
      hidden("entry", entry.title),
      ...question.options.map((option) => `<p>${escapeHtml(option.text)}</p>`),
    ]),
  };
}

/** What is for nobody in particular is for every role. */
function filtersOf(entry: Entry, everyRole: readonly string[]): readonly string[] {
  return [
    ...(entry.roles.length === 0 ? everyRole : entry.roles).map((role) => filter("role", role)),
    ...(entry.level === undefined ? [] : [filter("level", entry.level)]),
    ...entry.tags.map((tag) => filter("tag", tag)),
  ];
}

function document(locale: string, title: string, body: readonly string[]): string {
  const heading = `<h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>`;
  return `<!doctype html><html lang="${escapeHtml(locale)}"><body>${heading}${body.join("")}</body></html>`;
}

function filter(name: string, value: string): string {
  return `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`;
}

/** Metadata is searched, but never shown in an excerpt. */
function hidden(name: string, value: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

import { escapeHtml } from "./escape-html.ts";
import { fold, foldsBeyondMarks } from "./normalise.ts";
import { recordTexts, type SearchRecord } from "./record.ts";
import { tokenise } from "./tokenise.ts";

/**
 * The page that Pagefind indexes for a record, to be given to its `addHTMLFile` under the record's URL.
 * Aliases and folded words stand in hidden metadata: searched, and never part of an excerpt.
 */
export function toPagefindHtml(record: SearchRecord): string {
  const { locale, title, aliases, answer, summary, sections } = record;
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><title>${escapeHtml(title)}</title>`,
    hidden("aliases", aliases.join(" | ")),
    hidden("folded", foldedWords(record).join(" ")),
    hidden("answer", answer ?? ""),
    hidden("summary", summary ?? ""),
    `</head><body><h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>`,
    ...sections.flatMap(({ anchor, heading, text }) => [
      heading === undefined
        ? ""
        : `<h2${anchor === undefined ? "" : ` id="${escapeHtml(anchor)}"`}>${escapeHtml(heading)}</h2>`,
      `<p>${escapeHtml(text)}</p>`,
    ]),
    "</body></html>",
  ].join("");
}

function hidden(name: string, content: string): string {
  return content === "" ? "" : `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(content)}">`;
}

/** The words that Pagefind would not find without their diacritics: `đơn` as `don`. */
function foldedWords(record: SearchRecord): readonly string[] {
  const tokens = recordTexts(record).flatMap(tokenise);
  return [...new Set(tokens.filter((token) => foldsBeyondMarks(token.text)).map((token) => fold(token.text)))].sort();
}

import { fold, foldsBeyondMarks } from "./normalise.ts";
import type { SearchRecord } from "./record.ts";
import { recordTexts } from "./sidecar.ts";
import { tokenise } from "./tokenise.ts";

/** The page that Pagefind indexes for a record. Names and folded words stand in hidden metadata: searched, never shown. */
export function toPagefindHtml(record: SearchRecord): string {
  const folded = foldedWords(record);
  return [
    `<!doctype html><html lang="${escape(record.locale)}"><head><title>${escape(record.title)}</title>`,
    record.aliases.length > 0 ? hidden("aliases", record.aliases.join(" | ")) : "",
    folded.length > 0 ? hidden("folded", folded.join(" ")) : "",
    `</head><body><h1 data-pagefind-meta="title">${escape(record.title)}</h1>`,
    record.answer === undefined ? "" : `<p data-pagefind-meta="answer">${escape(record.answer)}</p>`,
    ...record.sections.flatMap(({ anchor, heading, text }) => [
      heading === undefined
        ? ""
        : `<h2${anchor === undefined ? "" : ` id="${escape(anchor)}"`}>${escape(heading)}</h2>`,
      `<p>${escape(text)}</p>`,
    ]),
    "</body></html>",
  ].join("");
}

function hidden(name: string, content: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escape(content)}">`;
}

/** Words whose folded form Pagefind does not make by itself: `đơn` as `don`. */
function foldedWords(record: SearchRecord): readonly string[] {
  const found = recordTexts(record)
    .flatMap(tokenise)
    .filter((token) => foldsBeyondMarks(token.text));
  return [...new Set(found.map((token) => fold(token.text)))].sort();
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

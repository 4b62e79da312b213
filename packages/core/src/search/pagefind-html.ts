import { escapeHtml } from "./escape-html.ts";
import { facets, valuesOf } from "./filter.ts";
import { fold, foldsBeyondMarks, normalise } from "./normalise.ts";
import { recordTexts, type SearchRecord } from "./record.ts";
import { tokenise } from "./tokenise.ts";

/** Stands between the aliases of a page in its metadata. */
export const aliasSeparator = " | ";

/**
 * The page that Pagefind indexes for a record, to be given to its `addHTMLFile` under the record's URL.
 * Aliases and folded words stand in hidden metadata: searched, and never part of an excerpt. The ref and the owner are filters,
 * which are stored with the page but not searched: as metadata, every FAQ would be found for the word "faq".
 * `language` is that of the part of the index that it goes into, see `partLanguage`; default: its locale.
 */
export function toPagefindHtml(record: SearchRecord, language: string = record.locale): string {
  const { ref, title, within, aliases, answer, summary, owner, sections } = record;
  const filters = facets.flatMap((facet) => valuesOf(record, facet).map((value) => [facet, value] as const));
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><title>${escapeHtml(title)}</title>`,
    hiddenMeta("aliases", aliases.map((alias) => alias.replaceAll("|", "/")).join(aliasSeparator)),
    hiddenMeta("folded", foldedWords(record).join(" ")),
    hiddenMeta("answer", answer ?? ""),
    hiddenMeta("summary", summary ?? ""),
    hiddenMeta("within", within ?? ""),
    hiddenFilter("ref", ref),
    ...(owner === undefined ? [] : [hiddenFilter("owner", owner)]),
    ...filters.map(([facet, value]) => hiddenFilter(facet, value)),
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

function hiddenMeta(name: string, content: string): string {
  return content === "" ? "" : `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(content)}">`;
}

function hiddenFilter(name: string, content: string): string {
  return `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(content)}">`;
}

/** The words that Pagefind would not find without their diacritics: `đơn` as `don`. */
function foldedWords(record: SearchRecord): readonly string[] {
  // Most languages have no such letter, and taking every text apart to find that out would be half of the work.
  const tokens = recordTexts(record)
    .filter((text) => foldsBeyondMarks(normalise(text)))
    .flatMap(tokenise);
  return [...new Set(tokens.filter((token) => foldsBeyondMarks(token.text)).map((token) => fold(token.text)))].sort();
}

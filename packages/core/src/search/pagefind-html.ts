import { escapeHtml } from "./escape-html.ts";
import { facets, valuesOf } from "./filter.ts";
import { fold, foldsBeyondMarks, isAscii, normalise } from "./normalise.ts";
import { recordTexts, type SearchRecord } from "./record.ts";
import { isUnspaced, tokenise } from "./tokenise.ts";

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
      // In a paragraph, a full stop would be added to text that ends without one.
      `<span>${escapeHtml(text)}</span> `,
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

/**
 * The words that Pagefind would not find as they are compared: `đơn` as `don`, what a ligature is in, and `later` where `now—later`
 * is one word to it.
 */
function foldedWords(record: SearchRecord): readonly string[] {
  // Most languages have no such letter, and taking every text apart to find that out would be half of the work.
  const texts = recordTexts(record).filter((text) => !isAscii(text));
  const tokens = texts.filter((text) => foldsBeyondMarks(normalise(text))).flatMap(tokenise);
  const folded = tokens.filter((token) => foldsBeyondMarks(token.text)).map((token) => fold(token.text));
  return [...new Set([...folded, ...hiddenWords(record, texts)])].sort();
}

/** The words in what Pagefind reads otherwise, but for those that stand elsewhere on the page: they must not count twice. */
function hiddenWords(record: SearchRecord, texts: readonly string[]): readonly string[] {
  const isOdd = (text: string) => isReadOtherwise(text) || (!segments.test(record.locale) && isUnspaced(text));
  const odd = texts.filter(isOdd).flatMap((text) => (text.match(/\S+/g) ?? []).filter(isOdd));
  if (odd.length === 0) return [];
  const words = new Set(odd.flatMap(tokenise).map((token) => token.folded));
  const runs = new Set(odd);
  const others = recordTexts(record).flatMap((text) => (text.match(/\S+/g) ?? []).filter((run) => !runs.has(run)));
  const elsewhere = fold(normalise(others.join(" ")));
  return [...words].filter((word) => !new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u").test(elsewhere));
}

/** The languages in which Pagefind itself finds words that follow each other without a space. */
const segments = /^(?:zh|ja)\b/i;

/** A sign between letters that is neither white space nor ASCII, at which Pagefind does not part words; invisible ones part none. */
const unparted = /[\p{L}\p{M}\p{N}][^\p{ASCII}\p{L}\p{M}\p{N}\s’ʼ\u00ad\u200b\u2060\ufeff]+[\p{L}\p{N}]/u;

/** Whether there are words in a text that Pagefind parts or spells otherwise than they are compared. */
function isReadOtherwise(text: string): boolean {
  return unparted.test(text) || normalise(text) !== text.normalize("NFC").toLowerCase();
}

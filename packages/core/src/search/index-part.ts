import type { Ref } from "../model/types.ts";

/**
 * The index of a big locale has several parts, each an index of Pagefind's own that its script merges while it searches: so
 * that a build holds one of them in memory at a time, and makes anew only those whose pages have changed.
 *
 * The language under which Pagefind keeps a part: the locale, and from the second part on with a private subtag, which
 * leaves stemming as it is and keeps apart the pages of two parts, whose names are short hashes behind the language.
 */
export function partLanguage(locale: string, part: number): string {
  return part === 0 ? locale : `${locale}-x-${part}`;
}

/** The folder of a part within the search folder, with `/` at its end; the first part lies in the search folder itself. */
export function partFolder(part: number): string {
  return part === 0 ? "" : `parts/${part}/`;
}

/**
 * How many results a part has, about. Building takes some 100 MB of memory for each thousand, and an edit makes its part anew;
 * searching loads as much again for each further part: before the first result of 11,000 pages 354 KB at the 95th percentile
 * with parts of 2,000, 280 KB with parts of 4,000.
 */
const resultsPerPart = 2_000;

/** What is dealt out into parts. */
interface Dealt {
  readonly ref: Ref;
  readonly url: string;
}

/**
 * Deals the pages of a locale out into the parts of its index, each in the order of their URLs; `resultsOf` tells how many
 * results a page gives. All that has one ref goes into one part, and stays in it while other pages come and go, unless
 * the number of parts changes.
 */
export function dealIntoParts<T extends Dealt>(
  pages: readonly T[],
  resultsOf: (page: T) => number,
): readonly (readonly T[])[] {
  const results = pages.reduce((sum, page) => sum + resultsOf(page), 0);
  const parts: T[][] = Array.from({ length: Math.ceil(results / resultsPerPart) }, () => []);
  const sorted = [...pages].sort((a, b) => (a.url < b.url ? -1 : 1));
  for (const page of sorted) parts[hash(page.ref) % parts.length]?.push(page);
  return parts;
}

/** FNV-1a over the UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/**
 * What Pagefind's process must find in its environment when it is started. An index file has all that is known of some words;
 * by default one is about 25 KB, of which a look-up needs the least. Small ones make room for looking up more words of a question.
 */
export const pagefindEnvironment: Readonly<Record<string, string>> = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: "2000" };

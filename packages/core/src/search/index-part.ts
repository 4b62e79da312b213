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

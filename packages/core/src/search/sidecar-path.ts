/** The folder of a built site that holds its search index. */
export const searchFolder = "pagefind";

/** The file of a locale's sidecar within that folder; in lower case, as Pagefind names languages. */
export function sidecarFile(locale: string): string {
  return `sidecar-${locale.toLowerCase()}.json`;
}

/** The file beside it that tells what the pages can be filtered by. */
export function facetsFile(locale: string): string {
  return `facets-${locale.toLowerCase()}.json`;
}

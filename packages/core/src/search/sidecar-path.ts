/** The folder of a built site that holds its search index. */
export const searchFolder = "pagefind";

/** The file of a locale's sidecar within that folder. */
export function sidecarFile(locale: string): string {
  return `sidecar-${locale}.json`;
}

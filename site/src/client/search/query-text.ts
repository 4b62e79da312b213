/** Longer queries are pasted text, and would fill the page. */
const longest = 80;

/** A query as it is named in a sentence: cut where it is long. */
export function queryText(query: string): string {
  const letters = Array.from(query);
  return letters.length <= longest ? query : `${letters.slice(0, longest - 1).join("")}…`;
}

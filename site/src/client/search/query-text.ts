/** Longer queries are pasted text, and would fill the page. */
const longest = 80;

/** A query as it is named in a sentence, between quotation marks: without its own around it, and cut where it is long. `from` is where what matters of it begins; default its start. */
export function queryText(query: string, from = 0): string {
  const letters = Array.from(query.slice(from).replace(/^\s*["“”„«»]([^"“”„«»]*)["“”„«»]\s*$/u, "$1"));
  const shown = letters.length <= longest ? letters.join("") : `${letters.slice(0, longest - 1).join("")}…`;
  return from > 0 ? `…${shown}` : shown;
}

/** Where two queries that are named in a sentence begin to differ, a few words before: 0 where that shows anyway. */
export function differenceOf(one: string, other: string): number {
  if (queryText(one) !== queryText(other)) return 0;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const before = one.lastIndexOf(" ", Math.max(0, at - 20));
  return before + 1;
}

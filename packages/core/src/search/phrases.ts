/** A query, taken apart at its quotes. */
export interface QuotedQuery {
  /** The query without the quotation marks: quoted words still count as words. */
  readonly text: string;
  /** What stands between quotation marks: a page must have these words one after the other. */
  readonly phrases: readonly string[];
}

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

/** Takes the quoted phrases out of a query. A quotation mark without its partner is punctuation. */
export function readPhrases(query: string): QuotedQuery {
  const phrases = Array.from(query.matchAll(quoted), (match) => (match[1] ?? "").trim()).filter(
    (phrase) => phrase !== "",
  );
  return { text: query.replace(quoted, " $1 "), phrases };
}

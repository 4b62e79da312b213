import { createStem } from "./stem.ts";
import { tokenise } from "./tokenise.ts";

/** A piece of a text; `match` tells whether it is one of the words that were searched. */
export interface TextPart {
  readonly text: string;
  readonly match: boolean;
}

/**
 * Splits a text at the words that a search looked for, so that a page can mark them without putting text into HTML.
 * `words` are those of a `SearchResult`; inflections and diacritics do not matter.
 */
export function highlight(text: string, words: readonly string[], locale: string): readonly TextPart[] {
  const stem = createStem(locale);
  const stems = new Set(words.map(stem));
  const parts: TextPart[] = [];
  let from = 0;
  for (const token of tokenise(text)) {
    if (!stems.has(stem(token.folded))) continue;
    if (token.start > from) parts.push({ text: text.slice(from, token.start), match: false });
    parts.push({ text: text.slice(token.start, token.end), match: true });
    from = token.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), match: false });
  return parts;
}

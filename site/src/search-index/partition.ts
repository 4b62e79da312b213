import type { EntrySummary } from "@knowhow/core";

/** How many results a part of an index has, about. Pagefind needs some 100 MB of memory for each thousand of a part. */
const resultsPerPart = 2_500;

/**
 * Deals the entries of a locale out into the parts of its index, each in the order of their URLs. An entry stays in its
 * part while others come and go, unless the number of parts changes.
 */
export function partition(entries: readonly EntrySummary[]): readonly (readonly EntrySummary[])[] {
  const results = entries.reduce((sum, { questionCount }) => sum + 1 + questionCount, 0);
  const count = Math.ceil(results / resultsPerPart);
  const parts: EntrySummary[][] = Array.from({ length: count }, () => []);
  for (const entry of entries.toSorted((a, b) => (a.url < b.url ? -1 : 1))) parts[hash(entry.ref) % count]?.push(entry);
  return parts;
}

/** FNV-1a over the UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

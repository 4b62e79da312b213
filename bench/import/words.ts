/** The words of a text and those of them that another lacks, each as often as it is lacking. */
export function lostWords(
  before: string,
  after: string,
): { readonly total: number; readonly missing: readonly string[] } {
  const words = wordsOf(before);
  const left = new Map<string, number>();
  for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = words.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count === 0) return true;
    left.set(word, count - 1);
    return false;
  });
  return { total: words.length, missing };
}

/** Runs of letters and digits. Of a tag of HTML, what readers see or follow counts, not how it is written. */
function wordsOf(text: string): readonly string[] {
  const visible = text
    // The signs of an admonition.
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|^:{3,}\w*/gim, " ")
    // The name by which a picture finds its address.
    .replace(/(!\[[^\]]*\])\[[^\]]*\]/g, "$1")
    // The key of a summary, which has another name.
    .replace(/^description:/m, " ")
    .replace(
      /<\/?[a-z][^<>]*>/gi,
      (tag) =>
        ` ${[...tag.matchAll(/\b(?:alt|title|href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)]
          .map((match) => match[1] ?? match[2] ?? match[3])
          .join(" ")} `,
    );
  return (
    visible
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/**
 * Gives each name (a tag, a category) a part of a URL of its own: letters and digits of any script, `-` for the rest.
 * Where two slugs would be equal (`c++`, `c#`), the later name in the order given gets a number.
 */
export function slugsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const plain = name
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
      .replace(/^-+|-+$/g, "");
    const slug = firstFree(plain || codePoints(name), taken);
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

function firstFree(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}

function codePoints(text: string): string {
  return Array.from(text, (sign) => `u${sign.codePointAt(0)?.toString(16)}`).join("-");
}

import type { Ranked } from "./rerank.ts";

/** Turns texts into vectors, all of one length, in their order: texts that mean alike get vectors that point alike. */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** What likeness of meaning counts beside all else that is compared. */
const share = 0.5;

/** Orders pages anew by how alike in meaning their titles or aliases are to the query; equal scores keep their order. */
export async function rerankByMeaning(
  query: string,
  ranked: readonly Ranked[],
  embed: Embed,
): Promise<readonly Ranked[]> {
  if (ranked.length === 0) return ranked;
  const names = ranked.map(({ page }) => [page.title, ...page.aliases]);
  const [asked, ...vectors] = await embed([query, ...names.flat()]);
  let next = 0;
  return ranked
    .map((each, place) => {
      const own = (names[place] ?? []).map(() => cosine(asked, vectors[next++]));
      return { ...each, score: (1 - share) * each.score + share * Math.max(0, ...own) };
    })
    .sort((a, b) => b.score - a.score);
}

function cosine(a: readonly number[] = [], b: readonly number[] = []): number {
  let product = 0;
  let squareOfA = 0;
  let squareOfB = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    product += value * other;
    squareOfA += value * value;
    squareOfB += other * other;
  }
  return product === 0 ? 0 : product / Math.sqrt(squareOfA * squareOfB);
}

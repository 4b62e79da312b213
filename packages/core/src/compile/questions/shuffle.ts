/**
 * Brings items into an order that looks like chance and is none: it follows from the ids, so that every build and every
 * page shows the same, and with two or more items it is never the order in which they come.
 *
 * @param seed - Differs between questions, so that equal items do not always stand alike.
 */
export function shuffle<Item extends { readonly id: string }>(items: readonly Item[], seed: string): readonly Item[] {
  const drawn = items
    .map((item) => ({ item, lot: hash(`${seed} ${item.id}`) }))
    .toSorted((a, b) => a.lot - b.lot || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  const [first, ...rest] = drawn;
  return first !== undefined && drawn.every((item, i) => item === items[i]) ? [...rest, first] : drawn;
}

/** FNV-1a over UTF-16 units, with a last mixing step, since short texts that end alike come out close to each other. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

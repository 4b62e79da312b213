import { refsOf } from "./places.ts";
import type { RewriteSetting } from "./rewrite.ts";

/** Whether a text may name what moves. `perhaps`: only in another spelling, such as `%C3%A9`. */
export type Mention = "yes" | "perhaps" | "no";

/** Makes a quick look at texts, so that only those are parsed which may have to do with the move. */
export function createMentions(
  own: readonly string[],
  { moving, companions, pages }: RewriteSetting,
): (text: string) => Mention {
  const name = (file: string) => file.slice(file.lastIndexOf("/") + 1);
  const keys = [
    refsOf(moving).before,
    // Covers .md and .mdx; a translation that links name need not be written yet.
    `${moving.from.split("/").at(-1)}.md`,
    ...own.map((file) => name(file).replace(/\.mdx?$/, ".md")),
    ...[...companions.keys()].map(name),
    ...[...pages.keys()].map((page) => page.slice(0, -1)),
  ].map((key) => key.normalize("NFC"));
  const unique = [...new Set(keys)];
  const hasOtherSpellings = unique.some((key) => !/^[a-z0-9/.:-]*$/.test(key));
  return (text) => {
    const composed = hasOtherSpellings ? text.normalize("NFC") : text;
    if (unique.some((key) => composed.includes(key))) return "yes";
    return hasOtherSpellings && /%[0-9a-f]{2}|&#?\w+;|\\[_]/i.test(text) ? "perhaps" : "no";
  };
}

import { slugSegment } from "../../knowledge/locate.ts";
import { type Move, type Moving, refsOf } from "./places.ts";

/** Whether a text may name what moves. `perhaps`: only in another spelling, such as `%C3%A9`. */
export type Mention = "yes" | "perhaps" | "no";

/** What every address of an entry has in it, of its files, and of those that move along. */
export function entryKeys(
  moving: Moving,
  places: Move["places"],
  pages: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    refsOf(moving).before,
    // Covers .md and .mdx; a translation that links name need not be written yet.
    `${moving.from.split("/").at(-1)}.md`,
    ...fileKeys(places).map((name) => name.replace(/\.mdx?$/, ".md")),
    ...[...pages.keys()].map((page) => page.slice(0, -1)),
  ];
}

/** What every address of files has in it: their names. */
export function fileKeys(places: Move["places"]): readonly string[] {
  return [...places.keys()].map((file) => file.slice(file.lastIndexOf("/") + 1));
}

/** What every address from outside of a folder has in it that leads into it, be it a path, a ref or a page. */
export function folderKeys(folder: string): readonly string[] {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  return [`${name}/`, `${slugSegment(name)}/`];
}

/** Makes a quick look at texts, so that only those are parsed which may have to do with the move. */
export function createMentions({ keys }: Move): (text: string) => Mention {
  const unique = [...new Set(keys.map((key) => key.normalize("NFC")))];
  const hasOtherSpellings = unique.some((key) => !/^[a-z0-9/.:-]*$/.test(key));
  return (text) => {
    const composed = hasOtherSpellings ? text.normalize("NFC") : text;
    if (unique.some((key) => composed.includes(key))) return "yes";
    return hasOtherSpellings && /%[0-9a-f]{2}|&#?\w+;|\\[_]/i.test(text) ? "perhaps" : "no";
  };
}

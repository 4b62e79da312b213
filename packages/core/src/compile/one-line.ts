const wordEnd = /[\p{L}\p{M}\p{N}\p{Sc})\]"'”’»%°]/u;
const wordStart = /[\p{L}\p{N}\p{Sc}("'“‘«]/u;

/**
 * A text of several lines in one, for places that have no more: the items of a list and the rows of a table stay apart, by a
 * dot that belongs to no language, where a line ends with a word and the next begins with one.
 */
export function inOneLine(text: string): string {
  // Spaces first: where a line break is looked for behind thousands of them, that takes seconds.
  const spaced = text.trim().replace(/[^\S\n]+/g, " ");
  return spaced.replace(/\s*\n\s*/g, (space, at: number, whole: string) => {
    const parted = wordEnd.test(whole.slice(at - 1, at)) && wordStart.test(whole.charAt(at + space.length));
    return parted ? " · " : " ";
  });
}

import { type FoundWords, foundWordsKey } from "../show-found-words.ts";

/** Hands the words of a search on to the page that a result in `container` leads to, to be marked there. */
export function handOnWords(container: HTMLElement, words: () => readonly string[]): void {
  container.addEventListener("click", ({ target, defaultPrevented }) => {
    const link = !defaultPrevented && target instanceof Element && target.closest<HTMLAnchorElement>("a[href]");
    if (!link) return;
    try {
      const { pathname } = new URL(link.href);
      const found: FoundWords = { pathname, words: words() };
      sessionStorage.setItem(foundWordsKey, JSON.stringify(found));
    } catch {
      // Where storage is blocked the page opens without marks.
    }
  });
}

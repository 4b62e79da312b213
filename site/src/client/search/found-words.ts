/** Where the words wait for the page that a result leads to. They stay in the tab: no address tells what was looked for. */
export const foundWordsKey = "kh-found";

/** Hands the words of a search on to the page that a result in `container` leads to, to be marked there. */
export function handOnWords(container: HTMLElement, words: () => readonly string[]): void {
  container.addEventListener("click", ({ target, defaultPrevented }) => {
    const link = !defaultPrevented && target instanceof Element && target.closest<HTMLAnchorElement>("a[href]");
    if (!link) return;
    try {
      const { pathname } = new URL(link.href);
      sessionStorage.setItem(foundWordsKey, JSON.stringify({ pathname, words: words() }));
    } catch {
      // Where storage is blocked the page opens without marks.
    }
  });
}

/** Where the words wait for the page that a result leads to. They stay in the tab: no address tells what was looked for. */
export const foundWordsKey = "kh-found";

/** What waits there: the page that it is for, and the words. */
export interface FoundWords {
  readonly pathname: string;
  readonly words: readonly string[];
}

/**
 * Marks the words that led to this page from a result of search, once: on another page than theirs they are forgotten. What
 * that takes is loaded only then.
 */
export function showFoundWords(): void {
  try {
    const stored = sessionStorage.getItem(foundWordsKey);
    if (stored === null) return;
    sessionStorage.removeItem(foundWordsKey);
    const { pathname, words } = JSON.parse(stored) as FoundWords; // Written by `handOnWords`.
    if (pathname !== location.pathname || !("highlights" in CSS)) return;
    void import("./search/mark-words.ts").then(({ markWords }) => markWords(words, document.documentElement.lang));
  } catch {
    // Without storage there are no words to mark.
  }
}

/** Marks the words that led to this page from a result of search, once. What that takes is loaded only then. */
export function showFoundWords(): void {
  try {
    const stored = sessionStorage.getItem("kh-found");
    if (stored === null) return;
    const { pathname, words } = JSON.parse(stored);
    if (pathname !== location.pathname) return;
    sessionStorage.removeItem("kh-found");
    if (!("highlights" in CSS)) return;
    void import("./search/mark-words.ts").then(({ markWords }) => markWords(words, document.documentElement.lang));
  } catch {
    // Without storage there are no words to mark.
  }
}

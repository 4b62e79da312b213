import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { option } from "./hit-options.ts";

/** Queries of before as options; `choose` is called with the one that was chosen. */
export function recentOptions(
  queries: readonly string[],
  { listId, search, choose }: { listId: string; search: string; choose: (query: string) => void },
): readonly HTMLElement[] {
  return queries.map((query, index) => {
    const made = option(
      `${search}?q=${encodeURIComponent(query)}`,
      `${listId}-recent-${index}`,
      "kh-hit kh-hit--recent",
    );
    made.append(element("span", { dir: "auto" }, query));
    made.addEventListener("click", (event) => {
      // In a new tab it is the search page that answers.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(query);
    });
    return made;
  });
}

/** A button to forget them. */
export function forgetButton(texts: SearchTexts, forget: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "kh-link", ...inLanguage(texts) }, texts.forget);
  button.addEventListener("click", forget);
  return element("p", { class: "kh-forget" }, button);
}

import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import type { Site } from "../site.ts";
import { element } from "./element.ts";
import { forgetButton } from "./recent-options.ts";

/** What was looked for lately, as links on the search page; nothing where there is none. */
export function recentList(
  queries: readonly string[],
  { site, texts, forget }: { site: Site; texts: SearchTexts; forget: () => void },
): readonly HTMLElement[] {
  if (queries.length === 0) return [];
  const links = queries.map((query) => {
    const url = `${site.search}?q=${encodeURIComponent(query)}`;
    return element("li", {}, element("a", { href: url, dir: "auto" }, query));
  });
  return [
    element("h2", { class: "kh-recent__heading", ...inLanguage(texts) }, texts.recent),
    element("ul", { class: "kh-recent", role: "list" }, ...links),
    forgetButton(texts, forget),
  ];
}

import type { SearchTexts } from "../../locale/search/en.ts";
import { element } from "./element.ts";
import type { FoundAnswer } from "./source.ts";

/** An answer as it stands over the results of the search page. */
export function drawAnswer({ text, title, url }: FoundAnswer, texts: SearchTexts): HTMLElement {
  return element(
    "section",
    { class: "kh-answer", "aria-label": texts.answer },
    element("strong", {}, texts.answer),
    element("p", { dir: "auto" }, element("span", {}, text)),
    element("a", { href: url, dir: "auto" }, title),
  );
}

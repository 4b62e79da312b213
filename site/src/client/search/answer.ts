import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { answerName, wordsIn } from "./hit-parts.ts";
import type { FoundAnswer } from "./source.ts";

/** An answer as it stands over the results of the search page. */
export function drawAnswer({ text, title, url, language }: FoundAnswer, texts: SearchTexts): HTMLElement {
  return element(
    "section",
    { class: "kh-answer", "aria-label": texts.answer },
    element("strong", inLanguage(texts), answerName(language, texts)),
    element("p", wordsIn(language), element("span", {}, text)),
    element("a", { href: url, ...wordsIn(language) }, title),
  );
}

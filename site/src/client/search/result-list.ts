import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { hitKind, hitSign, markedText, wordsIn } from "./hit-parts.ts";
import type { SearchHit } from "./source.ts";

/** Draws hits as the list of the search page. */
export function drawResults(hits: readonly SearchHit[], texts: SearchTexts): HTMLElement {
  return element("ol", { class: "kh-results", role: "list" }, ...hits.map((hit) => drawResult(hit, texts)));
}

function drawResult(hit: SearchHit, texts: SearchTexts): HTMLElement {
  return element(
    "li",
    {},
    hitSign(hit.type),
    element("h2", {}, element("a", { href: hit.url, ...wordsIn(hit.language) }, hit.title)),
    element(
      "p",
      { class: "kh-results__place" },
      element("span", inLanguage(texts), hitKind(hit, texts)),
      ...headingOf(hit),
    ),
    element("p", { class: "kh-results__excerpt", ...wordsIn(hit.language) }, ...markedText(hit.excerpt)),
  );
}

function headingOf({ heading, language }: SearchHit): readonly (Node | string)[] {
  return heading ? [" · ", element("span", wordsIn(language), heading)] : [];
}

import { fill } from "../../locale/fill.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { differenceOf, queryText } from "./query-text.ts";

/** What was typed, and what was looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly corrected: string;
}

/** Says that words were corrected, with a button to look for them as they were typed. */
export function correctionNotice({ typed, corrected }: Correction, texts: SearchTexts, undo: () => void): HTMLElement {
  const from = differenceOf(typed, corrected);
  const button = element(
    "button",
    { type: "button", class: "kh-link", ...inLanguage(texts) },
    fill(texts.asTyped, { query: queryText(typed, from) }),
  );
  button.addEventListener("click", undo);
  return element(
    "p",
    { class: "kh-corrected", ...inLanguage(texts) },
    fill(texts.corrected, { query: queryText(corrected, from) }),
    " ",
    button,
  );
}

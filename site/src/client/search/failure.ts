import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";

/** Says that search does not work right now, with a button to try again. */
export function failureMessage(texts: SearchTexts, retry: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "kh-button" }, texts.retry);
  button.addEventListener("click", retry);
  return element(
    "div",
    { class: "kh-failure", role: "alert", ...inLanguage(texts) },
    element("p", {}, texts.failed),
    button,
  );
}

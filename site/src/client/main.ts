import { elements } from "knowhow:elements";
import { announceFeedback } from "./feedback.ts";
import { hashTarget } from "./hash-target.ts";
import { showFoundWords } from "./show-found-words.ts";
import { startParts } from "./start-parts.ts";
import { startSearch } from "./start-search.ts";
import { startThemeButton } from "./theme.ts";

const themeButton = document.querySelector<HTMLElement>("[data-theme-button]");
if (themeButton) startThemeButton(themeButton);

const questions = document.querySelector(".kh-question") && document.querySelector("main");
if (questions) announceFeedback(questions);

// A link to a FAQ on the index opens its answer.
const openTarget = (): void => {
  const target = hashTarget();
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();
addEventListener("hashchange", showFoundWords);
showFoundWords();

startParts();
const lost = [...document.querySelectorAll<HTMLTemplateElement>("template[data-lost]")];
if (lost.length === 0) startSearch();
else {
  // Search takes its language from the page.
  import("./lost-reader.ts").then(({ answerInLanguage }) => answerInLanguage(lost)).finally(startSearch);
}

for (const [name, load] of Object.entries(elements)) if (document.querySelector(name)) void load();

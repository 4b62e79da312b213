import { elements } from "knowhow:elements";
import { startBlocks } from "./blocks/start-blocks.ts";
import { announceFeedback } from "./feedback.ts";
import { hashTarget } from "./hash-target.ts";
import { showFoundWords } from "./show-found-words.ts";
import { startSearch } from "./start-search.ts";
import { startThemeButton } from "./theme.ts";

const themeButton = document.querySelector<HTMLElement>("[data-theme-button]");
if (themeButton) startThemeButton(themeButton);

const questions = document.querySelector(".kh-question") && document.querySelector("main");
if (questions) announceFeedback(questions);

const answered = document.querySelectorAll<HTMLElement>(".kh-question[data-key]");
if (answered.length > 0) void import("./check-answers.ts").then(({ checkAnswers }) => checkAnswers(answered));

// A link to a FAQ on the index opens its answer.
const openTarget = (): void => {
  const target = hashTarget();
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();
addEventListener("hashchange", showFoundWords);
showFoundWords();

const roles = document.querySelector<HTMLElement>("[data-roles]");
if (roles) void import("./role-choice.ts").then(({ startRoleChoice }) => startRoleChoice(roles));

const nav = document.querySelector<HTMLElement>(".kh-nav:has(details)");
if (nav) void import("./nav-groups.ts").then(({ startNavGroups }) => startNavGroups(nav));

startBlocks();
startSearch();

for (const [name, load] of Object.entries(elements)) if (document.querySelector(name)) void load();

if (document.querySelector("[data-search-page]")) {
  void import("./search/page.ts").then(({ startSearchPage }) => startSearchPage());
}

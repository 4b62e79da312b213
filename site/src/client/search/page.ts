import { count, fill } from "../../locale/fill.ts";
import type { SearchTexts } from "../../locale/search/en.ts";
import { loadSearchTexts } from "../../locale/search/texts.ts";
import { pageSite, type Site } from "../site.ts";
import { isFiltered, readState, type SearchState, toggled, writeState } from "./address.ts";
import { drawAnswer } from "./answer.ts";
import { correctionNotice } from "./correction.ts";
import { element } from "./element.ts";
import { drawFacets } from "./facets.ts";
import { failureMessage } from "./failure.ts";
import { openSource } from "./open-source.ts";
import { drawResults } from "./result-list.ts";
import { type FoundAnswer, noFilters, type SearchOutcome } from "./source.ts";

const step = 10;
const pause = 150;

/** Starts the search page: it shows what its address says, and says in its address what it shows. */
export function startSearchPage(): void {
  const root = document.querySelector<HTMLElement>("[data-search-page]");
  const form = root?.querySelector("form");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  const facets = root?.querySelector<HTMLDetailsElement>("[data-facets]");
  const results = root?.querySelector<HTMLElement>("[data-results]");
  if (!root || !form || !input || !facets || !results) return;
  const site = pageSite();
  void loadSearchTexts(site.locale).then((texts) => run({ root, form, input, facets, results, site, texts }));
}

interface PageParts {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly facets: HTMLDetailsElement;
  readonly results: HTMLElement;
  readonly site: Site;
  readonly texts: SearchTexts;
}

function run({ root, form, input, facets, results, site, texts }: PageParts): void {
  const source = openSource(site);
  const roles = readRoles(root.dataset.roles);
  const status = element("p", { class: "kh-status", role: "status" });
  const body = element("div");
  results.replaceChildren(status, body);
  let state = readState(location.search);
  let limit = step;
  let latest = 0;
  let timer = 0;

  const fail = (): void => {
    status.textContent = "";
    facets.hidden = true;
    body.replaceChildren(failureMessage(texts, () => void look()));
  };

  const paint = (outcome: SearchOutcome, answer: FoundAnswer | undefined, shown: SearchState): void => {
    const focused = document.activeElement?.id;
    const drawn = drawFacets({ outcome, filters: shown.filters, texts, roles, locale: site.locale, onToggle: toggle });
    facets.lastElementChild?.replaceChildren(...drawn, ...(isFiltered(shown) ? [clearButton()] : []));
    facets.hidden = drawn.length === 0;
    // The facets were drawn anew: whoever was on one of them stays there.
    if (focused?.startsWith("kh-facet")) document.getElementById(focused)?.focus();
    const { hits, total, corrected } = outcome;
    status.textContent = total === 0 ? fill(texts.none, { query: shown.text }) : count(texts.count, total, site.locale);
    const rest = total > hits.length ? [moreButton(hits.length)] : [];
    const asTyped = (): void => {
      input.focus();
      void go({ ...state, exact: true }, "push");
    };
    body.replaceChildren(
      ...(corrected === undefined ? [] : [correctionNotice({ typed: shown.text, corrected }, texts, asTyped)]),
      ...(answer === undefined || total === 0 ? [] : [drawAnswer(answer, texts)]),
      total === 0 ? element("p", {}, texts.noneHint) : drawResults(hits, texts),
      ...rest,
    );
  };

  const look = async (): Promise<void> => {
    const mine = ++latest;
    if (state.text.trim() === "") {
      facets.hidden = true;
      body.replaceChildren(...(isFiltered(state) ? [clearButton()] : []));
      status.textContent = texts.start;
      return;
    }
    if (body.childElementCount === 0) status.textContent = texts.loading;
    const wanted = state;
    try {
      const request = { ...wanted, correct: !wanted.exact, limit, facets: true };
      // Whoever narrows down looks for pages: an answer might be from one that the filters leave out.
      const asks = !isFiltered(wanted) && !wanted.exact;
      const found = await Promise.all([source.search(request), asks ? source.answer(wanted.text) : undefined]);
      if (mine === latest) paint(...found, wanted);
    } catch {
      if (mine === latest) fail();
    }
  };

  const go = (next: SearchState, how: "push" | "replace"): Promise<void> => {
    state = next;
    limit = step;
    const address = location.pathname + writeState(next);
    if (how === "push" && address !== location.pathname + location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    return look();
  };

  const toggle: Parameters<typeof drawFacets>[0]["onToggle"] = (name, value) => {
    void go(toggled(state, name, value), "push");
  };

  const clearButton = (): HTMLElement => {
    const button = element("button", { type: "button", class: "kh-button" }, texts.clear);
    button.addEventListener("click", () => {
      input.focus();
      void go({ ...state, filters: noFilters }, "push");
    });
    return button;
  };

  const moreButton = (before: number): HTMLElement => {
    const button = element("button", { type: "button", class: "kh-button" }, texts.more);
    button.addEventListener("click", async () => {
      limit += step;
      await look();
      body.querySelectorAll<HTMLElement>("li a")[before]?.focus();
    });
    return button;
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void go({ ...state, text: input.value, exact: false }, "replace"), pause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void go({ ...state, text: input.value, exact: state.exact && input.value === state.text }, "push");
  });
  addEventListener("popstate", () => {
    state = readState(location.search);
    limit = step;
    input.value = state.text;
    void look();
  });
  // Beside the results there is room for the facets; above them they would hide the answer.
  facets.open = matchMedia("(min-width: 56rem)").matches || isFiltered(state);
  // What was typed before this script was there counts more than the address.
  if (input.value === "") input.value = state.text;
  else state = { ...state, text: input.value };
  if (state.text === "") input.focus();
  void look();
}

function readRoles(json: string | undefined): Readonly<Record<string, string>> {
  return JSON.parse(json ?? "{}") as Record<string, string>; // Written by the page itself.
}

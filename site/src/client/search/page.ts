import { count, fill } from "../../locale/fill.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { pageSite, type Site } from "../site.ts";
import { isFiltered, readState, type SearchState, toggled, writeState } from "./address.ts";
import { drawAnswer } from "./answer.ts";
import { correctionNotice } from "./correction.ts";
import { element } from "./element.ts";
import { drawFacets, type ValueNames } from "./facets.ts";
import { failureMessage } from "./failure.ts";
import { handOnWords } from "./found-words.ts";
import { adviceFor } from "./hit-parts.ts";
import { loadSearchTexts } from "./load-texts.ts";
import { reportMiss, withdrawMiss } from "./miss-report.ts";
import { openSource } from "./open-source.ts";
import { ownerLine } from "./owner-line.ts";
import { inTime } from "./patience.ts";
import { queryText } from "./query-text.ts";
import { recentList } from "./recent-list.ts";
import { forgetSearches, recentSearches, rememberSearch } from "./recent-searches.ts";
import { drawResults } from "./result-list.ts";
import { type FoundAnswer, noFilters, type SearchHit, type SearchOutcome, type SearchSource } from "./source.ts";

const step = 10;
/** How many entries are offered where nothing was found. */
const nearestHits = 3;
const pause = 150;

/**
 * Starts the search page: it shows what its address says, and says in its address what it shows. Rejects where its texts
 * could not be loaded.
 */
export async function startSearchPage(): Promise<void> {
  const root = document.querySelector<HTMLElement>("[data-search-page]");
  const form = root?.querySelector("form");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  const facets = root?.querySelector<HTMLDetailsElement>("[data-facets]");
  const results = root?.querySelector<HTMLElement>("[data-results]");
  if (!root || !form || !input || !facets || !results) return;
  const site = pageSite();
  const texts = await loadSearchTexts(site.locale);
  run({ root, form, input, facets, results, site, texts });
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
  const names = readNames(root.dataset.names);
  const status = element("p", { class: "kh-status", role: "status", ...inLanguage(texts) });
  const body = element("div");
  results.replaceChildren(status, body);
  let state = readState(location.search);
  // Whoever comes back from a result finds the list as it was.
  const before = readPlace(history.state);
  let limit = before.limit;
  let latest = 0;
  let timer = 0;
  let words: readonly string[] = [];

  const fail = (): void => {
    status.textContent = "";
    facets.hidden = true;
    body.replaceChildren(failureMessage(texts, () => void look()));
  };

  const paint = ({ outcome, answer, nearest }: Found, shown: SearchState): void => {
    const focused = document.activeElement?.id;
    const drawn = drawFacets({ outcome, filters: shown.filters, texts, names, locale: site.locale, onToggle: toggle });
    facets.lastElementChild?.replaceChildren(...drawn, ...(isFiltered(shown) ? [clearButton()] : []));
    facets.hidden = drawn.length === 0;
    // The facets were drawn anew: whoever was on one of them stays there.
    if (focused?.startsWith("kh-facet")) document.getElementById(focused)?.focus();
    const { hits, total, corrected } = outcome;
    words = outcome.words;
    const blank = shown.text.trim() === "";
    if (total === 0 && !blank && !isFiltered(shown)) reportMiss(shown.text, site);
    status.textContent = total > 0 || blank ? count(texts.count, total, site.locale) : noneText(shown.text);
    const rest = total > hits.length ? [moreButton(hits.length)] : [];
    const asTyped = (): void => {
      input.focus();
      void go({ ...state, exact: true }, "push");
    };
    body.replaceChildren(
      ...(corrected === undefined ? [] : [correctionNotice({ typed: shown.text, corrected }, texts, asTyped)]),
      ...(answer === undefined || total === 0 ? [] : [drawAnswer(answer, texts)]),
      ...(blank ? [element("p", { class: "kh-results__listed", ...inLanguage(texts) }, texts.listed)] : []),
      total === 0
        ? element("p", inLanguage(texts), adviceFor(shown.text, isFiltered(shown), texts))
        : drawResults(hits, texts),
      ...rest,
      ...drawNearest(nearest),
      ...(answer === undefined && !blank ? ownerLine([...hits, ...nearest], texts) : []),
    );
  };

  const noneText = (query: string): string => fill(texts.none, { query: queryText(query) });

  const drawNearest = (nearest: readonly SearchHit[]): readonly HTMLElement[] =>
    nearest.length === 0
      ? []
      : [
          element("h2", { class: "kh-results__nearest", ...inLanguage(texts) }, texts.nearest),
          drawResults(nearest, texts),
        ];

  const showStart = (): void => {
    facets.hidden = true;
    const forget = (): void => {
      forgetSearches(site);
      showStart();
      input.focus();
    };
    body.replaceChildren(...recentList(recentSearches(site), { site, texts, forget }));
    status.textContent = texts.start;
  };

  const look = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    withdrawMiss();
    if (state.text.trim() === "" && !isFiltered(state)) {
      showStart();
      return;
    }
    if (body.childElementCount === 0) status.textContent = texts.loading;
    const wanted = state;
    try {
      const found = await inTime(find(source, wanted, limit));
      if (mine === latest) paint(found, wanted);
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

  const keepPlace = (): void => {
    const place: Place = { limit, top: scrollY };
    history.replaceState(place, "");
  };

  const toggle: Parameters<typeof drawFacets>[0]["onToggle"] = (name, value) => {
    void go(toggled(state, name, value), "push");
  };

  const clearButton = (): HTMLElement => {
    const button = element("button", { type: "button", class: "kh-button", ...inLanguage(texts) }, texts.clear);
    button.addEventListener("click", () => {
      input.focus();
      void go({ ...state, filters: noFilters }, "push");
    });
    return button;
  };

  const moreButton = (before: number): HTMLElement => {
    const button = element("button", { type: "button", class: "kh-button", ...inLanguage(texts) }, texts.more);
    button.addEventListener("click", async () => {
      limit += step;
      keepPlace();
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
    rememberSearch(input.value, site);
    void go({ ...state, text: input.value, exact: state.exact && input.value === state.text }, "push");
  });
  addEventListener("popstate", () => {
    const next = readState(location.search);
    // A link to a place on this page leaves what is typed and shown.
    if (writeState(next) === writeState(state)) return;
    clearTimeout(timer);
    state = next;
    limit = readPlace(history.state).limit;
    input.value = state.text;
    void look();
  });
  body.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(".kh-results a, .kh-answer a")) {
      rememberSearch(state.text, site);
      keepPlace();
    }
  });
  handOnWords(body, () => words);
  // Beside the results there is room for the facets; above them they would hide the answer.
  facets.open = matchMedia("(min-width: 56rem)").matches || isFiltered(state);
  // What was typed before this script was there counts more than the address.
  if (input.value === "") input.value = state.text;
  else state = { ...state, text: input.value };
  if (state.text === "") input.focus();
  void look().then(() => {
    // The browser could not go further than the page was long.
    if (comesBack() && scrollY < before.top) scrollTo({ top: before.top, behavior: "instant" });
  });
}

/** How much of the results somebody has seen, kept with the page in the history of the browser. */
interface Place {
  readonly limit: number;
  readonly top: number;
}

function comesBack(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
}

function readPlace(kept: unknown): Place {
  const { limit, top } = (kept ?? {}) as { readonly [K in keyof Place]?: unknown };
  return { limit: typeof limit === "number" ? limit : step, top: typeof top === "number" ? top : 0 };
}

interface Found {
  readonly outcome: SearchOutcome;
  readonly answer: FoundAnswer | undefined;
  /** What comes nearest where nothing was found: without the filters, with words corrected. */
  readonly nearest: readonly SearchHit[];
}

async function find(source: SearchSource, wanted: SearchState, limit: number): Promise<Found> {
  const strict = isFiltered(wanted) || wanted.exact;
  // Whoever narrows down looks for pages: an answer might be from one that the filters leave out.
  const asks = !strict && wanted.text.trim() !== "";
  const [outcome, answer] = await Promise.all([
    source.search({ ...wanted, correct: !wanted.exact, limit, facets: true }),
    asks ? source.answer(wanted.text) : undefined,
  ]);
  if (outcome.total > 0 || !strict) return { outcome, answer, nearest: [] };
  const loose = await source.search({ text: wanted.text, filters: noFilters, limit: nearestHits, facets: false });
  return { outcome, answer, nearest: loose.hits };
}

function readNames(json: string | undefined): ValueNames {
  return JSON.parse(json ?? "{}") as ValueNames; // Written by the page itself.
}

import { count, fill } from "../../locale/fill.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import type { Site } from "../site.ts";
import { correctionNotice } from "./correction.ts";
import { element } from "./element.ts";
import { failureMessage } from "./failure.ts";
import { handOnWords } from "./found-words.ts";
import { hitOptions } from "./hit-options.ts";
import { adviceFor } from "./hit-parts.ts";
import { makeListbox } from "./listbox.ts";
import { reportMiss, withdrawMiss } from "./miss-report.ts";
import { inTime, noticeable } from "./patience.ts";
import { queryText } from "./query-text.ts";
import { forgetButton, recentOptions } from "./recent-options.ts";
import { forgetSearches, recentSearches, rememberSearch } from "./recent-searches.ts";
import { type FoundAnswer, noFilters, type SearchOutcome, type SearchSource, type Suggestion } from "./source.ts";

/** What a combobox is made of. */
export interface ComboboxParts {
  readonly input: HTMLInputElement;
  /** Where the results go; it is hidden while there is nothing to show. */
  readonly panel: HTMLElement;
  readonly source: SearchSource;
  readonly texts: SearchTexts;
  readonly site: Site;
}

/** What its owner can do with a combobox. */
export interface Combobox {
  /** Looks for what stands in the field; for nothing, shows what was looked for lately. */
  readonly refresh: () => void;
  /** Takes the results away; returns whether there were any. */
  readonly close: () => boolean;
}

interface Found {
  readonly outcome: SearchOutcome;
  readonly answer: FoundAnswer | undefined;
}

interface How {
  readonly correct: boolean;
}

const limit = 7;
/** Milliseconds without a key before a search begins; names are suggested at once. */
const pause = 90;

/** Gives a field results to choose from while typing. With none chosen, Enter is left to the field's form. */
export function makeCombobox({ input, panel, source, texts, site }: ComboboxParts): Combobox {
  const list = element("div", { class: "kh-hits", id: `${input.id}-hits`, "aria-label": texts.results });
  const status = element("p", { class: "kh-status", role: "status", ...inLanguage(texts) });
  const remarks = element("div");
  panel.append(element("div", { class: "kh-said" }, status, remarks), list);
  panel.hidden = true;
  const listbox = makeListbox(input, list);
  let suggestions: readonly Suggestion[] = [];
  let found: Found | undefined;
  /** Counts what was begun: only the last one may paint. */
  let latest = 0;
  let timer = 0;

  const typed = (): string => input.value.trim();

  /** Results stay until there are others, so that nothing jumps under somebody who is typing. */
  const draw = (): void => {
    const query = typed();
    const all = { query, url: `${site.search}?q=${encodeURIComponent(query)}` };
    const { outcome, answer } = found ?? {};
    listbox.fill(hitOptions({ suggestions, answer, hits: outcome?.hits ?? [], all, listId: list.id, texts }));
    if (found || suggestions.length > 0) panel.hidden = false;
  };

  const say = (message: string, remark?: HTMLElement): void => {
    status.textContent = message;
    remarks.replaceChildren(...(remark ? [remark] : []));
  };

  const close = (): boolean => {
    const wasOpen = !panel.hidden;
    latest += 1;
    clearTimeout(timer);
    withdrawMiss();
    panel.hidden = true;
    suggestions = [];
    found = undefined;
    listbox.fill([]);
    say("");
    return wasOpen;
  };

  const showRecent = (): void => {
    close();
    const queries = recentSearches(site);
    if (queries.length === 0) return;
    const choose = (query: string): void => {
      input.value = query;
      lookAgain({ correct: true });
    };
    const forget = (): void => {
      forgetSearches(site);
      close();
      input.focus();
    };
    listbox.fill(recentOptions(queries, { listId: list.id, search: site.search, choose }));
    say(texts.recent, forgetButton(texts, forget));
    panel.hidden = false;
  };

  const suggest = async (mine: number): Promise<void> => {
    const named = await source.suggest(typed()).catch(() => []);
    if (mine !== latest) return;
    suggestions = named;
    // Where no page is called so, what is offered stays until the search is done.
    if (named.length > 0 || found) draw();
  };

  const look = async (mine: number, { correct }: How): Promise<void> => {
    const query = typed();
    const request = { text: query, filters: noFilters, limit, correct, facets: false };
    const waiting = window.setTimeout(() => {
      if (mine !== latest || found) return;
      panel.hidden = false;
      say(texts.loading);
    }, noticeable);
    const work = Promise.all([source.search(request), correct ? source.answer(query) : undefined]);
    const result = await inTime(work).catch(() => undefined);
    clearTimeout(waiting);
    // Whoever typed on in the meantime wants to see something else.
    if (mine !== latest) return;
    found = result && { outcome: result[0], answer: result[1] };
    draw();
    panel.hidden = false;
    if (found) sayFound(found.outcome, query);
    else
      say(
        "",
        failureMessage(texts, () => lookAgain({ correct })),
      );
  };

  const sayFound = ({ total, corrected }: SearchOutcome, query: string): void => {
    const undo = () => lookAgain({ correct: false });
    const notice = corrected === undefined ? undefined : correctionNotice({ typed: query, corrected }, texts, undo);
    if (total === 0) reportMiss(query, site);
    say(
      total === 0
        ? `${fill(texts.none, { query: queryText(query) })} ${adviceFor(query, false, texts)}`
        : count(texts.count, total, site.locale),
      notice,
    );
  };

  const begin = (how: How, after = 0): void => {
    clearTimeout(timer);
    withdrawMiss();
    if (typed() === "") {
      showRecent();
      return;
    }
    // What was looked for lately gives way to what is being typed.
    if (list.querySelector(".kh-hit--recent")) close();
    latest += 1;
    const mine = latest;
    listbox.release();
    void suggest(mine);
    timer = window.setTimeout(() => void look(mine, how), after);
  };

  const lookAgain = (how: How): void => {
    input.focus();
    begin(how);
  };

  input.addEventListener("input", () => begin({ correct: true }, pause));
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && listbox.press(event.key)) event.preventDefault();
  });
  input.form?.addEventListener("submit", () => rememberSearch(input.value, site));
  list.addEventListener("click", () => rememberSearch(input.value, site));
  handOnWords(list, () => found?.outcome.words ?? []);
  void source.prepare();
  return { refresh: () => begin({ correct: true }), close };
}

import { count, fill } from "../../locale/fill.ts";
import type { SearchTexts } from "../../locale/search/en.ts";
import type { Site } from "../site.ts";
import { correctionNotice } from "./correction.ts";
import { element } from "./element.ts";
import { failureMessage } from "./failure.ts";
import { hitOptions } from "./hit-options.ts";
import { makeListbox } from "./listbox.ts";
import { type FoundAnswer, noFilters, type SearchOutcome, type SearchSource } from "./source.ts";

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
  /** Looks for what stands in the field. */
  readonly refresh: () => void;
  /** Takes the results away; returns whether there were any. */
  readonly close: () => boolean;
}

const limit = 7;
/** Milliseconds without a key before a search begins. */
const pause = 90;

/** Gives a field results to choose from while typing. With none chosen, Enter is left to the field's form. */
export function makeCombobox({ input, panel, source, texts, site }: ComboboxParts): Combobox {
  const list = element("div", { class: "kh-hits", id: `${input.id}-hits`, "aria-label": texts.results });
  const status = element("p", { class: "kh-status", role: "status" });
  const remarks = element("div");
  panel.append(status, remarks, list);
  panel.hidden = true;
  const listbox = makeListbox(input, list);
  let latest = 0;
  let timer = 0;

  const show = (options: readonly HTMLElement[], message: string, remark?: HTMLElement): void => {
    listbox.fill(options);
    remarks.replaceChildren(...(remark ? [remark] : []));
    status.textContent = message;
  };

  const close = (): boolean => {
    const wasOpen = !panel.hidden;
    latest += 1;
    clearTimeout(timer);
    panel.hidden = true;
    show([], "");
    return wasOpen;
  };

  const paint = ({ hits, total, corrected }: SearchOutcome, answer: FoundAnswer | undefined, query: string): void => {
    const all = { query, url: `${site.search}?q=${encodeURIComponent(query)}` };
    const none = `${fill(texts.none, { query })} ${texts.noneHint}`;
    const notice =
      corrected === undefined
        ? undefined
        : correctionNotice({ typed: query, corrected }, texts, () => lookAgain({ correct: false }));
    show(
      hitOptions({ answer, hits, all, listId: list.id, texts }),
      total === 0 ? none : count(texts.count, total, site.locale),
      notice,
    );
  };

  const look = async ({ correct }: { readonly correct: boolean }): Promise<void> => {
    const query = input.value.trim();
    if (query === "") {
      close();
      return;
    }
    const mine = ++latest;
    const request = { text: query, filters: noFilters, limit, correct, facets: false };
    const found = await Promise.all([source.search(request), source.answer(query)]).catch(() => undefined);
    // Whoever typed on in the meantime wants to see something else.
    if (mine !== latest) return;
    panel.hidden = false;
    if (found) paint(...found, query);
    else
      show(
        [],
        "",
        failureMessage(texts, () => lookAgain({ correct })),
      );
  };

  const lookAgain = (how: { readonly correct: boolean }): void => {
    input.focus();
    void look(how);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look({ correct: true }), pause);
  });
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && listbox.press(event.key)) event.preventDefault();
  });
  return { refresh: () => void look({ correct: true }), close };
}

import { count, fill } from "../../locale/fill.ts";
import type { SearchTexts } from "../../locale/search/en.ts";
import type { Site } from "../site.ts";
import { element } from "./element.ts";
import { failureMessage } from "./failure.ts";
import { hitKind, hitSign, markedText } from "./hit-parts.ts";
import { noFilters, type SearchHit, type SearchOutcome, type SearchSource } from "./source.ts";

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
const pause = 90;

/**
 * Gives a field results to choose from while typing, after the ARIA pattern of a combobox with a listbox: the focus
 * stays in the field, arrows move through the results, Enter opens the chosen one (or, with none chosen, leaves it to
 * the form).
 */
export function makeCombobox({ input, panel, source, texts, site }: ComboboxParts): Combobox {
  const list = element("div", {
    class: "kh-hits",
    role: "listbox",
    id: `${input.id}-hits`,
    "aria-label": texts.results,
  });
  const status = element("p", { class: "kh-status", role: "status" });
  const trouble = element("div");
  panel.append(status, trouble, list);
  panel.hidden = true;
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }

  let latest = 0;
  let timer = 0;
  let chosen = -1;
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  const choose = (index: number): void => {
    chosen = index;
    for (const [position, option] of options().entries()) {
      option.setAttribute("aria-selected", String(position === index));
      if (position === index) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
    if (index < 0) input.removeAttribute("aria-activedescendant");
  };

  const show = (children: readonly Node[], message: string, problem?: Node): void => {
    list.replaceChildren(...children);
    trouble.replaceChildren(...(problem ? [problem] : []));
    status.textContent = message;
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(children.length > 0));
    choose(-1);
  };

  const close = (): boolean => {
    const wasOpen = !panel.hidden;
    latest += 1;
    clearTimeout(timer);
    panel.hidden = true;
    list.replaceChildren();
    trouble.replaceChildren();
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
    return wasOpen;
  };

  const paint = ({ hits, total }: SearchOutcome, query: string): void => {
    const found = hits.map((hit, index) => hitOption(hit, `${list.id}-${index}`, texts));
    const all = { title: fill(texts.all, { query }), url: `${site.search}?q=${encodeURIComponent(query)}` };
    const rest = hits.length === 0 ? [] : [allOption(all, `${list.id}-all`)];
    const message =
      hits.length === 0 ? `${fill(texts.none, { query })} ${texts.noneHint}` : count(texts.count, total, site.locale);
    show([...found, ...rest], message);
  };

  const look = async (): Promise<void> => {
    const query = input.value.trim();
    if (query === "") {
      close();
      return;
    }
    const mine = ++latest;
    try {
      const outcome = await source.search({ text: query, filters: noFilters, limit, facets: false });
      if (mine === latest) paint(outcome, query);
    } catch {
      if (mine === latest)
        show(
          [],
          "",
          failureMessage(texts, () => void retry()),
        );
    }
  };
  const retry = async (): Promise<void> => {
    input.focus();
    await look();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pause);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (all.length === 0) return;
      event.preventDefault();
      // Past either end the choice returns to the field itself.
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(((chosen + 1 + step + all.length + 1) % (all.length + 1)) - 1);
    } else if (event.key === "Enter") {
      const option = all[chosen];
      if (option === undefined) return;
      event.preventDefault();
      option.click();
    }
  });
  return { refresh: () => void look(), close };
}

function hitOption(hit: SearchHit, id: string, texts: SearchTexts): HTMLElement {
  const words = element(
    "span",
    { class: "kh-hit__words" },
    element("span", { class: "kh-hit__title", dir: "auto" }, hit.title),
    ...(hit.heading === undefined ? [] : [element("span", { class: "kh-hit__heading", dir: "auto" }, hit.heading)]),
    element("span", { class: "kh-hit__excerpt", dir: "auto" }, ...markedText(hit.excerpt)),
  );
  const option = optionLink(hit.url, id, "kh-hit");
  option.append(hitSign(hit.type), words, element("span", { class: "kh-hit__kind" }, hitKind(hit, texts)));
  return option;
}

function allOption({ title, url }: { readonly title: string; readonly url: string }, id: string): HTMLElement {
  const option = optionLink(url, id, "kh-hit kh-hit--all");
  option.append(title);
  return option;
}

// A link, so that it opens in a new tab as any other does; out of the tab order, as options are.
function optionLink(url: string, id: string, name: string): HTMLElement {
  return element("a", { href: url, id, class: name, role: "option", tabindex: "-1", "aria-selected": "false" });
}

import { fill } from "../../locale/fill.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { answerName, hitKind, hitSign, markedText, wordsIn } from "./hit-parts.ts";
import { queryText } from "./query-text.ts";
import type { FoundAnswer, SearchHit, Suggestion } from "./source.ts";

/** What the options of a combobox are made from. */
export interface HitOptionParts {
  /** Pages that are called what was typed. */
  readonly suggestions: readonly Suggestion[];
  readonly answer: FoundAnswer | undefined;
  readonly hits: readonly SearchHit[];
  /** Where all results are. */
  readonly all: { readonly query: string; readonly url: string };
  readonly listId: string;
  readonly texts: SearchTexts;
}

/** The options of a combobox: an answer that is sure, pages by their names, the hits, and the way to all of them. */
export function hitOptions(parts: HitOptionParts): readonly HTMLElement[] {
  const { answer, hits, all, listId, texts } = parts;
  const named = parts.suggestions.filter(({ url }) => answer === undefined || url !== pageOf(answer.url));
  // A page that is offered by its name is not offered again; a question on it is.
  const others = hits.filter((hit) => hit.type === "question" || !named.some(({ url }) => url === pageOf(hit.url)));
  if (named.length + hits.length === 0) return [];
  const first = answer === undefined ? [] : [answerOption(answer, `${listId}-answer`, texts)];
  const rest = option(all.url, `${listId}-all`, "kh-hit kh-hit--all");
  rest.append(element("span", inLanguage(texts), fill(texts.all, { query: queryText(all.query) })));
  return [
    ...first,
    ...named.map((suggestion, index) => suggestionOption(suggestion, `${listId}-name-${index}`, texts)),
    ...others.map((hit, index) => hitOption(hit, `${listId}-${index}`, texts)),
    rest,
  ];
}

function pageOf(url: string): string {
  return url.replace(/#.*$/, "");
}

function suggestionOption(suggestion: Suggestion, id: string, texts: SearchTexts): HTMLElement {
  const { title, url, type, alias, language } = suggestion;
  const written = wordsIn(language);
  const words = element(
    "span",
    { class: "kh-hit__words" },
    element("span", { class: "kh-hit__title", ...written }, title),
    ...(alias === undefined ? [] : [element("span", { class: "kh-hit__heading", ...written }, alias)]),
  );
  const made = option(url, id, "kh-hit kh-hit--name");
  made.append(
    hitSign(type),
    words,
    element("span", { class: "kh-hit__kind", ...inLanguage(texts) }, hitKind(suggestion, texts)),
  );
  return made;
}

function answerOption({ text, title, url, language }: FoundAnswer, id: string, texts: SearchTexts): HTMLElement {
  const made = option(url, id, "kh-hit kh-hit--answer");
  made.append(
    element("span", { class: "kh-hit__kind", ...inLanguage(texts) }, answerName(language, texts)),
    element("span", { class: "kh-hit__answer", ...wordsIn(language) }, element("mark", {}, text)),
    element("span", { class: "kh-hit__heading", ...wordsIn(language) }, title),
  );
  return made;
}

function hitOption(hit: SearchHit, id: string, texts: SearchTexts): HTMLElement {
  const words = wordsIn(hit.language);
  const shown = element(
    "span",
    { class: "kh-hit__words" },
    element("span", { class: "kh-hit__title", ...words }, hit.title),
    ...(hit.heading === undefined ? [] : [element("span", { class: "kh-hit__heading", ...words }, hit.heading)]),
    element("span", { class: "kh-hit__excerpt", ...words }, ...markedText(hit.excerpt)),
  );
  const made = option(hit.url, id, "kh-hit");
  made.append(
    hitSign(hit.type),
    shown,
    element("span", { class: "kh-hit__kind", ...inLanguage(texts) }, hitKind(hit, texts)),
  );
  return made;
}

/** An option, which is a link, so that it opens in a new tab as any other does; out of the tab order, as options are. */
export function option(url: string, id: string, name: string): HTMLElement {
  return element("a", { href: url, id, class: name, role: "option", tabindex: "-1", "aria-selected": "false" });
}

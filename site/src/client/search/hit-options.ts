import { fill } from "../../locale/fill.ts";
import type { SearchTexts } from "../../locale/search/en.ts";
import { element } from "./element.ts";
import { hitKind, hitSign, markedText } from "./hit-parts.ts";
import type { FoundAnswer, SearchHit } from "./source.ts";

/** What the options of a combobox are made from. */
export interface HitOptionParts {
  readonly answer: FoundAnswer | undefined;
  readonly hits: readonly SearchHit[];
  /** Where all results are. */
  readonly all: { readonly query: string; readonly url: string };
  readonly listId: string;
  readonly texts: SearchTexts;
}

/** The options of a combobox: an answer that is sure, the hits, and where there are any, the way to all of them. */
export function hitOptions({ answer, hits, all, listId, texts }: HitOptionParts): readonly HTMLElement[] {
  if (hits.length === 0) return [];
  const first = answer === undefined ? [] : [answerOption(answer, `${listId}-answer`, texts)];
  const rest = option(all.url, `${listId}-all`, "kh-hit kh-hit--all");
  rest.append(fill(texts.all, { query: all.query }));
  return [...first, ...hits.map((hit, index) => hitOption(hit, `${listId}-${index}`, texts)), rest];
}

function answerOption({ text, title, url }: FoundAnswer, id: string, texts: SearchTexts): HTMLElement {
  const made = option(url, id, "kh-hit kh-hit--answer");
  made.append(
    element("span", { class: "kh-hit__kind" }, texts.answer),
    element("span", { class: "kh-hit__answer", dir: "auto" }, element("mark", {}, text)),
    element("span", { class: "kh-hit__heading", dir: "auto" }, title),
  );
  return made;
}

function hitOption(hit: SearchHit, id: string, texts: SearchTexts): HTMLElement {
  const words = element(
    "span",
    { class: "kh-hit__words" },
    element("span", { class: "kh-hit__title", dir: "auto" }, hit.title),
    ...(hit.heading === undefined ? [] : [element("span", { class: "kh-hit__heading", dir: "auto" }, hit.heading)]),
    element("span", { class: "kh-hit__excerpt", dir: "auto" }, ...markedText(hit.excerpt)),
  );
  const made = option(hit.url, id, "kh-hit");
  made.append(hitSign(hit.type), words, element("span", { class: "kh-hit__kind" }, hitKind(hit, texts)));
  return made;
}

// A link, so that it opens in a new tab as any other does; out of the tab order, as options are.
function option(url: string, id: string, name: string): HTMLElement {
  return element("a", { href: url, id, class: name, role: "option", tabindex: "-1", "aria-selected": "false" });
}

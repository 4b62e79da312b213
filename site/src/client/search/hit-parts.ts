import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import type { ExcerptPart, SearchHit } from "./source.ts";

/** The kind of a hit, and the language that it is written in where that is not the page's, both in the reader's language. */
export function hitKind({ type, language }: Pick<SearchHit, "type" | "language">, texts: SearchTexts): string {
  return [kindName(type, texts), language === undefined ? "" : languageName(language, texts)]
    .filter(Boolean)
    .join(" · ");
}

/** What an answer is called, with the language that it is written in where that is not the page's. */
export function answerName(language: string | undefined, texts: SearchTexts): string {
  return language === undefined ? texts.answer : `${texts.answer} · ${languageName(language, texts)}`;
}

/** The name of a language, in that of the texts around it. */
function languageName(language: string, texts: SearchTexts): string {
  const shown = texts.language ?? document.documentElement.lang;
  return new Intl.DisplayNames(shown, { type: "language" }).of(language) ?? language;
}

/** What somebody may try who found nothing. */
export function adviceFor(query: string, isFiltered: boolean, texts: SearchTexts): string {
  const isQuoted = /["“”„«»]/.test(query);
  return [texts.noneHint, isFiltered && texts.noneFiltered, isQuoted && texts.noneQuoted].filter(Boolean).join(" ");
}

/** The attributes of words as somebody wrote them, in the language of the page unless another is named. */
export function wordsIn(language: string | undefined): Readonly<Record<string, string>> {
  return { dir: "auto", ...(language === undefined ? {} : { lang: language }) };
}

/** The name of a kind of page, in the reader's language. */
export function kindName(kind: string, texts: SearchTexts): string {
  return Object.entries(texts.types).find(([type]) => type === kind)?.[1] ?? "";
}

/** The sign of a kind of hit, as beside entries in lists. */
export function hitSign(type: string): HTMLElement {
  return element("span", { class: `kh-sign kh-sign--${type}`, "aria-hidden": "true" });
}

/** An excerpt with its found words marked. */
export function markedText(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}

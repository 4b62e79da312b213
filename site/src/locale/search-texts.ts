import type { ShownTexts, Texts } from "@knowhow/core";
import type { RecordType } from "@knowhow/core/search";

/** The texts of search in the browser. `{query}` stands for what was typed, `{n}` for a number. */
export interface SearchTexts extends Omit<Texts["results"], "label" | "question"> {
  /** The language that they are in, where that is not the one of the page. */
  readonly language?: string;
  readonly dialog: string;
  readonly label: string;
  readonly placeholder: string;
  readonly results: string;
  /** Over an answer that is sure. */
  readonly answer: string;
  readonly failed: string;
  readonly retry: string;
  readonly types: Readonly<Record<RecordType, string>>;
  readonly levels: Texts["levels"];
}

/** The texts of search, of those that a site shows. */
export function searchTextsOf(texts: ShownTexts): SearchTexts {
  const { language, search, ask, shortAnswer, searchPage, types, levels } = texts;
  const { label, question, ...own } = texts.results;
  return {
    ...own,
    ...(language === undefined ? {} : { language }),
    dialog: search,
    label: ask.label,
    placeholder: ask.placeholder,
    results: label,
    answer: shortAnswer,
    failed: searchPage.failed,
    retry: searchPage.retry,
    types: { ...types, question },
    levels,
  };
}

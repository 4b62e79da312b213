import type { RecordType } from "@knowhow/core/search";
import type { Plural } from "../en.ts";

/** The texts of search in the browser. `{query}` stands for what was typed, `{n}` for a number. */
export interface SearchTexts {
  readonly dialog: string;
  readonly label: string;
  readonly placeholder: string;
  readonly close: string;
  readonly results: string;
  readonly count: Plural;
  readonly none: string;
  readonly noneHint: string;
  /** Said where words were corrected; `{query}` is the corrected query. */
  readonly corrected: string;
  /** Offers to search as typed; `{query}` is what was typed. */
  readonly asTyped: string;
  /** Over an answer that is sure. */
  readonly answer: string;
  /** Over what was looked for lately, and the button that forgets it. */
  readonly recent: string;
  readonly forget: string;
  /** Over the entries that come nearest where nothing was found. */
  readonly nearest: string;
  /** Whom to ask where no answer is sure; `{owner}` answers for the entry `{title}`. */
  readonly owner: string;
  /** Over what the filters let through, where nothing was typed. */
  readonly listed: string;
  readonly all: string;
  readonly more: string;
  readonly start: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly clear: string;
  readonly facets: { readonly type: string; readonly role: string; readonly level: string; readonly tag: string };
  readonly types: Readonly<Record<RecordType, string>>;
  readonly levels: { readonly beginner: string; readonly intermediate: string; readonly advanced: string };
  readonly keys: { readonly choose: string; readonly open: string; readonly close: string };
}

/** The texts of search in English. */
export const en: SearchTexts = {
  dialog: "Search",
  label: "Search the knowledge base",
  placeholder: "Ask in your own words",
  close: "Close",
  results: "Results",
  count: { one: "{n} result", other: "{n} results" },
  none: "Nothing found for “{query}”.",
  noneHint: "Try fewer or other words, or take a filter away.",
  corrected: "Showing results for “{query}”.",
  asTyped: "Search for “{query}” instead",
  answer: "In short",
  recent: "Looked for lately",
  forget: "Forget these",
  nearest: "What comes nearest",
  owner: "Not what you need? Ask {owner}, who looks after “{title}”.",
  listed: "Everything that fits the filters",
  all: "All results for “{query}”",
  more: "Show more",
  start: "Type a question, or a word or two.",
  loading: "Searching …",
  failed: "Search could not be loaded. Are you online?",
  retry: "Try again",
  clear: "Clear filters",
  facets: { type: "Kind", role: "For", level: "Level", tag: "Topic" },
  types: {
    lesson: "Lesson",
    faq: "Question",
    quiz: "Quiz",
    path: "Path",
    scenario: "Scenario",
    question: "Practice question",
  },
  levels: { beginner: "Beginner", intermediate: "Intermediate", advanced: "Advanced" },
  keys: { choose: "choose", open: "open", close: "close" },
};

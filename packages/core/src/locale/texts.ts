import type { EntryFolder, EntryType } from "../model/types.ts";

/** A text that depends on a number, by the plural categories of its language. `{n}` stands for the number. */
export interface Plural {
  readonly zero?: string | undefined;
  readonly one?: string | undefined;
  readonly two?: string | undefined;
  readonly few?: string | undefined;
  readonly many?: string | undefined;
  /** For every number that has no form of its own. */
  readonly other: string;
}

/** A text that depends on a number, as it is shown. */
export interface ShownPlural extends Plural {
  /** The language by whose rules the form is chosen, where that is not the one of the page: of texts that are not translated. */
  readonly language?: string;
}

/** The texts that a site shows by itself. `{name}` marks a place to fill in. */
export interface Texts extends Readonly<Record<EntryFolder, string>> {
  /** The first link of a page, for whoever uses a keyboard. */
  readonly skip: string;
  /** What the navigation at the top is called, for whoever hears the page; below, the way to a page. */
  readonly nav: string;
  readonly breadcrumbs: string;
  readonly home: string;
  readonly tags: string;
  readonly roles: string;
  readonly owners: string;
  /** What a long navigation calls the rest of its links. */
  readonly more: string;
  readonly search: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly languages: string;
  readonly types: Readonly<Record<EntryType, string>>;
  readonly levels: { readonly beginner: string; readonly intermediate: string; readonly advanced: string };
  readonly ask: {
    /** The question that the home page asks its reader, and the word in it that the highlighter marks. */
    readonly heading: { readonly before: string; readonly marked: string; readonly after: string };
    readonly label: string;
    readonly placeholder: string;
    readonly submit: string;
    readonly examples: string;
  };
  readonly homePage: {
    readonly topics: string;
    readonly allTopics: string;
    readonly news: string;
    readonly browse: string;
    /** Over the links to the pages of the roles. */
    readonly roles: string;
    /** Beside the role that the reader chose last on this device. */
    readonly chosenRole: string;
  };
  readonly rolePage: {
    readonly lead: string;
    /** Over the links to what is for everybody. */
    readonly everybody: string;
    /** Over the entries of a type that have no topic, below those that have one. */
    readonly others: string;
  };
  readonly ownerPage: {
    readonly lead: string;
    readonly write: string;
    readonly due: string;
  };
  readonly facts: {
    readonly heading: string;
    readonly minutes: ShownPlural;
    readonly level: string;
    readonly roles: string;
    readonly owner: string;
    readonly reviewed: string;
    readonly updated: string;
    readonly topics: string;
    readonly questions: ShownPlural;
    readonly steps: ShownPlural;
    readonly edit: string;
    readonly page: string;
  };
  readonly path: {
    /** Over the steps of a path. */
    readonly heading: string;
    /** Over the paths that lead through an entry. */
    readonly through: string;
    readonly position: string;
    readonly previous: string;
    readonly next: string;
  };
  readonly toc: string;
  readonly objective: string;
  readonly shortAnswer: string;
  readonly knowFirst: string;
  readonly related: string;
  readonly practise: string;
  readonly aboutLesson: string;
  readonly fallback: string;
  readonly archived: string;
  readonly draft: string;
  readonly table: string;
  readonly done: string;
  readonly toDo: string;
  /** On the button that copies a block of code, and once it has. */
  readonly copy: string;
  readonly copied: string;
  readonly openPage: string;
  readonly uncategorised: string;
  readonly empty: string;
  readonly entries: ShownPlural;
  readonly lists: Readonly<Record<EntryFolder | "tags" | "roles" | "owners", string>>;
  readonly pages: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly position: string;
  };
  readonly handbook: {
    readonly label: string;
    /** What links to one are called. */
    readonly link: string;
    readonly contents: string;
    readonly help: string;
  };
  readonly searchPage: {
    readonly heading: string;
    readonly noScript: string;
    readonly browse: string;
    readonly filters: string;
    /** Where what search is made of could not be loaded, and the link that loads the page anew. */
    readonly failed: string;
    readonly retry: string;
  };
  readonly notFound: { readonly title: string; readonly heading: string; readonly lead: string };
  readonly moved: { readonly title: string; readonly link: string };
  readonly publishedWith: string;
  /** Of search, in the browser. `{query}` stands for what was typed, `{n}` for a number. */
  readonly results: {
    readonly close: string;
    /** What the list of results is called. */
    readonly label: string;
    readonly count: ShownPlural;
    readonly none: string;
    readonly noneHint: string;
    /** Follows it where filters are chosen, and where words stand in quotation marks. */
    readonly noneFiltered: string;
    readonly noneQuoted: string;
    /** Said where words were corrected; `{query}` is the corrected query. */
    readonly corrected: string;
    /** Offers to search as typed; `{query}` is what was typed. */
    readonly asTyped: string;
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
    readonly clear: string;
    readonly facets: { readonly type: string; readonly role: string; readonly level: string; readonly tag: string };
    readonly keys: { readonly choose: string; readonly open: string; readonly close: string };
    /** What a question within an entry is called. */
    readonly question: string;
  };
  /** In the text of entries: of blocks and questions. */
  readonly content: {
    /** What callouts are called that have no title. */
    readonly note: string;
    readonly tip: string;
    readonly warning: string;
    readonly danger: string;
    /** On what opens at a press. */
    readonly hint: string;
    readonly explanation: string;
    readonly right: string;
    readonly wrong: string;
    readonly check: string;
    readonly partlyRight: string;
    /** Where items to put in order lack a place, or share one. */
    readonly placesMissing: string;
    readonly showAnswer: string;
    readonly yourAnswer: string;
    /** Before further answers that count as right. */
    readonly alsoRight: string;
    /** In the lists from which an item gets its place, or its partner. */
    readonly place: string;
    readonly choose: string;
    /** What a gap in a sentence is called. */
    readonly blank: string;
    /** Between whole number and decimals. */
    readonly decimalSign: string;
    readonly linkToStep: string;
    readonly checklist: string;
    readonly checklistProgress: string;
    readonly startOver: string;
    readonly caseStudy: string;
    readonly situation: string;
    readonly action: string;
    readonly result: string;
    readonly tryIt: string;
    readonly solution: string;
    readonly watchOn: string;
    readonly videoNote: string;
    readonly videoMinutes: string;
    readonly transcript: string;
    readonly fullSize: string;
    readonly mindMap: string;
    readonly mindMapPicture: string;
    readonly asList: string;
    readonly footnotes: string;
    readonly scene: string;
    /** Over the choices of a scene; on what shows what comes of one. */
    readonly decide: string;
    readonly feedback: string;
    /** How a scenario ends: as told, well, so-so, badly. */
    readonly end: string;
    readonly goodEnd: string;
    readonly poorEnd: string;
    readonly badEnd: string;
    readonly again: string;
    readonly backToText: string;
  };
}

/** The texts that a site shows by itself in a locale. */
export interface ShownTexts extends Texts {
  /** The language that they are in, where that is not the one of the locale, of which there are no texts at all. */
  readonly language?: string;
}

/** The texts in the text of entries. */
export type ContentTexts = Texts["content"];

/** Texts of the site's own in a language, each key optional; where a text depends on a number, a form for each or one for all. */
export type OwnTexts<T = Texts> = {
  readonly [K in keyof T]?:
    | (T[K] extends string ? string : T[K] extends Plural ? string | Plural : OwnTexts<T[K]>)
    | undefined;
};

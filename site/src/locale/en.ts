import type { EntryFolder, EntryType } from "@knowhow/core";

/** A text that depends on a number, by the plural categories of its language. `{n}` stands for the number. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** The texts that pages show by themselves. `{name}` marks a place to fill in. */
export interface Texts extends Readonly<Record<EntryFolder, string>> {
  readonly skip: string;
  readonly nav: string;
  readonly breadcrumbs: string;
  readonly home: string;
  readonly tags: string;
  readonly roles: string;
  readonly owners: string;
  /** What a long navigation calls the rest of its links. */
  readonly more: string;
  readonly search: string;
  readonly theme: string;
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
    readonly minutes: Plural;
    readonly level: string;
    readonly roles: string;
    readonly owner: string;
    readonly reviewed: string;
    readonly updated: string;
    readonly topics: string;
    readonly questions: Plural;
    readonly steps: Plural;
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
  readonly entries: Plural;
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
}

/** The texts of pages in English. */
export const en: Texts = {
  skip: "Skip to the content",
  nav: "Main",
  breadcrumbs: "You are here",
  home: "Home",
  lessons: "Lessons",
  faqs: "Questions",
  quizzes: "Quizzes",
  paths: "Paths",
  scenarios: "Scenarios",
  tags: "Topics",
  roles: "Roles",
  owners: "Owners",
  more: "More",
  search: "Search",
  theme: "Colours",
  themes: { auto: "Colours: as the device", light: "Colours: light", dark: "Colours: dark" },
  languages: "Languages",
  types: { lesson: "Lesson", faq: "Question", quiz: "Quiz", path: "Path", scenario: "Scenario" },
  levels: { beginner: "Beginner", intermediate: "Intermediate", advanced: "Advanced" },
  ask: {
    heading: { before: "What do you need to ", marked: "know", after: "?" },
    label: "Search the knowledge base",
    placeholder: "Ask in your own words",
    submit: "Find",
    examples: "For example",
  },
  homePage: {
    topics: "Topics",
    allTopics: "All topics",
    news: "What is new",
    browse: "Browse",
    roles: "What is your role?",
    chosenRole: "your last choice",
  },
  rolePage: {
    lead: "What helps in this role: the paths first, then everything else.",
    everybody: "For everybody",
    others: "Other topics",
  },
  ownerPage: {
    lead: "What this owner answers for. What has to be reviewed next comes first.",
    write: "Write to {owner}",
    due: "Next review: {day}",
  },
  facts: {
    heading: "About this page",
    minutes: { one: "{n} minute", other: "{n} minutes" },
    level: "Level",
    roles: "For",
    owner: "Owner",
    reviewed: "Last review",
    updated: "Last change",
    topics: "Topics",
    questions: { one: "{n} question", other: "{n} questions" },
    steps: { one: "{n} step", other: "{n} steps" },
    edit: "Edit this page",
    page: "Page",
  },
  path: {
    heading: "Step by step",
    through: "On a path",
    position: "Step {step} of {steps}",
    previous: "Before it",
    next: "Next",
  },
  toc: "On this page",
  objective: "Afterwards you can",
  shortAnswer: "In short",
  knowFirst: "Know this first",
  related: "Related",
  practise: "Check yourself",
  aboutLesson: "Belongs to the lesson",
  fallback: "This page is not translated yet. You are reading it in another language: {language}.",
  draft: "This page is a draft. Readers see nothing of it.",
  archived: "This page is archived. It may no longer be right, and it is left out of lists and search.",
  table: "Table",
  done: "Done",
  toDo: "To do",
  copy: "Copy",
  copied: "Copied",
  openPage: "Open as a page",
  uncategorised: "Other questions",
  empty: "There is nothing here yet.",
  entries: { one: "{n} entry", other: "{n} entries" },
  lists: {
    lessons: "Short lessons, each on one thing you can do.",
    faqs: "Open a question to read its answer right here.",
    quizzes: "A few questions each. Answer, and see at once whether and why it is right.",
    paths: "What to read, in which order, to get the hang of something.",
    scenarios: "Situations from the work. Decide what to do and see what comes of it.",
    tags: "Everything that is here, by topic.",
    roles: "What is here for the work that you do.",
    owners: "Who answers for what is written here.",
  },
  pages: { label: "Pages", previous: "Previous", next: "Next", position: "Page {page} of {pages}" },
  handbook: {
    label: "Handbook",
    link: "Handbook to print",
    contents: "Contents",
    help: "Everything on one page, made for paper: print it with your browser, or save it as a PDF.",
  },
  searchPage: {
    heading: "Search",
    noScript: "Search needs scripts, and your browser has them turned off. All there is can be reached without them:",
    browse: "Or browse",
    filters: "Narrow down",
    failed: "Search could not be loaded. Are you online?",
    retry: "Try again",
  },
  notFound: {
    title: "Page not found",
    heading: "There is no page here.",
    lead: "It may have moved, or the address has a slip in it. Search for what you were after:",
  },
  moved: { title: "This page has moved", link: "Go to its new place" },
  publishedWith: "Published with Knowhow",
};

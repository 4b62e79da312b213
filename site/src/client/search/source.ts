/** What results can be narrowed down by. */
export const facetNames = ["type", "role", "level", "tag"] as const;

/** A facet. */
export type FacetName = (typeof facetNames)[number];

/** The values chosen per facet: a hit has one of them, in every facet that has any. */
export type Filters = { readonly [F in FacetName]: readonly string[] };

/** Filters that let everything through. */
export const noFilters: Filters = { type: [], role: [], level: [], tag: [] };

/** What somebody looks for. */
export interface SearchRequest {
  /** What was typed, as it is; where it is empty, all pages that the filters let through are listed, if there is a filter. */
  readonly text: string;
  readonly filters: Filters;
  /** How many hits to return at most. */
  readonly limit: number;
  /** Whether words that the site does not know are corrected. Default true. */
  readonly correct?: boolean;
  /** Whether to count the values of the facets, which takes loading more of the index. */
  readonly facets: boolean;
}

/** A stretch of an excerpt; `marked` words are those that were looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Something found: an entry, or a question in one. */
export interface SearchHit {
  readonly title: string;
  /** Its page, base included, with the anchor of the place that fits best. */
  readonly url: string;
  /** The type of the entry, or `question` for a question in one. */
  readonly type: string;
  /** The heading over the place that fits best, or the title of the entry that the question is part of. */
  readonly heading: string | undefined;
  /** Who answers for the entry: a name or a mail address. */
  readonly owner: string | undefined;
  /** The language that it is written in, where that is another than the page's: it is not translated. */
  readonly language: string | undefined;
  readonly excerpt: readonly ExcerptPart[];
}

/** A page to go to while somebody is still typing. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly type: string;
  /** What else the page is called, where that is what was typed. */
  readonly alias: string | undefined;
  /** The language that it is written in, where that is another than the page's. */
  readonly language: string | undefined;
}

/** A value of a facet, and how many hits have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The answer to a request. */
export interface SearchOutcome {
  readonly hits: readonly SearchHit[];
  /** How many there are in all. */
  readonly total: number;
  /** The query as it was understood, where words were corrected. */
  readonly corrected?: string;
  /** The words that were looked for, folded. */
  readonly words: readonly string[];
  /** Empty unless asked for. */
  readonly facets: { readonly [F in FacetName]: readonly FacetCount[] };
}

/** An answer that the site is sure of, in the words of one of its pages. */
export interface FoundAnswer {
  readonly text: string;
  /** The page that it is from. */
  readonly title: string;
  readonly url: string;
  /** Its language, where that is another than the page's. */
  readonly language: string | undefined;
}

/** Finds things. Rejects when the index cannot be loaded; calling again tries again. */
export interface SearchSource {
  /** Loads what every search needs, before somebody types. Never rejects. */
  readonly prepare: () => Promise<void>;
  /** Pages whose names begin with what was typed; what is loaded answers even where nothing more can be. */
  readonly suggest: (typed: string) => Promise<readonly Suggestion[]>;
  readonly search: (request: SearchRequest) => Promise<SearchOutcome>;
  /** Answers a question; undefined where no page does so for certain. */
  readonly answer: (question: string) => Promise<FoundAnswer | undefined>;
}

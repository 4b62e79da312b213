/** The knowledge base that is being published, as the routes see it. In `dev` always the newest. */
declare module "knowhow:site" {
  import type { LocalKnowledgeBase } from "@knowhow/core/node";

  /** The content. Summaries are cheap; fetch a body with `get` when its page is rendered, not in `getStaticPaths`. */
  export const kb: LocalKnowledgeBase;

  /**
   * A hash of everything that any page may show beside its own entry: configuration, versions, and of every entry what
   * lists show (title, summary, URL, tags, dates …). Part of a page's `cacheKey`, unless that is made with `cacheKey()`.
   */
  export const shellKey: string;

  /**
   * The `cacheKey` of a page that shows the configuration and `seen`, and nothing else: the page's own summary, those
   * of the entries that it lists or links. More precise than `shellKey`: renaming one entry renders anew only the pages
   * that show its name. A page that shows bodies has seen `media.version`.
   */
  export function cacheKey(...seen: readonly unknown[]): string;

  /** The `cacheKey` of the page of an entry in a locale, with the files that it shows. */
  export function entryKey(ref: import("@knowhow/core").Ref, locale: string): string;

  /** URLs, base included, of files that the configuration names. */
  export const assets: {
    /** `theme.logo`. */
    readonly logo?: string;
  };

  /** The texts that pages of a locale show by themselves. */
  export function textsOf(locale: string): import("@knowhow/core").ShownTexts;

  /** The Content-Security-Policy of every page, for `<meta http-equiv>`; none in `dev`, whose tools need inline code. */
  export const csp: string | undefined;

  /** The files beside the content as pages show them; none in `dev`, which shows them under their plain names. */
  export const media: import("./view/media.ts").PageMedia;
}

/** What makes the custom elements of the site's own blocks ones, by their name; to be loaded where one stands. */
declare module "knowhow:elements" {
  export const elements: Readonly<Record<string, () => Promise<unknown>>>;
}

/** The texts of search in the browser by locale, each loaded when it is asked for. */
declare module "knowhow:search-texts" {
  import type { SearchTexts } from "./locale/search-texts.ts";

  export const searchTexts: Readonly<Record<string, () => Promise<{ readonly default: SearchTexts }>>>;
}

/** The owner's look: `theme.accent` as `--kh-accent`, and the file `theme.css`. Import it after all other styles. */
declare module "knowhow:theme";

/** The site's own components in places of its pages, from `theme.slots`; imported by `Slot.astro` alone. */
declare module "knowhow:slots" {
  import type { SlotName } from "@knowhow/core";
  import type { SlotProps } from "./view/slot.ts";

  export const slots: {
    readonly [Name in SlotName]?: {
      readonly component: (props: SlotProps) => unknown;
      /** Absolute, for messages. */
      readonly file: string;
    };
  };
}

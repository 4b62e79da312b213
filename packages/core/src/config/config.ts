import type { OwnBlock } from "../compile/blocks/own-block.ts";
import type { OwnTexts } from "../locale/texts.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { DiagnosticCode } from "../model/diagnostic-codes.ts";
import type { OwnFields } from "../model/own-fields.ts";
import type { SlotName } from "./slots.ts";

/** A text of the site's owner as it is written: one for every language, or one for each: `{ en: "Help", vi: "Trợ giúp" }`. */
export type WrittenText = string | Readonly<Record<string, string>>;

/** The configuration as written in `knowhow.config.ts`; everything but `title` has a default. */
export interface Config {
  /** The name of the knowledge base; one for each language where they differ. */
  readonly title: WrittenText;
  /** One sentence about it, for the home page and for search engines; one for each language where there are several. */
  readonly description?: WrittenText | undefined;
  /** Where it will be published, `https://kb.example.com/help/`; a path in it is the base of every URL. */
  readonly site?: string | undefined;
  /** The folder of the content, relative to the root. Default: `content`. */
  readonly content?: string | undefined;
  /**
   * The languages, by BCP 47 tag: `{ en: { label: "English" }, ar: { label: "العربية", dir: "rtl" } }`. The tag is the name of
   * the folder and the first part of the URL. Default: English.
   */
  readonly locales?: Readonly<Record<string, LocaleConfig>> | undefined;
  /** The locale of the entries that lie directly in the content folder. Default: the first of `locales`. */
  readonly defaultLocale?: string | undefined;
  /** Who content can be for. Default: `["public", "internal"]`. */
  readonly audiences?: readonly string[] | undefined;
  /**
   * The audiences whose entries are published; or several sites by name, each with its audiences:
   * `{ public: ["public"], staff: ["public", "internal"] }`. Default: `["public"]`.
   */
  readonly publish?: readonly string[] | Readonly<Record<string, readonly string[] | OutputConfig>> | undefined;
  /** The roles of the people who read, by id: `{ sales: { label: "Sales" } }`. Default: any role may be used. */
  readonly roles?: Readonly<Record<string, Labelled>> | undefined;
  /** The tags that entries may have, by id, and what pages call them: `{ billing: { label: "Billing" } }`. Default: any may be used, under its own name. */
  readonly tags?: Readonly<Record<string, Labelled>> | undefined;
  /** The places in the work that entries may name in `contexts`, by id: `{ "crm:reports/new": { label: "New report" } }`. Default: any may be used. */
  readonly contexts?: Readonly<Record<string, Labelled>> | undefined;
  /**
   * Texts of pages, search and blocks in other words or further languages, by locale: `{ de: { search: "Suche" } }`. Each key
   * may be left out: the built-in text stands there, in English where there is none in the language.
   * `knowhow texts <locale>` prints all keys.
   */
  readonly texts?: Readonly<Record<string, OwnTexts>> | undefined;
  /** Groups of words that mean the same in search: `[["refund", "money back"]]`. */
  readonly synonyms?: readonly (readonly string[])[] | undefined;
  /** What search tells. */
  readonly search?: SearchConfig | undefined;
  /** The file of golden questions, relative to the root; it need not be there. Default: `golden.jsonl`. */
  readonly golden?: string | undefined;
  /** How much each diagnostic matters, by its code, where that is not its default; `off` leaves it out. */
  readonly rules?: { readonly [C in DiagnosticCode]?: Severity | "off" } | undefined;
  /** How long an entry may take to read. */
  readonly budget?: BudgetConfig | undefined;
  /** How the site looks. */
  readonly theme?: ThemeConfig | undefined;
  /** The links at the top of every page. Default: the parts of the site that have entries, and its topics. */
  readonly nav?: readonly NavConfig[] | undefined;
  /** The pictures that show where somebody shares the address of a page. */
  readonly openGraph?: OpenGraphConfig | undefined;
  /** Where a page can be edited: `https://git.example.com/team/kb/edit/main/{file}`. */
  readonly editUrl?: string | undefined;
  /** Hosts that pages may load from beyond the site itself, per CSP directive: `{ "script-src": ["https://stats.example.com"] }`. */
  readonly csp?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Front matter of the site's own: a zod type for each key, `{ region: z.enum(["emea", "apac"]).optional() }`; keys that
   * only entries of one type have stand under its name, `{ lesson: { difficulty: z.number() } }`. They are code: a
   * configuration in JSON cannot have any.
   */
  readonly fields?: OwnFields | undefined;
  /** Blocks of the site's own, made with `defineBlock`. They are code: a configuration in JSON cannot have any. */
  readonly blocks?: readonly OwnBlock[] | undefined;
}

/** What a language is called, and how it is written. */
export interface LocaleConfig {
  /** What it is called in itself: `Tiếng Việt`. */
  readonly label: string;
  /** From which side it is written. Default: `ltr`. */
  readonly dir?: "ltr" | "rtl" | undefined;
}

/** What a role or a context is called: in all languages, or in each. */
export interface Labelled {
  /** `Sales`, or `{ en: "Sales", vi: "Bán hàng" }`. */
  readonly label: WrittenText;
}

/** One of several sites that are published from the same content. */
export interface OutputConfig {
  /** The audiences whose entries it shows. */
  readonly audiences: readonly string[];
  /** Where it will be published. Default: the configuration's `site`. */
  readonly site?: string | undefined;
}

/** What search tells. */
export interface SearchConfig {
  /**
   * A path of the site's own server that is told what readers looked for in vain, by a POST of `{ query, locale }`.
   * Default: nobody is told.
   */
  readonly zeroResults?: string | undefined;
}

/** How long an entry may take to read, in minutes. */
export interface BudgetConfig {
  /** From here on, `check` warns. Default: 5. */
  readonly warn?: number | undefined;
  /** From here on, `check` refuses. Default: 10. */
  readonly error?: number | undefined;
}

/** How the site looks. Files are relative to the root. */
export interface ThemeConfig {
  /** An image file, shown in place of the title. */
  readonly logo?: string | undefined;
  /** The accent colour, any CSS colour. */
  readonly accent?: string | undefined;
  /** A CSS file, loaded after the site's own. */
  readonly css?: string | undefined;
  /**
   * Astro components of the site's own by the place that they take; each is given the built-in part of that place in its
   * `<slot />`.
   */
  readonly slots?: SlotsConfig | undefined;
}

/** Astro components of the site's own, relative to the root, by the place of a page that they take. */
export interface SlotsConfig extends Readonly<Partial<Record<SlotName, string | undefined>>> {
  /** At the end of the `<head>` of every page. */
  readonly head?: string | undefined;
  /** The header of every page: title, search, navigation, languages. */
  readonly header?: string | undefined;
  /** The foot of every page. */
  readonly footer?: string | undefined;
  /** What the home page holds between header and footer. */
  readonly home?: string | undefined;
  /** Between the head of an entry and its text; nothing is built in. */
  readonly entryTop?: string | undefined;
  /** Below the text of an entry; nothing is built in. */
  readonly entryBottom?: string | undefined;
}

/** A link of the navigation (`to`), or a group of links (`label` and `items`). */
export interface NavConfig extends Omit<NavLinkConfig, "to"> {
  /** For a link: where it leads, as in `NavLinkConfig`. */
  readonly to?: string | undefined;
  /** The links of a group, which opens at a press on its label. */
  readonly items?: readonly NavLinkConfig[] | undefined;
}

/** A link of the navigation. */
export interface NavLinkConfig {
  /** What it is called. Entries and the site's own lists bring a name of their own. */
  readonly label?: WrittenText | undefined;
  /** An entry by its ref, `lesson:crm/export-report`; a page of the site by its path below the base, `/faqs/`; or a whole address. */
  readonly to: string;
}

/** The pictures that show where somebody shares the address of a page. */
export interface OpenGraphConfig {
  /**
   * A picture for each list and its entries (`section`), one of its own for each entry (`entry`), or none. Paths have one of
   * their own in any case but `none`. Default: `section`.
   */
  readonly images?: "section" | "entry" | "none" | undefined;
}

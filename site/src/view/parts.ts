import { type EntryFolder, entryFolders, entryTypes, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { catalogueOf } from "./catalogue.ts";
import type { PageLink } from "./entry-page.ts";
import { homeUrl } from "./urls.ts";

/** A part of the site: the list that a page belongs to. */
export type Section = EntryFolder | "tags" | "roles" | "owners";

/** The parts that hold entries of a type, in the order of the navigation: what most people come for is first. */
const parts = (["faq", ...entryTypes.filter((type) => type !== "faq")] as const).map((type) => ({
  type,
  section: entryFolders[type],
}));

/** A part of the site that has entries. */
export interface Part extends PageLink {
  readonly section: EntryFolder;
  /** How many entries are in its list. */
  readonly entries: number;
}

/** The parts of the site that have entries in a locale. */
export function partsOf(locale: string, kb: LocalKnowledgeBase): readonly Part[] {
  const home = homeUrl(locale, kb.config);
  const { lists } = catalogueOf(kb, locale);
  return parts
    .map(({ type, section }) => ({
      section,
      label: textsOf(locale, kb.config)[section],
      url: `${home}${section}/`,
      entries: lists[type].length,
    }))
    .filter(({ entries }) => entries > 0);
}

import { languageOf } from "../language.ts";

/** Groups of words or phrases that mean the same. */
export type SynonymGroups = readonly (readonly string[])[];

/**
 * Words that people use for one another, by language: groups of words or phrases, folded; groups are separated by semicolons.
 * Only what holds in most offices belongs here; the words of a trade belong into a site's own `synonyms`. Each is a module that a
 * browser loads only for its language.
 */
const modules: Readonly<Record<string, () => Promise<{ readonly groups: readonly string[] }>>> = {
  en: () => import("./en.ts"),
  vi: () => import("./vi.ts"),
};

/** Loads the everyday synonyms of a locale, by its language; empty where there are none. */
export async function loadThesaurus(locale: string): Promise<SynonymGroups> {
  const loaded = await modules[languageOf(locale)]?.();
  return (loaded?.groups ?? []).flatMap((text) => text.split("; ")).map((group) => group.split(", "));
}

import { searchTexts } from "knowhow:search-texts";
import type { SearchTexts } from "../../locale/search-texts.ts";

/** Loads the texts of search for a locale of the site. */
export async function loadSearchTexts(locale: string): Promise<SearchTexts> {
  const load = searchTexts[locale] ?? Object.values(searchTexts)[0];
  if (load === undefined) throw new TypeError("The site has no locale.");
  return (await load()).default;
}

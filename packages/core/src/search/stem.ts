import { stemmer as english } from "stemmer";
import { languageOf } from "./language.ts";

/** Reduces a folded word to the form under which its inflections are compared. */
export type Stem = (folded: string) => string;

/** What a folded Vietnamese syllable looks like. */
const syllable =
  /^(?:ngh?|gh|gi|kh|nh|ph|qu|t[hr]?|ch?|[bdghklmnprsvx])?(?:[aeiouy]|[iuoyea][aeoiuy]|uye|uya|ieu|yeu|oai|oay|uoi|uou|uay|uyu|oeo|uao)(?:ch|ng?h?|[mcptiouy])?$/;

/** Vietnamese words do not change; the English ones among them do. */
const vietnamese: Stem = (folded) => (syllable.test(folded) || !/^[a-z]+$/.test(folded) ? folded : english(folded));

/** The languages whose words change by suffixes that are worth stripping here; the others compare words as they are. */
const stemmers: Readonly<Record<string, Stem>> = { en: english, vi: vietnamese };

/** The stemmer of a locale, by its language: `en-GB` uses `en`. Each call has a cache of its own. */
export function createStem(locale: string): Stem {
  const stem = stemmers[languageOf(locale)];
  if (!stem) return (folded) => folded;
  const known = new Map<string, string>();
  return (folded) => {
    let stemmed = known.get(folded);
    if (stemmed === undefined) {
      stemmed = stem(folded);
      known.set(folded, stemmed);
    }
    return stemmed;
  };
}

/** A plural category of some language. */
export type PluralCategory = Intl.LDMLPluralRule;

/** The plural categories of a language, `other` last; undefined for one whose rules are not known. */
export function pluralCategories(locale: string): readonly PluralCategory[] | undefined {
  return rulesOf(locale)
    ?.resolvedOptions()
    .pluralCategories.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a plural category of a language stands for one number only, so that its text can do without the number. */
export function isOneNumber(category: PluralCategory, locale: string): boolean {
  const rules = rulesOf(locale);
  if (rules === undefined) return false;
  let found = 0;
  // The rules look at the last two digits; beyond, there are only whole thousands and millions.
  for (let n = 0; n <= 1000; n++) if (rules.select(n) === category) found++;
  return found === 1;
}

const order: readonly PluralCategory[] = ["zero", "one", "two", "few", "many", "other"];

function rank(category: PluralCategory): number {
  return order.indexOf(category);
}

function rulesOf(locale: string): Intl.PluralRules | undefined {
  try {
    return Intl.PluralRules.supportedLocalesOf(locale).length === 0 ? undefined : new Intl.PluralRules(locale);
  } catch {
    // Not every name that fits is a language tag.
    return undefined;
  }
}

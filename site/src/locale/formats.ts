// Making a formatter takes a hundred times as long as using it, and pages of one locale all need the same few.
function perLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const format = make(locale);
    made.set(locale, format);
    return format;
  };
}

/** The plural categories of a locale. */
export const pluralRules = perLocale((locale) => new Intl.PluralRules(locale));

/** Writes numbers. */
export const numberFormat = perLocale((locale) => new Intl.NumberFormat(locale));

/** Writes days in full. */
export const longDateFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
);

/** Writes days in little space. */
export const shortDateFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
);

/** Writes several things as one: `a, b and c`. */
export const listFormat = perLocale((locale) => new Intl.ListFormat(locale));

/** Puts names in the order of a locale; numbers in them count as numbers. */
export const collator = perLocale((locale) => new Intl.Collator(locale, { numeric: true }));

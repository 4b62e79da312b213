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

/** Remembers what was written: pages of a site tell the same few numbers and days over and over. */
function remembered<A, T>(write: (value: A) => T): (value: A) => T {
  const written = new Map<A, T>();
  return (value) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const made = write(value);
    written.set(value, made);
    return made;
  };
}

/** The plural category of a number in a locale. */
export const pluralCategory = perLocale((locale) => {
  const rules = new Intl.PluralRules(locale);
  return remembered((n: number) => rules.select(n));
});

/** Writes numbers. */
export const writeNumber = perLocale((locale) => {
  const format = new Intl.NumberFormat(locale);
  return remembered((n: number) => format.format(n));
});

/** A calendar day (`2026-01-31`) as the locale writes it in full. */
export function longDate(day: string, locale: string): string {
  return writeLongDate(locale)(day);
}

/** A calendar day (`2026-01-31`) as the locale writes it in little space. */
export function shortDate(day: string, locale: string): string {
  return writeShortDate(locale)(day);
}

const writeLongDate = perLocale((locale) =>
  daysWritten(new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })),
);

const writeShortDate = perLocale((locale) =>
  daysWritten(new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })),
);

function daysWritten(format: Intl.DateTimeFormat): (day: string) => string {
  return remembered((day) => format.format(new Date(`${day}T00:00:00Z`)));
}

/** Writes several things as one: `a, b and c`. */
export const listFormat = perLocale((locale) => new Intl.ListFormat(locale));

/** Puts names in the order of a locale; numbers in them count as numbers. */
export const collator = perLocale((locale) => new Intl.Collator(locale, { numeric: true }));

/** A language as OpenGraph names it, with the territory where most people speak it: `vi_VN`. */
export const openGraphLocale = perLocale((locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
});

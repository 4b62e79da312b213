/** The language of a locale: `en-GB` is `en`. */
export function languageOf(locale: string): string {
  return locale.split("-")[0] ?? locale;
}

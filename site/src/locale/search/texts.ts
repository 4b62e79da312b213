import type { SearchTexts } from "./en.ts";

const translations: Readonly<Record<string, () => Promise<SearchTexts>>> = {
  en: async () => (await import("./en.ts")).en,
  vi: async () => (await import("./vi.ts")).vi,
};

/** Loads the texts of search for a locale (`vi`, `vi-VN`); English where they are not translated. */
export async function loadSearchTexts(locale: string): Promise<SearchTexts> {
  const load = translations[locale] ?? translations[locale.split("-")[0] ?? ""] ?? translations.en;
  return load === undefined ? (await import("./en.ts")).en : load();
}

import { en, type Texts } from "./en.ts";
import { writeLongDate, writeShortDate } from "./formats.ts";
import { vi } from "./vi.ts";

const translations: Readonly<Record<string, Texts>> = { en, vi };

/** The texts that pages of a locale (`vi`, `vi-VN`) show by themselves; English where they are not translated. */
export function textsOf(locale: string): Texts {
  return translations[locale] ?? translations[locale.split("-")[0] ?? ""] ?? en;
}

/** A calendar day (`2026-01-31`) as the locale writes it in full. */
export function longDate(day: string, locale: string): string {
  return writeLongDate(locale)(day);
}

/** A calendar day (`2026-01-31`) as the locale writes it in little space. */
export function shortDate(day: string, locale: string): string {
  return writeShortDate(locale)(day);
}

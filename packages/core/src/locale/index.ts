import { type ContentTexts, en } from "./en.ts";
import { vi } from "./vi.ts";

const texts: Readonly<Record<string, ContentTexts>> = { en, vi };

/** The texts of a locale (`vi`, `vi-VN`), English where they are not translated. */
export function contentTexts(locale: string): ContentTexts {
  return texts[locale] ?? texts[locale.split("-")[0] ?? ""] ?? en;
}

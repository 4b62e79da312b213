import type { Plural } from "./en.ts";
import { pluralCategory, writeNumber } from "./formats.ts";

/** Fills the places `{name}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A text with its number, in the plural form that the locale asks for. */
export function count(text: Plural, n: number, locale: string): string {
  const form = pluralCategory(locale)(n) === "one" ? text.one : text.other;
  return fill(form, { n: writeNumber(locale)(n) });
}

import type { ShownPlural } from "@knowhow/core";
import { pluralCategory, writeNumber } from "./formats.ts";

/** Fills the places `{name}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A text with its number, in the plural form that its language asks for. */
export function count(text: ShownPlural, n: number, locale: string): string {
  const form = text[pluralCategory(text.language ?? locale)(n)] ?? text.other;
  return fill(form, { n: writeNumber(locale)(n) });
}

import type { ResolvedConfig } from "../config/schema.ts";
import { localeBase } from "../knowledge/locate.ts";
import type { EntrySummary } from "../model/entry.ts";

/** Where readers of a locale find the entries that it lacks. */
export interface FallbackIndex {
  /** The locale that they are written in, whose index has them. */
  readonly locale: string;
  /** What their URLs in that index begin with, and with what those of their pages in the locale of the reader. */
  readonly from: string;
  readonly to: string;
}

/** Tells which locales each entry is not translated into; of the default locale only, which the others fall back to. */
export interface Untranslated {
  readonly lacks: (entry: Pick<EntrySummary, "ref" | "locale">) => readonly string[];
  /** Undefined for the default locale, and where nothing is lacking. */
  readonly fallback: (locale: string) => FallbackIndex | undefined;
}

/** Looks through the entries of a knowledge base, in all locales, for those that are not translated. */
export function untranslated(
  entries: readonly Pick<EntrySummary, "ref" | "locale" | "status">[],
  config: ResolvedConfig,
): Untranslated {
  const { defaultLocale } = config;
  const others = Object.keys(config.locales).filter((locale) => locale !== defaultLocale);
  const written = new Set(entries.map(({ ref, locale }) => `${locale} ${ref}`));
  const lacks: Untranslated["lacks"] = ({ ref, locale }) =>
    locale === defaultLocale ? others.filter((other) => !written.has(`${other} ${ref}`)) : [];
  const originals = entries.filter(({ locale, status }) => locale === defaultLocale && status !== "archived");
  return {
    lacks,
    fallback: (locale) =>
      originals.some((entry) => lacks(entry).includes(locale))
        ? { locale: defaultLocale, from: localeBase(defaultLocale, config), to: localeBase(locale, config) }
        : undefined,
  };
}

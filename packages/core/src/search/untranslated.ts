import type { ResolvedConfig } from "../config/schema.ts";
import { localeBase } from "../knowledge/locate.ts";
import type { EntrySummary } from "../model/entry.ts";
import type { NamedPage } from "./name-shards.ts";

/** Where readers of a locale find the entries that it lacks. */
export interface FallbackIndex {
  /** The locale that they are written in, whose index has them. */
  readonly locale: string;
  /** What their URLs in that index begin with, and with what those of their pages in the locale of the reader. */
  readonly from: string;
  readonly to: string;
}

/** The same for whoever builds the index of the locale: with the entries that it lacks, by the URLs that `from` begins. */
export interface FallbackEntries extends FallbackIndex {
  readonly names: readonly NamedPage[];
}

/** What is read of an entry. */
type Translatable = Pick<EntrySummary, "ref" | "locale" | "status" | "type" | "title" | "url" | "aliases">;

/** Tells which locales each entry is not translated into; of the default locale only, which the others fall back to. */
export interface Untranslated {
  readonly lacks: (entry: Pick<EntrySummary, "ref" | "locale">) => readonly string[];
  /** Undefined for the default locale, and where nothing is lacking. */
  readonly fallback: (locale: string) => FallbackEntries | undefined;
}

/** Looks through the entries of a knowledge base, in all locales, for those that are not translated. */
export function untranslated(entries: readonly Translatable[], config: ResolvedConfig): Untranslated {
  const { defaultLocale } = config;
  const others = Object.keys(config.locales).filter((locale) => locale !== defaultLocale);
  const written = new Set(entries.map(({ ref, locale }) => `${locale} ${ref}`));
  const lacks: Untranslated["lacks"] = ({ ref, locale }) =>
    locale === defaultLocale ? others.filter((other) => !written.has(`${other} ${ref}`)) : [];
  const originals = entries.filter(({ locale, status }) => locale === defaultLocale && status !== "archived");
  return {
    lacks,
    fallback: (locale) => {
      if (locale === defaultLocale) return undefined;
      const names = originals.filter(({ ref }) => !written.has(`${locale} ${ref}`));
      if (names.length === 0) return undefined;
      return { locale: defaultLocale, from: localeBase(defaultLocale, config), to: localeBase(locale, config), names };
    },
  };
}

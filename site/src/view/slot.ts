import type { EntrySummary, EntryType, FieldsOf, ResolvedConfig } from "@knowhow/core";

/**
 * What a component of the site's own is given where it takes a place of a page (`theme.slots`), as `Astro.props`. `C` is the
 * type of the configuration, from which own fields are typed: `SlotProps<typeof config>`.
 */
export interface SlotProps<C = unknown> {
  /** The locale of the page: `vi`. */
  readonly locale: string;
  /** The name of the site, in the language of the page. */
  readonly title: string;
  /** The configuration with its defaults. */
  readonly config: ResolvedConfig;
  /** The home page of the locale, base included, with `/` at its end: to begin the addresses of links with. */
  readonly home: string;
  /** The entry whose page it is, without its text, own fields included; undefined on other pages. */
  readonly entry: EntrySummary<EntryType, FieldsOf<C>> | undefined;
}

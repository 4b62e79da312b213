import type { EntrySummary, ResolvedConfig } from "@knowhow/core";

/** What a component of the site's own is given where it takes a place of a page (`theme.slots`), as `Astro.props`. */
export interface SlotProps {
  /** The locale of the page: `vi`. */
  readonly locale: string;
  /** The configuration with its defaults. */
  /** The name of the site, in the language of the page. */
  readonly title: string;
  readonly config: ResolvedConfig;
  /** The home page of the locale, base included, with `/` at its end: to begin the addresses of links with. */
  readonly home: string;
  /** The entry whose page it is, without its text; undefined on other pages. */
  readonly entry: EntrySummary | undefined;
}

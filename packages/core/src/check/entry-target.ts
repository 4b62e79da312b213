import type { EntryFacts } from "../compile/entry.ts";
import { error, type Place, type Problem } from "../compile/problem.ts";
import { nearestRef } from "../compile/suggest.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { CodeOf } from "../model/diagnostic-codes.ts";
import { contentPath } from "./content-path.ts";
import { type EntryIndex, isOn, isPublished } from "./entry-index.ts";

/** Checks that a ref of an entry leads to one that its readers can see; returns that entry, or what is wrong. */
export function checkTarget(
  ref: string,
  from: EntryFacts,
  index: EntryIndex,
  config: ResolvedConfig,
  tell: {
    readonly code: CodeOf<"error">;
    readonly place: Place;
    /** What to write instead of a ref that names nothing. Default: the nearest ref. */
    readonly hint?: string | undefined;
    /** How to say that it names nothing. */
    readonly lacking?: string | undefined;
  },
): { readonly found: EntryFacts | undefined } | { readonly problem: Problem } {
  const { locale } = from.location;
  if (!index.exists(ref, locale)) {
    const [elsewhere] = index.files(ref);
    if (elsewhere !== undefined) {
      const message = `${ref} is written in another language only (${contentPath(elsewhere, config)}), so there is no page of it here.`;
      return {
        problem: error(tell.code, message, tell.place, `Write it in “${config.defaultLocale}” too, or take this out.`),
      };
    }
    const others = index.refs().filter((one) => one !== from.location.ref);
    const near = nearestRef(ref, others);
    const hint = tell.hint ?? (near === undefined ? "Create it, or correct this." : `Did you mean “${near}”?`);
    return { problem: error(tell.code, tell.lacking ?? `There is no entry ${ref}.`, tell.place, hint) };
  }
  const found = index.find(ref, locale);
  if (found === undefined || !isPublished(from, config)) return { found };
  // Readers of a translation see the original where the other entry's translation is not for them.
  const original = index.own(ref, config.defaultLocale);
  const sites = config.outputs.filter((output) => isOn(output, from));
  const lacking = sites.find((site) => !isOn(site, found) && (original === undefined || !isOn(site, original)));
  if (lacking === undefined) return { found: sites.some((site) => isOn(site, found)) ? found : original };
  const { status, audience } = found.frontmatter;
  const why = status === "draft" ? "a draft" : `for the audience “${audience}”`;
  const whose = config.outputs.length === 1 ? "of this entry" : `of the site “${lacking.name}”`;
  const message = `${ref} is ${why}, so readers ${whose} would not find it.`;
  return { problem: error("hidden-entry", message, tell.place, "Publish it, or take this out until it is.") };
}

import type { EntryFacts } from "../../compile/entry.ts";
import { warning } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `translation-behind`: nobody has touched a translation since its original changed (else, since it was reviewed). */
export const translationBehind: Rule = function* ({ entries, config }) {
  const originals = new Map<string, EntryFacts>();
  for (const entry of entries)
    if (entry.location.locale === config.defaultLocale) originals.set(entry.location.ref, entry);
  for (const entry of entries) {
    const { location, frontmatter, file } = entry;
    const original = location.locale === config.defaultLocale ? undefined : originals.get(location.ref);
    if (original === undefined || frontmatter.status === "archived") continue;
    const changed = original.frontmatter.updated ?? original.frontmatter.reviewed;
    const [touched, key] = lastTouched(entry);
    // Days sort as text.
    if (changed === undefined || touched === undefined || touched >= changed) continue;
    yield {
      file,
      ...warning(
        "translation-behind",
        `This translation is of ${touched}, and its original has changed since, on ${changed}.`,
        { field: [key] },
        `Compare it with ${contentPath(original.file, config)}, and set “updated” to the day that you do.`,
      ),
      related: [
        {
          message: "The original",
          file: original.file,
          place: { field: [original.frontmatter.updated === undefined ? "reviewed" : "updated"] },
        },
      ],
    };
  }
};

/** The latest day that an entry names, and the key of it. */
function lastTouched({ frontmatter }: EntryFacts): readonly [string | undefined, string] {
  const [last = "title"] = (["updated", "reviewed", "published"] as const)
    .filter((key) => frontmatter[key] !== undefined)
    .sort((a, b) => ((frontmatter[a] ?? "") < (frontmatter[b] ?? "") ? 1 : -1));
  return [last === "title" ? undefined : frontmatter[last], last];
}

import { error } from "../../compile/problem.ts";
import { entryUrl, locate } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { CheckInput, Finding, Rule } from "../rule.ts";

/** `same-id`, `same-url`: no two files are one entry, and no two entries or former ids have one page. */
export const samePlace: Rule = function* (input) {
  const { located, entries, config } = input;
  const byId = new Map<string, string>();
  const byUrl = new Map<string, { readonly file: string; readonly id: string }>();
  for (const { file, location } of located) {
    const key = `${location.locale} ${location.ref}`;
    const same = byId.get(key);
    if (same !== undefined) {
      yield {
        file,
        ...error(
          "same-id",
          `${contentPath(file, config)} and ${contentPath(same, config)} are both the entry ${location.ref}.`,
          start,
          alike(file, same),
        ),
        related: [{ message: "The other file", file: same, place: start }],
      };
      continue;
    }
    byId.set(key, file);
    const taken = byUrl.get(location.url);
    if (taken !== undefined) {
      yield {
        file,
        ...error(
          "same-url",
          `${contentPath(file, config)} and ${contentPath(taken.file, config)} would have the same page, ${location.url}.`,
          start,
          "Pages tell names apart by letters and digits only, whatever their case; rename one of them.",
        ),
        related: [{ message: "The other file", file: taken.file, place: start }],
      };
      continue;
    }
    byUrl.set(location.url, { file, id: location.id });
  }
  for (const { file, location, frontmatter } of entries) {
    for (const [i, former] of frontmatter.formerly.entries()) {
      const url = entryUrl(location.type, former.normalize("NFC"), location.locale, config);
      const taken = byUrl.get(url);
      if (taken !== undefined) {
        const place = { field: ["formerly", i] };
        const message =
          taken.file === file
            ? `“${former}” is this entry's present id.`
            : `“${former}” cannot redirect here: ${contentPath(taken.file, config)} has its page, ${url}.`;
        yield { file, ...error("same-url", message, place, "Take it out of “formerly”.") };
      } else byUrl.set(url, { file, id: former });
    }
  }
  yield* translationsLeftBehind(input, byUrl);
};

/** The pages of locales that fall back to an entry move with it, unless a translation still lies at the old place. */
function* translationsLeftBehind(
  { entries, config }: CheckInput,
  byUrl: ReadonlyMap<string, { readonly file: string }>,
): Iterable<Finding> {
  for (const { file, location, frontmatter } of entries) {
    if (location.locale !== config.defaultLocale || frontmatter.formerly.length === 0) continue;
    for (const locale of Object.keys(config.locales)) {
      if (locale === config.defaultLocale) continue;
      for (const [i, former] of frontmatter.formerly.entries()) {
        const taken = byUrl.get(entryUrl(location.type, former.normalize("NFC"), locale, config));
        // A translation that says the same of itself has moved along.
        if (taken === undefined || locate(taken.file, config)?.ref === location.ref) continue;
        const message = `“${former}” cannot redirect here in “${locale}”: ${contentPath(taken.file, config)} has its page.`;
        const hint = `Move that translation too, to ${contentPath(`${locale}/${file}`, config)}.`;
        yield { file, ...error("same-url", message, { field: ["formerly", i] }, hint) };
      }
    }
  }
}

const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function alike(one: string, other: string): string {
  return one.normalize("NFC") === other.normalize("NFC")
    ? "Their names look the same but are spelled with different Unicode signs; delete one and keep the other."
    : "Rename or delete one of them.";
}

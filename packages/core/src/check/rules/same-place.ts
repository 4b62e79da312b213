import { error } from "../../compile/problem.ts";
import { entryUrl } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `same-id`, `same-url`: no two files are one entry, and no two entries or former ids have one page. */
export const samePlace: Rule = function* ({ located, entries, config }) {
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
};

const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function alike(one: string, other: string): string {
  return one.normalize("NFC") === other.normalize("NFC")
    ? "Their names look the same but are spelled with different Unicode signs; delete one and keep the other."
    : "Rename or delete one of them.";
}

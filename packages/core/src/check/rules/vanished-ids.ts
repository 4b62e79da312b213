import type { EntryFacts } from "../../compile/entry.ts";
import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import { isPublished } from "../entry-index.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `vanished-id`: what was published still has its page, or one that it redirects to. Only a check since a commit can tell. */
export const vanishedIds: Rule = function* (input) {
  const { before, index, located, config } = input;
  if (before === undefined) return;
  const files = new Set(located.map(({ file }) => file));
  for (const old of before) {
    if (!isPublished(old, config)) continue;
    const { type, id, ref, locale } = old.location;
    if (!index.exists(ref, locale)) {
      const heir = findHeir(old, before, input);
      const into = heir === undefined ? "the entry that took its place" : contentPath(heir.file, config);
      yield {
        file: old.file,
        ...error(
          "vanished-id",
          `The entry ${ref} was published and is gone, with every link to it and all that people learned there.`,
          fileStart,
          `Write “formerly: ${id}” into ${into}, or bring it back with “status: archived”.`,
        ),
      };
    }
    const present = index.own(ref, locale);
    // While a file cannot be read, nobody knows what it was called before.
    if (present === undefined && files.has(old.file)) continue;
    for (const former of old.frontmatter.formerly) {
      if (index.exists(`${type}:${former.normalize("NFC")}`, locale)) continue;
      // Of an entry that is gone itself, that is told.
      if (present === undefined) continue;
      yield {
        file: present.file,
        ...error(
          "vanished-id",
          `Links to the old id “${former}” of this entry no longer lead here.`,
          fileStart,
          `Put “${former}” back into “formerly”.`,
        ),
      };
    }
  }
};

/** The new entry that an old one most likely became: of its type and language, with its title or the last part of its id. */
function findHeir(old: EntryFacts, before: readonly EntryFacts[], { entries }: CheckInput): EntryFacts | undefined {
  const known = new Set(before.map(({ location }) => `${location.locale} ${location.ref}`));
  const fresh = entries.filter(
    ({ location: { type, locale, ref } }) =>
      type === old.location.type && locale === old.location.locale && !known.has(`${locale} ${ref}`),
  );
  const name = old.location.id.split("/").at(-1);
  return (
    fresh.find(({ title }) => title === old.title) ??
    fresh.find(({ lead }) => lead !== "" && lead === old.lead) ??
    fresh.find(({ location }) => location.id.split("/").at(-1) === name)
  );
}

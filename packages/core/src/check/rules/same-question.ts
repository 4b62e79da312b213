import type { EntryFacts } from "../../compile/entry.ts";
import { warning } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `same-question`: no two FAQs of a locale answer the same question, and no alias stands twice. */
export const sameQuestion: Rule = function* ({ entries, config }) {
  const seen = new Map<string, { readonly entry: EntryFacts; readonly field: readonly (string | number)[] }>();
  for (const entry of entries) {
    if (entry.location.type !== "faq") continue;
    const { title, frontmatter, location, file } = entry;
    const ways = [
      { words: title, field: ["title"] as readonly (string | number)[] },
      ...frontmatter.aliases.map((words, i) => ({ words, field: ["aliases", i] })),
    ];
    for (const { words, field } of ways) {
      const key = `${location.locale} ${fold(words)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { entry, field });
      else {
        const where = first.entry === entry ? "in this entry" : `in ${contentPath(first.entry.file, config)}`;
        yield {
          file,
          ...warning(
            "same-question",
            `“${words}” is asked ${where} too.`,
            { field },
            first.entry === entry ? "Delete one of the two." : "Make the two FAQs one, or ask more precisely.",
          ),
          related: [{ message: "The same question", file: first.entry.file, place: { field: first.field } }],
        };
      }
    }
  }
};

/** Case, punctuation and spaces do not make another question; other signs do: C++ is not C#. */
function fold(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{S}#%&@]+/gu, " ")
    .trim();
}

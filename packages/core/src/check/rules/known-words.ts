import { error } from "../../compile/problem.ts";
import { didYouMean } from "../../compile/suggest.ts";
import type { Rule } from "../rule.ts";

/** `unknown-role`, `unknown-context`, `unknown-audience`: words that the configuration lists are among its list. */
export const knownWords: Rule = function* ({ entries, config }) {
  const roles = Object.keys(config.roles);
  const contexts = Object.keys(config.contexts);
  for (const { file, frontmatter } of entries) {
    const lists = [
      { code: "unknown-role", key: "roles", what: "role", words: frontmatter.roles, known: roles },
      { code: "unknown-context", key: "contexts", what: "context", words: frontmatter.contexts, known: contexts },
    ] as const;
    for (const { code, key, what, words, known } of lists) {
      // An empty list in the configuration means that any word may be used.
      if (known.length === 0) continue;
      for (const [i, word] of words.entries()) {
        if (known.includes(word)) continue;
        yield {
          file,
          ...error(
            code,
            `There is no ${what} “${word}”.`,
            { field: [key, i] },
            didYouMean(word, known) ?? `Add it to “${key}” in the configuration, or correct it.`,
          ),
        };
      }
    }
    if (!config.audiences.includes(frontmatter.audience)) {
      yield {
        file,
        ...error(
          "unknown-audience",
          `There is no audience “${frontmatter.audience}”.`,
          { field: ["audience"] },
          didYouMean(frontmatter.audience, config.audiences),
        ),
      };
    }
  }
};

import { error, mendedBy } from "../../compile/problem.ts";
import { didYouMean, sameButCase } from "../../compile/suggest.ts";
import { yamlText } from "../../compile/yaml-text.ts";
import type { Rule } from "../rule.ts";

/** `unknown-role`, `unknown-tag`, `unknown-context`, `unknown-audience`: words that the configuration lists are among its list. */
export const knownWords: Rule = function* ({ entries, config }) {
  const roles = Object.keys(config.roles);
  const tags = Object.keys(config.tags);
  const contexts = Object.keys(config.contexts);
  for (const { file, frontmatter } of entries) {
    const lists = [
      { code: "unknown-role", key: "roles", what: "role", words: frontmatter.roles, known: roles },
      { code: "unknown-tag", key: "tags", what: "tag", words: frontmatter.tags, known: tags },
      { code: "unknown-context", key: "contexts", what: "context", words: frontmatter.contexts, known: contexts },
    ] as const;
    for (const { code, key, what, words, known } of lists) {
      // An empty list in the configuration means that any word may be used.
      if (known.length === 0) continue;
      for (const [i, word] of words.entries()) {
        if (known.includes(word)) continue;
        const hint = didYouMean(word, known) ?? `Add it to “${key}” in the configuration, or correct it.`;
        const problem = error(code, `There is no ${what} “${word}”.`, { field: [key, i] }, hint);
        yield { file, ...mendedBy(problem, yamlText(sameButCase(word, known))) };
      }
    }
    if (!config.audiences.includes(frontmatter.audience)) {
      const { audience } = frontmatter;
      const hint = didYouMean(audience, config.audiences);
      const problem = error("unknown-audience", `There is no audience “${audience}”.`, { field: ["audience"] }, hint);
      yield { file, ...mendedBy(problem, yamlText(sameButCase(audience, config.audiences))) };
    }
  }
};

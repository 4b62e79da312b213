import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `schema`: what the site requires, a translation has from its original, unless there is none. */
export const requiredFields: Rule = function* ({ entries, located, config }) {
  const lacking = entries.filter((entry) => entry.lacking !== undefined);
  if (lacking.length === 0) return;
  const originals = new Set(
    located.flatMap(({ location }) => (location.locale === config.defaultLocale ? [location.ref] : [])),
  );
  for (const { file, location, lacking: keys = [] } of lacking) {
    // An original that lacks them, too, is told itself.
    if (originals.has(location.ref)) continue;
    for (const key of keys) {
      const hint = "Without an original, it has all of its front matter itself.";
      yield { file, ...error("schema", `“${key}” is missing.`, { field: [key] }, hint) };
    }
  }
};

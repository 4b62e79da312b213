import { fileStart } from "../../compile/position.ts";
import { info } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import { isPublished } from "../entry-index.ts";
import type { Rule } from "../rule.ts";

/** `translation-missing`: what readers see is written in every locale that the team has begun to translate into. */
export const translationMissing: Rule = function* ({ entries, located, config }) {
  const written = new Set(located.map(({ location }) => `${location.locale} ${location.ref}`));
  const begun = new Set(located.map(({ location }) => location.locale));
  const others = Object.entries(config.locales).filter(
    ([locale]) => locale !== config.defaultLocale && begun.has(locale),
  );
  if (others.length === 0) return;
  for (const entry of entries) {
    const { file, location, frontmatter } = entry;
    if (location.locale !== config.defaultLocale || frontmatter.status === "archived" || !isPublished(entry, config))
      continue;
    const missing = others.filter(([locale]) => !written.has(`${locale} ${location.ref}`));
    const [first] = missing;
    if (first === undefined) continue;
    yield {
      file,
      ...info(
        "translation-missing",
        `This entry is not translated yet into ${missing.map(([, { label }]) => label).join(", ")}.`,
        fileStart,
        `Write ${contentPath(`${first[0]}/${file}`, config)}; until then, readers get this one.`,
      ),
    };
  }
};

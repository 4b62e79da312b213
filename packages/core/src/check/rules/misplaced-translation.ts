import { fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { locate } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `misplaced-translation`: what is named like a translation is one, and no further entry in the default language. */
export const misplacedTranslation: Rule = function* ({ located, files, config }) {
  const others = Object.keys(config.locales).filter((locale) => locale !== config.defaultLocale);
  if (others.length === 0) return;
  for (const { file, location } of located) {
    const meant = location.locale === config.defaultLocale ? placeOf(file, others, config) : undefined;
    if (meant === undefined) continue;
    const message = `${contentPath(file, config)} is an entry in “${config.defaultLocale}”, though it is named like a translation to “${meant.locale}”.`;
    const right = contentPath(meant.file, config);
    const hint = files.has(meant.file) ? `${right} is there already: delete one of them.` : `Did you mean ${right}?`;
    yield { file, ...warning("misplaced-translation", message, fileStart, hint) };
  }
};

/** The place of a translation that lies in a folder of its language below its type's, or has the language in its name. */
function placeOf(
  file: string,
  locales: readonly string[],
  config: ResolvedConfig,
): { readonly locale: string; readonly file: string } | undefined {
  const parts = file.split("/");
  const [, suffix] = /\.([^.]+)\.mdx?$/.exec(file) ?? [];
  const locale = parts.slice(1, -1).find((part) => locales.includes(part)) ?? suffix;
  if (locale === undefined || !locales.includes(locale)) return undefined;
  const rest = parts
    .filter((part, i) => i === 0 || i === parts.length - 1 || part !== locale)
    .join("/")
    .replace(new RegExp(`\\.${locale}(?=\\.mdx?$)`), "");
  const right = `${locale}/${rest}`;
  return locate(right, config) === undefined ? undefined : { locale, file: right };
}

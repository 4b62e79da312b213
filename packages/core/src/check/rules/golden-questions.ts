import { error, type Problem, warning, withFix } from "../../compile/problem.ts";
import { didYouMean, nearestRef } from "../../compile/suggest.ts";
import type { Ref } from "../../model/types.ts";
import { placeOfValue, readGoldenQuestions } from "../../search/golden-questions.ts";
import { isPublished } from "../entry-index.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `golden`, `golden-ref`: every line of the golden questions can be read, and names entries that search can find. */
export const goldenQuestions: Rule = function* (input) {
  const { golden, config } = input;
  if (golden === undefined) return;
  const { questions, problems } = readGoldenQuestions(golden.text);
  const told = (problem: Problem) => ({ file: golden.file, relativeTo: "root" as const, ...problem });
  for (const problem of problems) yield told(problem);

  for (const question of questions) {
    const { line, locale = config.defaultLocale } = question;
    if (!Object.hasOwn(config.locales, locale)) {
      const place = placeOfValue(golden.text, line, ["locale"]);
      const hint = didYouMean(locale, Object.keys(config.locales));
      yield told(error("golden", `“${locale}” is not a locale of this knowledge base.`, place, hint));
      continue;
    }
    for (const [i, ref] of question.relevant.entries()) {
      const lost = whyLost(ref, locale, input);
      if (lost === undefined) continue;
      const place = placeOfValue(golden.text, line, ["relevant", i]);
      const problem = warning("golden-ref", lost.message, place, lost.hint);
      const { instead } = lost;
      const edit = { place, newText: JSON.stringify(instead) };
      yield told(instead === undefined ? problem : withFix(problem, `Write “${instead}”`, edit));
    }
  }
};

/** Why search in a locale cannot find an entry; undefined where it can. */
function whyLost(
  ref: Ref,
  locale: string,
  { entries, located, config }: CheckInput,
): { readonly message: string; readonly hint: string; readonly instead?: Ref } | undefined {
  const entry = entries.find(({ location }) => location.ref === ref && location.locale === locale);
  if (entry !== undefined) {
    if (isPublished(entry, config) && entry.frontmatter.status !== "archived") return undefined;
    return {
      message: `${ref} is not published, or archived, so search does not find it.`,
      hint: "Name the entry that answers the question now, or take the question out.",
    };
  }
  const locales = located.flatMap(({ location }) => (location.ref === ref ? [location.locale] : []));
  // A file with mistakes, which are told at their own lines.
  if (locales.includes(locale)) return undefined;
  if (locales.length > 0) {
    return {
      message: `${ref} is not written in “${locale}”, so search does not find it there.`,
      hint: "Translate it, or ask in the locale that it is written in.",
    };
  }
  const moved = entries.find(({ location, frontmatter }) =>
    frontmatter.formerly.some((id) => `${location.type}:${id.normalize("NFC")}` === ref),
  );
  if (moved !== undefined) {
    const { ref: now } = moved.location;
    return { message: `The entry ${ref} has moved.`, hint: `Write its ref of today, “${now}”.`, instead: now };
  }
  const refs = new Set(located.map(({ location }) => location.ref));
  const near = nearestRef(ref, [...refs]);
  const hint = near === undefined ? "Correct it, or take the question out." : `Did you mean “${near}”?`;
  return { message: `There is no entry ${ref}.`, hint };
}

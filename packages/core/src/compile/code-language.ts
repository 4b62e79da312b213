import type { Code } from "mdast";
import { codeLanguage, codeLanguageNames } from "./code-languages.ts";
import { inFileOf } from "./node-range.ts";
import { createLineIndex } from "./position.ts";
import { mendedBy, type Problem, warning } from "./problem.ts";
import { slipOf } from "./suggest.ts";

/** Shorter names are near each other: `csv` is no slip of `css`. */
const shortest = 5;

const names = codeLanguageNames.filter((name) => name.length >= shortest);

/**
 * `code-language`: a block of code that names a language almost as it is called would have no colours. One that is called
 * something else altogether is left alone: it tells readers what they see, and a site may draw it. `text` is that of the node's file.
 */
export function checkCodeLanguage(node: Code, text: string): readonly Problem[] {
  const { lang, position } = node;
  const offset = position?.start.offset;
  if (!lang || lang.length < shortest || offset === undefined || codeLanguage(lang.toLowerCase()) !== undefined)
    return [];
  const meant = slipOf(lang.toLowerCase(), names, 1);
  const start = text.indexOf(lang, offset);
  if (meant === undefined || start < 0) return [];
  const place = inFileOf(node, createLineIndex(text).range(start, start + lang.length));
  const problem = warning(
    "code-language",
    `“${lang}” is no language that code is coloured in.`,
    place,
    `Did you mean “${meant}”?`,
  );
  return [mendedBy(problem, meant)];
}

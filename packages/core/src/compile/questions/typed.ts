import type { ElementContent } from "hast";
import { z } from "zod";
import type { ContentTexts } from "../../locale/texts.ts";
import type { Range } from "../../model/diagnostic.ts";
import { type AcceptedText, type Strictness, strictnesses } from "../../model/question.ts";
import { answerForm } from "../../quiz/accepted.ts";
import { h } from "../h.ts";
import { error, type Problem } from "../problem.ts";

/** Nobody types more into a field, and pages need not carry more. */
export const longestAnswer = 500;

/** The schema of a right answer to type, a list of them or one. */
export const acceptProp = z.union(
  [
    z.array(z.string().max(longestAnswer)),
    z
      .string()
      .max(longestAnswer)
      .transform((one) => [one]),
  ],
  `Write a list of texts of at most ${longestAnswer} characters: accept={["HTTPS", "TLS"]}.`,
);

/** The schema of what is not forgiven: a list of words, one, or none for all. */
export const strictProp = z.union(
  [
    z.array(z.enum(strictnesses)),
    z.enum(strictnesses).transform((one) => [one]),
    z.literal(true).transform((): readonly Strictness[] => strictnesses),
  ],
  'Possible are "case", "accents" and "spaces", one or a list: strict={["case"]}; strict alone means all.',
);

/** Tells what is wrong with the right answers to something typed. */
export function checkAccepted({ accept, strict }: AcceptedText, place: Range, hint: string): readonly Problem[] {
  if (accept.length === 0) return [error("question-answer", "The list “accept” is empty.", place, hint)];
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const one of accept) {
    const form = answerForm(one, strict);
    const same = seen.get(form);
    if (form === "")
      problems.push(error("question-answer", "A right answer is empty.", place, "Write it, or delete it."));
    else if (same !== undefined) {
      problems.push(
        error(
          "question-answer",
          same === one
            ? `The right answer “${one}” stands there twice.`
            : `“${same}” and “${one}” are the same answer.`,
          place,
          same === one ? "Delete one." : `Delete one; what typed answers are forgiven can be limited with “strict”.`,
        ),
      );
    }
    seen.set(form, one);
  }
  return problems;
}

/** The right answers as a line of the page: the one to show, and the others. */
export function drawAccepted([first = "", ...others]: readonly string[], texts: ContentTexts): ElementContent[] {
  const also = h("span", { className: ["kh-solution__also"] }, `(${texts.alsoRight} ${others.join(" · ")})`);
  return [h("strong", first), ...(others.length === 0 ? [] : [{ type: "text" as const, value: " " }, also])];
}

/** The field to type an answer into. */
export function drawTypedField(
  id: string,
  texts: ContentTexts,
  { decimal = false, unit }: { readonly decimal?: boolean; readonly unit?: string | undefined } = {},
): ElementContent {
  return h("div", { className: ["kh-question__typed"], role: "group", ariaLabelledBy: `${id}-prompt` }, [
    h("label", { className: ["kh-typed"] }, [
      h("span", { className: ["kh-typed__name"] }, texts.yourAnswer),
      h("input", {
        className: ["kh-field"],
        type: "text",
        name: id,
        autoComplete: ["off"],
        spellCheck: "false",
        ...(decimal ? { inputMode: "decimal" } : {}),
      }),
      ...(unit === undefined ? [] : [h("span", { className: ["kh-typed__unit"] }, unit)]),
    ]),
  ]);
}

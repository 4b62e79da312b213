import { z } from "zod";
import type { ContentTexts } from "../../locale/texts.ts";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineQuestionReader } from "./question-reader.ts";
import { drawTypedField } from "./typed.ts";

interface NumberBody {
  readonly kind: "number";
  readonly answer: number;
  readonly tolerance: number;
  readonly unit?: string;
}

const props = {
  answer: z.number('For a number write answer={3.14}; for a text write accept={["Export"]}.').optional(),
  tolerance: z.number("Write how far off an answer may be: tolerance={0.01}.").min(0).optional(),
  unit: z.string().trim().min(1).max(20).optional(),
};

/** `<Question answer={3.14} tolerance={0.01}>`: a number, typed. */
export const numberReader = defineQuestionReader<NumberBody, typeof props>({
  kinds: ["number"],
  props,
  writing: "the right number in its tag: answer={3.14}",
  signs: ({ props: given, place }) =>
    (["answer", "tolerance", "unit"] as const).flatMap((name) =>
      given[name] === undefined ? [] : [{ what: `“${name}”`, place }],
    ),
  read: ({ props: { answer, tolerance = 0, unit }, place }) => {
    if (answer === undefined) {
      const hint = "Write the right number in its tag: answer={3.14}.";
      return { problems: [error("question-answer", "This question has no right answer.", place, hint)] };
    }
    return { body: { kind: "number", answer, tolerance, ...(unit === undefined ? {} : { unit }) }, problems: [] };
  },
  draw: ({ id, body: { unit } }, { texts }) => [drawTypedField(id, texts, { decimal: true, unit })],
  solution: ({ answer, tolerance, unit }, { texts }) => {
    const right = [
      written(answer, texts),
      ...(tolerance === 0 ? [] : [`± ${written(tolerance, texts)}`]),
      ...(unit === undefined ? [] : [unit]),
    ];
    return [h("p", [h("strong", right.join(" "))])];
  },
  data: (body) => body,
  key: (body) => body,
  // It has to be looked up or worked out.
  minutes: () => 0.75,
});

/** By hand, since the data of `Intl` differs between versions of Node, and pages must not. */
function written(number: number, texts: ContentTexts): string {
  return String(number).replace(".", texts.decimalSign).replace("-", "−");
}

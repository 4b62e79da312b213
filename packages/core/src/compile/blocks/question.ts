import type { ElementContent } from "hast";
import { z } from "zod";
import type { ContentTexts } from "../../locale/texts.ts";
import { questionKinds } from "../../model/question.ts";
import { h } from "../h.ts";
import { questionProps, readerOf } from "../questions/kinds.ts";
import { defineBlock } from "./block.ts";
import { blockId } from "./id.ts";

/** `<Question id="…">`: a question anywhere; its body says of which kind it is. */
export const question = defineBlock({
  name: "Question",
  props: z.strictObject({
    id: blockId('Give it one that stays, for example <Question id="first-step">.', "first-step"),
    kind: z.enum(questionKinds).optional(),
    ...questionProps,
  }),
  furtherIds: ({ id }) => [`${id}-prompt`],
  render: (_props, { question, convert, repeat, texts }) => {
    if (question === undefined) return [];
    const { id, body, heading, hints, explanation } = question;
    const reader = readerOf(body.kind);
    const tools = { convert, repeat, texts };
    const prompt = convert(question.prompt);
    const key = reader.key?.(body);
    const solution = reader.solution?.(body, tools);
    return [
      h("section", { className: ["kh-question"], id, dataKind: body.kind, ...(key && { dataKey: toAttribute(key) }) }, [
        ...convert(heading === undefined ? [] : [heading]),
        h("div", { className: ["kh-question__prompt"], id: `${id}-prompt` }, [
          ...(reader.drawPrompt?.(prompt, question, tools) ?? prompt),
        ]),
        ...reader.draw(question, tools),
        ...(key === undefined ? [] : [drawCheck(texts)]),
        ...(solution === undefined
          ? []
          : [h("details", { className: ["kh-solution"] }, [h("summary", texts.showAnswer), ...solution])]),
        ...convert(hints),
        ...convert(explanation === undefined ? [] : [explanation]),
      ]),
    ];
  },
});

/** Hidden until a script is there that grades; it says the verdict in the language of the question. */
function drawCheck(texts: ContentTexts): ElementContent {
  return h("div", { className: ["kh-grading"], hidden: true }, [
    h("button", { type: "button", className: ["kh-button"] }, texts.check),
    h("p", {
      className: ["kh-grading__verdict"],
      role: "status",
      dataRight: texts.right,
      dataPartly: texts.partlyRight,
      dataWrong: texts.wrong,
      dataPlaces: texts.placesMissing,
    }),
  ]);
}

/** Data as JSON that holds no sign of HTML, whoever takes the page apart. */
function toAttribute(data: unknown): string {
  const escapes: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => escapes[sign] ?? sign);
}

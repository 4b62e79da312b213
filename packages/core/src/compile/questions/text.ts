import type { AcceptedText } from "../../model/question.ts";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineQuestionReader } from "./question-reader.ts";
import { acceptProp, checkAccepted, drawAccepted, drawTypedField, strictProp } from "./typed.ts";

interface TextBody extends AcceptedText {
  readonly kind: "text";
}

const props = { accept: acceptProp.optional(), strict: strictProp.optional() };

const hint = 'Write the right answers in its tag: accept={["HTTPS", "TLS"]}.';

/** `<Question accept={["HTTPS", "TLS"]}>`: a word or a few, typed. */
export const textReader = defineQuestionReader<TextBody, typeof props>({
  kinds: ["text"],
  props,
  writing: 'the right answers in its tag: accept={["HTTPS", "TLS"]}',
  signs: ({ props: { accept, strict }, place }) => [
    ...(accept === undefined ? [] : [{ what: "“accept”", place }]),
    ...(strict === undefined ? [] : [{ what: "“strict”", place }]),
  ],
  read: ({ props: { accept, strict = [] }, place }) => {
    if (accept === undefined)
      return { problems: [error("question-answer", "This question has no right answer.", place, hint)] };
    return { body: { kind: "text", accept, strict }, problems: checkAccepted({ accept, strict }, place, hint) };
  },
  draw: ({ id }, { texts }) => [drawTypedField(id, texts)],
  solution: ({ accept }, { texts }) => [h("p", drawAccepted(accept, texts))],
  data: (body) => body,
  key: (body) => body,
  minutes: () => 0.5,
});

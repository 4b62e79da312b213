import type { Template } from "./template.ts";

/** A new quiz: a question with one right answer and one with several. */
export const quiz: Template = {
  en: ({ title, today }) => `---
title: ${title}
summary: # what somebody knows who passes
tags:
lesson: # the lesson that it belongs to: lesson:crm/export-report
owner: # whom to ask
published: ${today}
reviewed: ${today}
---

## A question with one right answer?

- [x] The right answer
  > Why it is right.
- [ ] A wrong answer that sounds right
  > Why it is wrong.

<Explanation>What to remember.</Explanation>

## A question with several right answers?

- [x] A right answer
- [x] Another right answer
- [ ] A wrong answer

<Explanation>What to remember.</Explanation>
`,
  vi: ({ title, today }) => `---
title: ${title}
summary: # ai đạt thì biết được gì
tags:
lesson: # bài học mà nó thuộc về: lesson:crm/export-report
owner: # hỏi ai
published: ${today}
reviewed: ${today}
---

## Câu hỏi có một đáp án đúng?

- [x] Câu trả lời đúng
  > Vì sao đúng.
- [ ] Câu trả lời sai nhưng nghe có lý
  > Vì sao sai.

<Explanation>Điều cần nhớ.</Explanation>

## Câu hỏi có nhiều đáp án đúng?

- [x] Một câu trả lời đúng
- [x] Một câu trả lời đúng nữa
- [ ] Một câu trả lời sai

<Explanation>Điều cần nhớ.</Explanation>
`,
};

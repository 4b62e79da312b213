import type { Template } from "./template.ts";

/** A new lesson: when it helps, what to do, one question. */
export const lesson: Template = {
  en: ({ title, today }) => `---
title: ${title}
summary: # what it is about, in one or two sentences
objective: # what the reader can do afterwards
aliases: # other words for it, as people type them: [download a report, report to Excel]
tags:
owner: # whom to ask
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Say in a sentence or two when somebody needs this.

## How to do it

1. The first step.
2. The second step.

<Callout type="warning">
What goes wrong most often, and how one notices.
</Callout>

<Question id="check-yourself">
What does somebody have to decide who does this?

- [x] The right answer
  > Why it is right.
- [ ] A wrong answer that sounds right
  > Why it is wrong.
</Question>
`,
  vi: ({ title, today }) => `---
title: ${title}
summary: # nội dung chính, trong một hai câu
objective: # đọc xong, người đọc làm được gì
aliases: # những cách gọi khác, như người ta hay gõ: [tải báo cáo, báo cáo ra Excel]
tags:
owner: # hỏi ai
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Khi nào thì cần bài này? Viết trong một hai câu.

## Cách làm

1. Bước thứ nhất.
2. Bước thứ hai.

<Callout type="warning">
Chỗ hay sai nhất, và dấu hiệu nhận biết.
</Callout>

<Question id="tu-kiem-tra">
Người làm việc này phải quyết định điều gì?

- [x] Câu trả lời đúng
  > Vì sao đúng.
- [ ] Câu trả lời sai nhưng nghe có lý
  > Vì sao sai.
</Question>
`,
};

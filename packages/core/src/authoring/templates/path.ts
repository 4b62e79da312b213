import type { Template } from "./template.ts";

/** A new path: for whom it is, and what to go through. */
export const path: Template = {
  en: ({ title, today }) => `---
title: ${title}
summary: # for whom it is, and what they can do at its end
steps: # refs of entries, in their order: [lesson:crm/basics, quiz:crm/basics]
status: draft # delete this line when the steps are there
roles:
tags:
owner: # whom to ask
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Say in a sentence or two for whom this is, and how to go about it.
`,
  vi: ({ title, today }) => `---
title: ${title}
summary: # dành cho ai, và đi hết thì làm được gì
steps: # các mục theo thứ tự: [lesson:crm/basics, quiz:crm/basics]
status: draft # xóa dòng này khi đã có các bước
roles:
tags:
owner: # hỏi ai
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Lộ trình này dành cho ai, nên học thế nào? Viết trong một hai câu.
`,
};

import type { Template } from "./template.ts";

/** A new scenario: the situation, and what to decide in it. */
export const scenario: Template = {
  en: ({ title, today }) => `---
title: ${title}
summary: # the situation, in one sentence
tags:
owner: # whom to ask
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Say in a sentence or two what has happened, and what the reader has to decide.
`,
  vi: ({ title, today }) => `---
title: ${title}
summary: # tình huống, trong một câu
tags:
owner: # hỏi ai
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Chuyện gì đã xảy ra, và người đọc phải quyết định điều gì? Viết trong một hai câu.
`,
};

import type { Template } from "./template.ts";

/** A new FAQ: the answer first, then the rest. */
export const faq: Template = {
  en: ({ title, today }) => `---
title: ${title}
aliases: # other ways to ask it, as people type them: [money back, cancel an order]
category: # the group in which the list of FAQs shows it
tags:
owner: # whom to ask
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

The answer, in one or two sentences. Search shows this paragraph at once.

Then what else helps: an exception, a step to take, a link.
`,
  vi: ({ title, today }) => `---
title: ${title}
aliases: # những cách hỏi khác, như người ta hay gõ: [đòi lại tiền, hủy đơn hàng]
category: # nhóm mà danh sách câu hỏi xếp nó vào
tags:
owner: # hỏi ai
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Câu trả lời, trong một hai câu. Kết quả tìm kiếm hiện ngay đoạn này.

Sau đó là những gì giúp thêm: một ngoại lệ, một bước cần làm, một liên kết.
`,
};

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

Say in a sentence or two who the reader is, where, and when.

<Scene id="beginning" title="What everybody notices first">
What happens, and what makes it hard to decide.

<Choice to="well">
What somebody does who knows
> Why that is good.
</Choice>
<Choice to="badly">What most people do at first</Choice>
</Scene>

<Scene id="well" outcome="good">
What comes of it.
</Scene>

<Scene id="badly" outcome="bad">
What comes of it, and what would have been better.
</Scene>
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

Người đọc là ai, ở đâu, khi nào? Viết trong một hai câu.

<Scene id="bat-dau" title="Điều ai cũng thấy trước tiên">
Chuyện gì xảy ra, và vì sao khó quyết định.

<Choice to="tot">
Việc người có kinh nghiệm sẽ làm
> Vì sao như vậy là tốt.
</Choice>
<Choice to="khong-hay">Việc nhiều người làm lúc đầu</Choice>
</Scene>

<Scene id="tot" outcome="good">
Kết quả ra sao.
</Scene>

<Scene id="khong-hay" outcome="bad">
Kết quả ra sao, và làm thế nào thì tốt hơn.
</Scene>
`,
};

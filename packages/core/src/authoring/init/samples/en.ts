import type { Sample } from "./sample.ts";

/** The first entries in English: how to write what colleagues find, and whom to ask. */
export const en: Sample = (today) => ({
  "lessons/writing/write-an-entry.mdx": `---
title: Write an entry that colleagues find
summary: One question or one task an entry, the answer first, and the words that people really type.
objective: Turn an answer that you have given twice into an entry.
aliases: [how do I add a page, document something, share know-how]
tags: [writing]
level: beginner
related: [faq:help/whom-to-ask]
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

You have answered the same question for the second time? The third colleague should find your answer without you.

## Decide what it is

- **One question, a short answer:** a FAQ. Its title is the question, as people ask it.
- **Something to do, step by step:** a lesson of at most five minutes. If it takes longer, it is two lessons.

## Write it

1. Run \`npx knowhow new\` and say what it is.
2. Begin with the answer. Who needs only that can stop reading.
3. Put into \`aliases\` what people type when they are in a hurry: “money back” rather than “refund policy”.
4. Name an \`owner\`: whom to ask when it is wrong.
5. Run \`npx knowhow check\`, and let a colleague read it.

<Callout type="tip">
Write what you would say, not what a handbook would. “Press **Export**” beats “the export functionality can be used”.
</Callout>

<Question id="which-title">
Which title will be found?

- [ ] Information on the reimbursement process
  > Nobody types that.
- [x] How do I get my travel costs back?
  > It is the question, in the words of the one who asks.
- [ ] Travel
  > That could be anything. A title that is a question finds whoever has it.
</Question>
`,
  "faqs/help/whom-to-ask.mdx": `---
title: Whom do I ask when nothing here helps?
answer: The owner of the nearest entry. The name stands below its title.
aliases: [nobody answers my question, contact, who knows about this]
category: Help
tags: [help]
related: [lesson:writing/write-an-entry]
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Ask the owner of the entry that comes nearest: the name stands below its title. No entry comes near? Then ask in your team's
channel, and write down what you learn: [it takes five minutes](../../lessons/writing/write-an-entry.mdx).
`,
  "quizzes/writing/good-entries.mdx": `---
title: Good entries
summary: Three decisions that everybody meets who writes down know-how.
tags: [writing]
lesson: lesson:writing/write-an-entry
published: ${today}
reviewed: ${today}
---

## A colleague asks where the spare badges are. What do you write?

- [x] A FAQ with the question as its title
  > One question and a short answer is a FAQ, and search shows the answer at once.
- [ ] A lesson on access control
  > The answer would be somewhere in it. Nobody looks there for a badge.

<Explanation>One question, a short answer: a FAQ. Something to do, step by step: a lesson.</Explanation>

## What belongs into the aliases?

- [x] “cannot log in”
- [x] “password wrong”
- [ ] “account management”

<Explanation>Write what people type who have the problem. Headlines of a handbook find nobody.</Explanation>

## An entry is wrong since the last release. Who hears of it?

- [x] Its owner
  > That is why every entry names one.
- [ ] Nobody, until it is reviewed
  > A wrong answer costs more every day.

<Explanation>Tell the owner, or correct it: a small change is reviewed in a minute.</Explanation>
`,
  "scenarios/nothing-written.mdx": `---
title: Nothing is written about it
summary: A customer asks something that no entry answers. What you do now decides what the next colleague finds.
tags: [help]
level: beginner
related: [faq:help/whom-to-ask, lesson:writing/write-an-entry]
published: ${today}
reviewed: ${today}
reviewEvery: 1y
---

Your first week. A customer on the phone asks whether her contract can be put on hold for a month. You search, and find nothing.

<Scene id="on-the-phone" title="“Well, can I?”">
She waits. You believe to have heard that it is possible.

<Choice to="guess">
“Yes, of course.”
> You believe it. You do not know it.
</Choice>
<Choice to="find-out">“I will find out, and call you back by four.”</Choice>
</Scene>

<Scene id="guess" title="Three weeks later" outcome="bad">
It was possible only before the first payment. She has a written “yes”, the invoice came all the same, and two colleagues spend
a morning on it.
</Scene>

<Scene id="find-out" title="Half past three">
You have asked the owner of the nearest entry, and know the answer now: until the first payment, by mail. You have called her
back. There is a quarter of an hour left.

<Choice to="in-the-head">
Remember it
> You will. The next colleague will not.
</Choice>
<Choice to="written">Write it down as a FAQ, in her words</Choice>
</Scene>

<Scene id="in-the-head" title="Next Tuesday" outcome="poor">
A colleague gets the same question. She searches, finds nothing, and interrupts you.
</Scene>

<Scene id="written" title="Next Tuesday" outcome="good">
A colleague gets the same question. She types “pause my contract”, reads two lines, and answers at once.
</Scene>
`,
  "paths/first-day.mdx": `---
title: Your first day
summary: What there is in this knowledge base, and how to add to it. A quarter of an hour.
steps:
  - faq:help/whom-to-ask
  - lesson:writing/write-an-entry
  - quiz:writing/good-entries
  - scenario:nothing-written
tags: [help]
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

For everybody who is new here. Afterwards you know whom to ask, and how to write down what you find out.
`,
});

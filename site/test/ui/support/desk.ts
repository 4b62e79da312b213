import { createProject, type Project } from "../../../../test/support/project.ts";
import { type StaticHost, serve } from "../../../../test/support/serve.ts";

import { firstWeek, firstWeekVi } from "./first-week.ts";
import { greyPicture } from "./picture.ts";

/** Text that would do harm if it were ever read as HTML. */
export const hostile = `<img src=x onerror="document.title='harmed'">`;

/** The same where Markdown would take it for HTML. */
const escaped = hostile.replaceAll("<", "\\<");

const lesson = `---
title: Spot a phishing mail
summary: Three things to look at before you click.
objective: Tell a phishing mail from a real one, and report it.
minutes: 3
level: beginner
roles: [support, sales]
tags: [security, mail]
owner: security@example.com
reviewed: 2026-10-02
updated: 2026-11-12
prerequisites: ["lesson:accounts/second-factor"]
---

A phishing mail wants you to **hurry**. [Refunds](../../faqs/refunds.mdx) are another matter.[^1]

## Look at three things

1. The sender's address.
2. Where the link leads.

<Callout type="warning">

Never open an attachment to see whether it is real.

</Callout>

### For the curious

\`\`\`js
const headers = parse(mail); // as they came, in one line that is far too long for the width of a page of text
\`\`\`

## What it costs

| Step | Who | Minutes |
| --- | --- | ---: |
| Report the mail | You | 1 |
| Block the sender | Security desk | 5 |

- [x] Reported
- [ ] Deleted

<Question id="first-step">
Which is the safest first step?

- [ ] Open the link in a private window
  > A private window does not protect you.
- [x] Press **Report**
  > Security sees it within minutes.

<Hint>Who needs to know?</Hint>
<Explanation>Reporting protects everyone who got the same mail.</Explanation>
</Question>

[^1]: See what the desk says.
`;

const lessonVi = `---
title: Nhận ra thư lừa đảo
summary: Ba điều cần nhìn trước khi bấm.
minutes: 3
level: beginner
tags: [bảo mật]
updated: 2026-11-12
reviewed: 2026-10-02
---

Thư lừa đảo muốn bạn **vội vàng**. Đừng để những lời giục giã đánh lừa bạn.

## Nhìn ba điều

Địa chỉ người gửi, nơi liên kết dẫn đến, và điều họ muốn.

## Báo cáo

Nhấn nút **Báo cáo**.
`;

const quiz = `---
title: Would you click it?
summary: Two mails, real and not.
level: intermediate
lesson: lesson:security/phishing
tags: [security]
published: 2026-11-12
---

## The parcel

A parcel service asks for 1.99 to deliver.

- [ ] Pay, it is only 1.99
  > They want the card, not the money.
- [x] Report it
  > No parcel service asks so.

## The signs

Which of these are signs?

- [x] It wants you to hurry
  > Haste is their best tool.
- [ ] It has your name in it
  > Names are easy to come by.
- [x] The link leads elsewhere
`;

const scenario = `---
title: The parcel that nobody ordered
summary: A mail asks for 1.99, and you are in a hurry.
tags: [security]
---

It is Friday, and you wait for a parcel.

<Scene id="mail" title="One mail among forty">
"Your parcel is held. Pay 1.99 to have it delivered **today**."

<Choice to="pay">
Pay, it is only 1.99
> They want the card, not the money.
</Choice>
<Choice to="look">Look at the address</Choice>
</Scene>

<Scene id="look">
It ends in \`parcels.example.net\`, which you have never seen.

<Choice to="report">Report it</Choice>
<Choice to="pay">Pay, to be sure</Choice>
</Scene>

<Scene id="report" title="Monday" outcome="good">
Six colleagues got the same mail, and none of them paid.
</Scene>

<Scene id="pay" title="Saturday" outcome="bad">
Your card pays for somebody's television.
</Scene>
`;

const scenarioVi = `---
title: Bưu kiện không ai đặt
tags: [bảo mật]
---

<Scene id="mail" title="Một thư giữa bốn mươi thư">
"Bưu kiện của bạn đang bị giữ."

<Choice to="report">
Báo cáo
> Bộ phận bảo mật sẽ biết ngay.
</Choice>
</Scene>

<Scene id="report" outcome="good">
Sáu đồng nghiệp cũng nhận được thư này.
</Scene>
`;

const path = `---
title: Safe in a week
summary: Three steps, and you know a bad mail when you see one.
tags: [security]
steps: [lesson:security/phishing, lesson:accounts/2fa, scenario:parcel, quiz:security/phishing-check]
---

One step a day is enough.
`;

const content = {
  "content/paths/safe.mdx": path,
  "content/vi/paths/safe.mdx": path
    .replace("Safe in a week", "An toàn trong một tuần")
    .replace("One step a day is enough.", "Mỗi ngày một bước."),
  "content/scenarios/parcel.mdx": scenario,
  "content/vi/scenarios/parcel.mdx": scenarioVi,
  "content/lessons/first-week.mdx": firstWeek,
  "content/vi/lessons/first-week.mdx": firstWeekVi,
  "content/lessons/badge.png": greyPicture(640, 360),
  "content/lessons/tour.mp4": "not much of a film",
  "content/lessons/tour.en.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nThis is the desk.\n",
  "content/lessons/tour.vi.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nĐây là bàn hỗ trợ.\n",
  "content/lessons/security/phishing.mdx": lesson,
  "content/vi/lessons/security/phishing.mdx": lessonVi,
  "content/lessons/accounts/second-factor.md":
    "---\ntitle: Set up a second factor\nminutes: 4\ntags: [security, accounts]\nformerly: [accounts/2fa]\n---\n\nA code from your phone keeps others out.\n",
  "content/faqs/refunds.mdx":
    "---\ntitle: How do I get my money back?\nanswer: Ask within 30 days and you get all of it back.\ncategory: Billing\ntags: [billing]\nowner: Finance\n---\n\nPress **Refund** on the order.\n\n## After 30 days\n\nWe decide case by case.\n",
  "content/vi/faqs/refunds.mdx":
    "---\ntitle: Làm thế nào để được hoàn tiền?\nanswer: Hãy yêu cầu trong vòng 30 ngày.\ncategory: Thanh toán\ntags: [thanh toán]\n---\n\nNhấn **Hoàn tiền** trên đơn hàng.\n",
  "content/faqs/invoice.mdx":
    "---\ntitle: How do I change the address on an invoice?\ncategory: Billing\nroles: [sales]\ntags: [billing]\n---\n\nWrite to [finance](refunds.mdx#after-30-days).\n\n<Steps>\n1. Name the invoice.\n2. Name the address.\n</Steps>\n\n```text\nInvoice 12\n```\n\n## After 30 days\n\nToo late.\n",
  "content/faqs/hostile.md": `---\ntitle: ${JSON.stringify(`What does ${hostile} do?`)}\nsummary: ${JSON.stringify(hostile)}\ncategory: ${JSON.stringify(hostile)}\nowner: ${JSON.stringify(hostile)}\nanswer: ${JSON.stringify(hostile)}\naliases: [${JSON.stringify(hostile)}]\nskills: [${JSON.stringify(hostile)}]\ntags: [${JSON.stringify(hostile)}, c++, "c#"]\n---\n\nNothing: \`${hostile}\` is text. Dangerous word: zebrafish.\n\n![A > b, ${escaped}](../lessons/badge.png "${escaped.replaceAll('"', "&quot;")}") and a [link](https://example.com "a <table> and </table>").\n`,
  "content/faqs/fax.md": "---\ntitle: Where is the fax machine?\nstatus: archived\ntags: [desk]\n---\n\nGone.\n",
  "content/quizzes/security/phishing-check.mdx": quiz,
};

/** A published knowledge base of a service desk: three languages (one from right to left), entries of every type. */
export interface Desk {
  readonly project: Project;
  readonly host: StaticHost;
  /** The address of a page, given below the base: `faqs/refunds/`. */
  readonly url: (path: string) => string;
}

/** Builds the desk and serves it under `base`. Call it once in a file: the host closes with whatever called it. */
export async function publishDesk(base = "/"): Promise<Desk> {
  const project = await createProject({
    "knowhow.config.json": {
      title: "The Desk",
      description: "What a service desk knows.",
      site: `https://kb.example.com${base}`,
      locales: {
        en: { label: "English" },
        vi: { label: "Tiếng Việt" },
        ar: { label: "العربية", dir: "rtl" },
      },
      roles: { support: { label: "Support desk" }, sales: { label: "Sales" } },
      csp: { "frame-src": ["https://www.youtube-nocookie.com"] },
      editUrl: "https://git.example.com/desk/edit/main/{file}",
    },
    ...content,
  });
  const built = await project.knowhow("build");
  if (built.exitCode !== 0) throw new Error(`The desk could not be built: ${built.stdout}${built.stderr}`);
  const host = await serve(project.path("dist"), { base });
  return { project, host, url: (path) => host.url + path };
}

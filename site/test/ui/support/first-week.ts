/** A lesson with every block that does more than show text. */
export const firstWeek = `---
title: Your first week at the desk
minutes: 3
tags: [desk]
video: { src: tour.mp4, captions: { en: tour.en.vtt, vi: tour.vi.vtt }, minutes: 2 }
---

The <Term means="service level agreement: how fast we promise to answer">SLA</Term> counts from the first mail. On a Mac,
[lock it so](#macos), and [wear it](#the-badge).

## Lock your screen

<Tabs group="system">
<Tab label="Windows">

Press Win and L.

</Tab>
<Tab label="macOS">

Press Ctrl, Cmd and Q.

### The badge

Wear it where it can be seen.

</Tab>
</Tabs>

## Elsewhere

<Tabs group="system">
<Tab label="Windows">

Press Win and E to find files.

</Tab>
<Tab label="macOS">

Open the Finder.

</Tab>
<Tab label="Linux">

It depends.

</Tab>
</Tabs>

## Set up

<Steps>

1. Take the laptop out of its box.
2. Start it.

   Wait until it asks for your name.

</Steps>

<Checklist id="first-day" title="Your first day">

- [ ] Badge from the [front desk](#the-badge)
- [ ] Laptop works
  - [ ] Signed in

</Checklist>

<Figure src="badge.png" alt="A badge with a name on it" credit="Photo: the desk" zoom>

The badge, to be worn on the **left**.

</Figure>

<Video src="https://youtu.be/dQw4w9WgXcQ" title="A walk through the office" poster="badge.png" captions>

Here is the door.

</Video>

<MindMap title="Who helps with what">

- Service desk
  - Passwords and [second factors](accounts/second-factor.md)
  - Laptops, phones and everything else that has a plug
    - Also the coffee machine
- Facilities
  - Badges

</MindMap>

## Learn from it

<CaseStudy title="The call that ended well">
<Situation>

A customer had called three times.

</Situation>
<Action>

Mara said back what was wrong.

</Action>
<Result>

The customer stayed.

</Result>
</CaseStudy>

<Try>

Say back what is wrong, in one sentence.

<Hint>What did they say first?</Hint>
<Solution>

You were charged twice.

</Solution>
</Try>

<Faq of="faq:refunds" />

<Faq of="faq:invoice" open />
`;

/** The same in Vietnamese, in short. */
export const firstWeekVi = `---
title: Tuần đầu tiên ở bàn hỗ trợ
minutes: 3
tags: [bảo mật]
---

<Term means="thỏa thuận mức dịch vụ">SLA</Term> tính từ thư đầu tiên.

<Tabs group="system">
<Tab label="Windows">Nhấn Win và L.</Tab>
<Tab label="macOS">Nhấn Ctrl, Cmd và Q.</Tab>
</Tabs>

<Checklist id="first-day">

- [ ] Đã nhận thẻ
- [ ] Máy tính chạy tốt

</Checklist>

<MindMap title="Ai giúp việc gì">

- Bàn hỗ trợ
  - Mật khẩu
- Hành chính
  - Thẻ nhân viên

</MindMap>

<CaseStudy title="Cuộc gọi kết thúc tốt đẹp">
<Situation>Khách hàng đã gọi ba lần.</Situation>
<Action>Mai nhắc lại vấn đề.</Action>
<Result>Khách hàng ở lại.</Result>
</CaseStudy>

<Try>

Nhắc lại vấn đề trong một câu.

<Solution>Anh bị trừ tiền hai lần.</Solution>
</Try>

<Faq of="faq:refunds" />

<Faq of="faq:invoice" />
`;

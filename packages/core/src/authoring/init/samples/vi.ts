import type { Sample } from "./sample.ts";

/** The same entries in Vietnamese. */
export const vi: Sample = (today) => ({
  "lessons/writing/write-an-entry.mdx": `---
title: Viết một mục mà đồng nghiệp tìm thấy
summary: Mỗi mục một câu hỏi hoặc một việc, câu trả lời đứng đầu, dùng đúng những từ người ta hay gõ.
objective: Biến một câu trả lời bạn đã nói hai lần thành một mục.
aliases: [thêm một trang, ghi lại kiến thức, chia sẻ kinh nghiệm]
tags: [writing]
level: beginner
related: [faq:help/whom-to-ask]
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Bạn vừa trả lời cùng một câu hỏi lần thứ hai? Người thứ ba nên tìm thấy câu trả lời mà không cần đến bạn.

## Chọn loại

- **Một câu hỏi, trả lời ngắn:** một câu hỏi thường gặp. Tiêu đề chính là câu hỏi, như người ta hay hỏi.
- **Một việc làm theo từng bước:** một bài học dài nhiều nhất năm phút. Dài hơn thì thành hai bài.

## Viết

1. Chạy \`npx knowhow new\` và chọn loại.
2. Bắt đầu bằng câu trả lời. Ai chỉ cần vậy thì dừng đọc ở đó.
3. Ghi vào \`aliases\` những gì người ta gõ khi vội: “đòi lại tiền” thay vì “chính sách hoàn phí”.
4. Ghi \`owner\`: hỏi ai khi có chỗ sai.
5. Chạy \`npx knowhow check\`, rồi nhờ một đồng nghiệp đọc.

<Callout type="tip">
Viết như bạn nói, đừng viết như sổ tay. “Bấm **Xuất**” rõ hơn “chức năng xuất dữ liệu có thể được sử dụng”.
</Callout>

<Question id="which-title">
Tiêu đề nào sẽ được tìm thấy?

- [ ] Thông tin về quy trình hoàn ứng
  > Không ai gõ như vậy.
- [x] Làm sao để được hoàn tiền công tác?
  > Đó là câu hỏi, bằng lời của người hỏi.
- [ ] Công tác
  > Có thể là bất cứ điều gì. Tiêu đề là một câu hỏi thì ai đang hỏi sẽ thấy.
</Question>
`,
  "faqs/help/whom-to-ask.mdx": `---
title: Không tìm thấy câu trả lời ở đây thì hỏi ai?
answer: Hỏi người phụ trách của mục gần nhất. Tên người đó ở dưới tiêu đề.
aliases: [không ai trả lời, liên hệ, ai biết việc này]
category: Trợ giúp
tags: [help]
related: [lesson:writing/write-an-entry]
published: ${today}
reviewed: ${today}
reviewEvery: 6mo
---

Hỏi người phụ trách của mục gần nhất với câu hỏi của bạn: tên ở dưới tiêu đề. Không có mục nào gần? Hãy hỏi trong nhóm của bạn,
rồi ghi lại điều vừa biết: [chỉ mất năm phút](../../lessons/writing/write-an-entry.mdx).
`,
  "quizzes/writing/good-entries.mdx": `---
title: Thế nào là một mục tốt
summary: Ba quyết định mà ai ghi lại kiến thức cũng gặp.
tags: [writing]
lesson: lesson:writing/write-an-entry
published: ${today}
reviewed: ${today}
---

## Đồng nghiệp hỏi thẻ ra vào dự phòng ở đâu. Bạn viết gì?

- [x] Một câu hỏi thường gặp, tiêu đề là câu hỏi đó
  > Một câu hỏi, trả lời ngắn: kết quả tìm kiếm hiện ngay câu trả lời.
- [ ] Một bài học về kiểm soát ra vào
  > Câu trả lời nằm đâu đó trong bài. Không ai tìm thẻ ở đó.

<Explanation>Một câu hỏi, trả lời ngắn: câu hỏi thường gặp. Một việc làm theo từng bước: bài học.</Explanation>

## Nên ghi gì vào aliases?

- [x] “không đăng nhập được”
- [x] “sai mật khẩu”
- [ ] “quản lý tài khoản”

<Explanation>Ghi những gì người đang gặp chuyện sẽ gõ. Đề mục trong sổ tay không giúp ai tìm thấy.</Explanation>

## Từ bản phát hành vừa rồi, một mục không còn đúng. Báo cho ai?

- [x] Người phụ trách mục đó
  > Vì vậy mục nào cũng ghi tên một người.
- [ ] Không ai, cứ chờ đến kỳ rà soát
  > Một câu trả lời sai mỗi ngày một tốn kém hơn.

<Explanation>Báo cho người phụ trách, hoặc tự sửa: một thay đổi nhỏ chỉ mất một phút để duyệt.</Explanation>
`,
  "scenarios/nothing-written.mdx": `---
title: Chưa có gì được ghi lại
summary: Khách hỏi một điều mà không mục nào trả lời. Việc bạn làm bây giờ quyết định người sau tìm thấy gì.
tags: [help]
level: beginner
related: [faq:help/whom-to-ask, lesson:writing/write-an-entry]
published: ${today}
reviewed: ${today}
reviewEvery: 1y
---

Tuần đầu đi làm. Một khách gọi đến hỏi hợp đồng của chị có tạm dừng một tháng được không. Bạn tìm, và không thấy gì.

<Scene id="on-the-phone" title="“Thế có được không?”">
Chị đang đợi. Bạn nhớ mang máng là đã nghe ai nói được.

<Choice to="guess">
“Dạ được ạ.”
> Bạn tin là vậy. Bạn không biết chắc.
</Choice>
<Choice to="find-out">“Em sẽ hỏi lại, và gọi cho chị trước bốn giờ.”</Choice>
</Scene>

<Scene id="guess" title="Ba tuần sau" outcome="bad">
Chỉ được trước lần thanh toán đầu tiên. Chị đã có một chữ “được”, hóa đơn vẫn đến, và hai đồng nghiệp mất cả buổi sáng để gỡ.
</Scene>

<Scene id="find-out" title="Ba rưỡi chiều">
Bạn đã hỏi người phụ trách mục gần nhất, và giờ thì biết: được đến trước lần thanh toán đầu tiên, yêu cầu qua thư. Bạn đã gọi lại
cho chị. Còn mười lăm phút.

<Choice to="in-the-head">
Ghi nhớ trong đầu
> Bạn sẽ nhớ. Người sau thì không.
</Choice>
<Choice to="written">Ghi lại thành một câu hỏi thường gặp, bằng lời của chị</Choice>
</Scene>

<Scene id="in-the-head" title="Thứ Ba tuần sau" outcome="poor">
Một đồng nghiệp gặp đúng câu hỏi ấy. Bạn ấy tìm, không thấy gì, và phải ngắt việc của bạn.
</Scene>

<Scene id="written" title="Thứ Ba tuần sau" outcome="good">
Một đồng nghiệp gặp đúng câu hỏi ấy. Bạn ấy gõ “tạm dừng hợp đồng”, đọc hai dòng, và trả lời ngay.
</Scene>
`,
  "paths/first-day.mdx": `---
title: Ngày đầu tiên
summary: Ở đây có những gì, và làm sao để viết thêm. Mười lăm phút.
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

Dành cho người mới. Đi hết, bạn biết hỏi ai, và biết ghi lại điều mình vừa tìm ra.
`,
});

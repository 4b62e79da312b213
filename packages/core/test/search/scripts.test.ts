import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMemorySearch, type Search, type SearchRecord } from "../../src/search/index.ts";
import { openSiteSearch } from "../../src/search/node/index.ts";
import { toPagefindHtml } from "../../src/search/pagefind-html.ts";
import { buildSearchIndex } from "../support/search-index.ts";
import { searchRecord } from "../support/search-records.ts";

// The same question and answer; and a word of each to look for, in the answer one in the middle of what has no spaces.
const scripts: readonly (readonly [name: string, title: string, answer: string, queries: readonly string[]])[] = [
  ["japanese", "返金を受けるにはどうすればいいですか？", "注文ページで返金ボタンを押してください。", ["返金", "注文"]],
  ["chinese", "如何退款？", "在订单页面点击退款按钮。", ["退款", "订单"]],
  ["thai", "ฉันจะขอเงินคืนได้อย่างไร", "กดปุ่มแดงที่หน้าคำสั่งซื้อ", ["เงินคืน", "คำสั่งซื้อ", "แดง"]],
  ["khmer", "តើធ្វើដូចម្តេចដើម្បីទទួលប្រាក់វិញ", "ចុចប៊ូតុងនៅលើទំព័របញ្ជាទិញ", ["ប្រាក់", "ទំព័រ"]],
  ["burmese", "ငွေပြန်အမ်းနည်း", "အော်ဒါစာမျက်နှာတွင် ခလုတ်ကိုနှိပ်ပါ", ["ပြန်", "ခလုတ်"]],
  ["korean", "환불은 어떻게 받나요?", "주문 페이지에서 환불 버튼을 누르세요.", ["환불", "주문"]],
  ["arabic", "كيف أسترد أموالي؟", "اضغط على زر استرداد الأموال.", ["أموالي", "استرداد"]],
  ["hebrew", "איך מקבלים החזר כספי?", "לחצו על כפתור ההחזר.", ["החזר", "כפתור"]],
  ["hindi", "मुझे अपना पैसा वापस कैसे मिलेगा?", "ऑर्डर पेज पर रिफंड बटन दबाएँ।", ["पैसा", "रिफंड"]],
  ["russian", "Как вернуть деньги?", "Нажмите кнопку возврата.", ["ДЕНЬГИ", "возврата"]],
  ["greek", "Πώς παίρνω πίσω τα χρήματά μου;", "Πατήστε το κουμπί επιστροφής.", ["χρηματα", "ΚΟΥΜΠΙ"]],
  ["vietnamese", "Làm sao để được hoàn tiền?", "Bấm nút hoàn tiền ở trang đơn hàng.", ["hoan tien", "ĐƠN HÀNG"]],
];
const records: readonly SearchRecord[] = scripts.map(([name, title, answer]) =>
  searchRecord({ id: name, title, answer }),
);

let site: string;
let drivers: readonly Search[];
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "knowhow-scripts-"));
  await buildSearchIndex(site, records);
  drivers = [await openSiteSearch(site, "en"), await createMemorySearch("en", records)];
});
afterAll(() => rm(site, { recursive: true, force: true }));

test.each(scripts)(
  "what is written in %s is found by its words, on a site and in memory",
  async (name, _title, _answer, queries) => {
    for (const search of drivers) {
      for (const query of queries) expect((await search.search(query)).hits[0]?.id, query).toBe(name);
    }
  },
);

test("where Pagefind finds such words itself, none is stored twice", () => {
  const [, title = "", answer = ""] = scripts.find(([name]) => name === "chinese") ?? [];
  const stored = (locale: string) => toPagefindHtml(searchRecord({ id: "a", title, answer, locale }));
  expect(stored("zh-Hant")).not.toMatch(/"folded\[content\]" content="[^"]*订单/);
  expect(stored("en")).toMatch(/"folded\[content\]" content="[^"]*订单/);
});

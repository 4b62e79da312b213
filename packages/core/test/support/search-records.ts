import { entryFolders } from "../../src/index.ts";
import type { SearchRecord } from "../../src/search/index.ts";

/** A record with what a test does not care about filled in; the URL follows from type and id. */
export function searchRecord(record: Partial<SearchRecord> & Pick<SearchRecord, "id" | "title">): SearchRecord {
  const { type = "faq", locale = "en", id } = record;
  const folder = { ...entryFolders, question: "quizzes" }[type];
  return {
    url: `${locale === "en" ? "" : `/${locale}`}/${folder}/${id}/`,
    ref: `${type === "question" ? "quiz" : type}:${id}`,
    type,
    locale,
    aliases: [],
    sections: [],
    roles: [],
    tags: [],
    ...record,
  };
}

/** A small help desk. */
export const helpDesk: readonly SearchRecord[] = [
  searchRecord({
    id: "refund",
    title: "How do I get a refund?",
    aliases: ["I want my money back"],
    answer: "Open the order and press Refund. The money arrives within five days.",
    sections: [{ text: "You have 30 days from the day of delivery." }],
    tags: ["billing"],
    roles: ["sales"],
  }),
  searchRecord({
    id: "password",
    title: "I forgot my password",
    sections: [
      { text: "Choose Forgot password on the sign-in page. We send a link to your mailbox. It is valid for one hour." },
    ],
    tags: ["account"],
  }),
  searchRecord({
    id: "invoice-copy",
    title: "Where can I find a copy of an invoice?",
    sections: [{ text: "All invoices are under Billing. Each can be downloaded as a PDF file." }],
    tags: ["billing"],
    level: "beginner",
  }),
  searchRecord({
    id: "crm/export",
    type: "lesson",
    title: "Export a report",
    sections: [
      { text: "Reports show what was sold, and to whom." },
      {
        anchor: "steps",
        heading: "Steps",
        text: "Open the report, choose Export and pick a format. Spreadsheets keep their formulas.",
      },
      {
        anchor: "limits",
        heading: "Limits",
        text: "A report of more than 50,000 rows is sent by mail instead of being downloaded.",
      },
    ],
    roles: ["finance"],
    level: "advanced",
  }),
  searchRecord({
    id: "shipping",
    title: "How long does delivery take?",
    sections: [{ text: "Parcels arrive within three working days. You can follow them with the number in your mail." }],
  }),
];

/** The same in Vietnamese, where a word is one or more syllables. */
export const vietnameseDesk: readonly SearchRecord[] = [
  ["refund", "Làm sao để được hoàn tiền?", "Mở đơn hàng và bấm Hoàn tiền."],
  ["register", "Đăng ký tài khoản như thế nào?", "Bấm Đăng ký ở góc trên bên phải."],
  ["leave", "Làm thế nào để xin nghỉ phép?", "Gửi đơn cho quản lý trước ba ngày."],
  ["salary", "Lương được trả vào ngày nào?", "Vào ngày cuối tháng."],
].map(([id = "", title = "", text = ""]) => searchRecord({ id, title, locale: "vi", sections: [{ text }] }));

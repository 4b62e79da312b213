import type { ContentTexts } from "./en.ts";

/** The texts that compiled content shows by itself, in Vietnamese. */
export const vi: ContentTexts = {
  note: "Ghi chú",
  tip: "Mẹo",
  warning: "Cảnh báo",
  danger: "Nguy hiểm",
  hint: "Gợi ý",
  explanation: "Giải thích",
  right: "Đúng",
  wrong: "Chưa đúng",
  showAnswer: "Xem đáp án",
  yourAnswer: "Câu trả lời của bạn",
  alsoRight: "Cũng đúng:",
  place: "Vị trí",
  choose: "Chọn",
  blank: "Chỗ trống",
  decimalSign: ",",
  footnotes: "Chú thích",
  backToText: "Trở lại nội dung",
};

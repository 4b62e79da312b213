import type { SearchTexts } from "./en.ts";

/** The texts of search in Vietnamese. */
export const vi: SearchTexts = {
  dialog: "Tìm kiếm",
  label: "Tìm trong kho kiến thức",
  placeholder: "Hỏi theo cách của bạn",
  close: "Đóng",
  results: "Kết quả",
  count: { one: "{n} kết quả", other: "{n} kết quả" },
  none: "Không tìm thấy gì cho “{query}”.",
  noneHint: "Hãy thử ít từ hơn, từ khác, hoặc bỏ bớt bộ lọc.",
  corrected: "Đang hiện kết quả cho “{query}”.",
  asTyped: "Tìm đúng “{query}”",
  answer: "Tóm lại",
  all: "Mọi kết quả cho “{query}”",
  more: "Xem thêm",
  start: "Gõ một câu hỏi, hoặc một vài từ.",
  loading: "Đang tìm …",
  failed: "Không tải được công cụ tìm kiếm. Bạn có đang kết nối mạng không?",
  retry: "Thử lại",
  clear: "Bỏ các bộ lọc",
  facets: { type: "Loại", role: "Dành cho", level: "Trình độ", tag: "Chủ đề" },
  types: { lesson: "Bài học", faq: "Câu hỏi", quiz: "Trắc nghiệm", question: "Câu luyện tập" },
  levels: { beginner: "Cơ bản", intermediate: "Trung cấp", advanced: "Nâng cao" },
  keys: { choose: "chọn", open: "mở", close: "đóng" },
};

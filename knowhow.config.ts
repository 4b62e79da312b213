import { defineConfig } from "@knowhow/core";

export default defineConfig({
  title: "Knowhow",
  description: {
    en: "How to write, check and publish know-how, and the working knowledge of a service desk.",
    vi: "Cách viết, kiểm tra và xuất bản kiến thức, cùng kiến thức làm việc của một bàn hỗ trợ.",
  },
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
  roles: {
    author: { label: { en: "Author", vi: "Người viết" } },
    engineer: { label: { en: "Engineer", vi: "Kỹ sư" } },
    support: { label: { en: "Support", vi: "Hỗ trợ" } },
    sales: { label: { en: "Sales", vi: "Bán hàng" } },
    finance: { label: { en: "Finance", vi: "Tài chính" } },
  },
  contexts: {
    "knowhow:write": { label: "Writing an entry" },
    "knowhow:publish": { label: "Publishing a knowledge base" },
    "knowhow:build-on": { label: "Building on the content" },
    "mail:inbox": { label: "Reading mail" },
    "phone:call": { label: "On a call" },
    "accounts:sign-in": { label: "Signing in" },
    "billing:refund": { label: "Handling a refund" },
    "billing:invoice": { label: "Looking at an invoice" },
    "crm:customer": { label: "A customer in the CRM" },
    "crm:reports/new": { label: "A new report in the CRM" },
    "desk:shift": { label: "Starting or ending a shift" },
  },
  synonyms: [
    ["refund", "money back", "reimbursement"],
    ["two-factor", "2FA", "second factor", "authenticator"],
    ["sign in", "log in", "login"],
    ["phishing", "scam mail", "fake mail"],
    ["hoàn tiền", "trả lại tiền"],
    ["lừa đảo", "giả mạo", "phishing"],
  ],
});

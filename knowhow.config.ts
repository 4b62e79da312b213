import { defineConfig } from "@knowhow/core";

export default defineConfig({
  title: "Knowhow",
  description: "How to write, check and publish know-how, and the working knowledge of a service desk.",
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
  roles: {
    author: { label: "Author" },
    engineer: { label: "Engineer" },
    support: { label: "Support" },
    sales: { label: "Sales" },
    finance: { label: "Finance" },
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

import { expect, test } from "vitest";
import type { Ref } from "../../src/index.ts";
import { evaluate } from "../../src/index.ts";
import type { Hit, RecordType } from "../../src/search/index.ts";
import { base } from "../support/base.ts";

const faq = (title: string, answer: string) => `---\ntitle: ${title}\n---\n\n${answer}\n`;

const content = {
  "faqs/billing/refunds.md": faq("How do I get my money back?", "Within 30 days, always."),
  "faqs/billing/invoice.md": faq("How do I send a copy of an invoice?", "Choose Invoices, then Send."),
  "lessons/phishing.mdx":
    "---\ntitle: Recognise a phishing mail\n---\n\nLook at the sender.\n\n<Question id='q'>\nWhich address is a fraud?\n\n- [x] example.net\n- [ ] example.com\n</Question>\n",
  "vi/faqs/billing/refunds.md": faq("Làm sao để được hoàn tiền?", "Trong vòng 30 ngày."),
};

test("measures a knowledge base with the questions of its readers, and names what it missed", async () => {
  const kb = await base(content, { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } });
  const { p95Ms, ...figures } = await evaluate(kb, [
    { q: "can i get my mony back", relevant: ["faq:billing/refunds"] },
    { q: "hoan tien", relevant: ["faq:billing/refunds"], locale: "vi" },
    { q: "which address is a fraud", relevant: ["lesson:phishing"] },
    { q: "send a copy of an invoice", relevant: ["faq:billing/refunds"] },
    { q: "???", relevant: ["faq:billing/invoice"] },
  ]);
  expect(figures).toMatchObject({
    questions: 5,
    success1: 3 / 5,
    zeroResults: 1 / 5,
    misses: [
      {
        q: "send a copy of an invoice",
        relevant: ["faq:billing/refunds"],
        got: ["faq:billing/invoice", expect.any(String)],
      },
      { q: "???", relevant: ["faq:billing/invoice"], got: [] },
    ],
  });
  expect(p95Ms).toBeGreaterThanOrEqual(0);
});

test("counts an entry once, be it found as itself or by its questions", async () => {
  const found = searchable([
    ["question", "lesson:a"],
    ["lesson", "lesson:a"],
    ["question", "lesson:a"],
    ["faq", "faq:b"],
  ]);
  expect(await evaluate(found, [{ q: "b?", relevant: ["faq:b"] }])).toMatchObject({
    mrr: 1 / 2,
    ndcg10: 1 / Math.log2(3),
    misses: [{ q: "b?", got: ["lesson:a", "faq:b"] }],
  });
});

test("is as good as the share of the right entries that are found, and how high up they are", async () => {
  const found = searchable([
    ["faq", "faq:a"],
    ["faq", "faq:x"],
    ["faq", "faq:b"],
  ]);
  const { ndcg10, mrr, success1, zeroResults } = await evaluate(found, [{ q: "?", relevant: ["faq:a", "faq:b"] }]);
  expect(ndcg10).toBeCloseTo((1 + 1 / Math.log2(4)) / (1 + 1 / Math.log2(3)));
  expect({ mrr, success1, zeroResults }).toEqual({ mrr: 1, success1: 1, zeroResults: 0 });
});

test("says nothing good of no questions", async () => {
  expect(await evaluate(searchable([]), [])).toEqual({
    questions: 0,
    ndcg10: 0,
    mrr: 0,
    success1: 0,
    zeroResults: 0,
    p95Ms: 0,
    misses: [],
  });
});

/** Finds the same for every question. */
function searchable(found: readonly (readonly [RecordType, Ref])[]): Parameters<typeof evaluate>[0] {
  const hits = found.map(
    ([type, ref], i): Hit => ({
      ref,
      type,
      id: ref,
      locale: "en",
      title: ref,
      url: `/${i}/`,
      excerpt: "",
      score: 1 / (i + 1),
    }),
  );
  const facets = { type: {}, role: {}, level: {}, tags: {} };
  return { search: async () => ({ hits, confidence: 1, total: hits.length, words: [], facets, tookMs: 1 }) };
}

import { expect, test } from "vitest";
import { base, html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

const parts = "<Situation>Charged twice.</Situation>\n<Action>Mara called.</Action>\n<Result>Money back.</Result>";

test("a case study shows what was, what was done and what came of it, each under its name", async () => {
  expect((await html(`<CaseStudy title="The double charge">\n${parts}\n</CaseStudy>`)).replace(/\n/g, "")).toBe(
    '<section class="kh-case" aria-labelledby="the-double-charge"><h2 id="the-double-charge" class="kh-case__title">The double charge</h2>' +
      '<div class="kh-case__part kh-case__part--situation"><p class="kh-case__name">Situation</p><p>Charged twice.</p></div>' +
      '<div class="kh-case__part kh-case__part--action"><p class="kh-case__name">Action</p><p>Mara called.</p></div>' +
      '<div class="kh-case__part kh-case__part--result"><p class="kh-case__name">Result</p><p>Money back.</p></div></section>',
  );
});

test("the names are those of the entry's language", async () => {
  const kb = await base(
    { "lessons/a.mdx": "# A\n\nx\n", "vi/lessons/a.mdx": `# A\n\n<CaseStudy>\n${parts}\n</CaseStudy>\n` },
    { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } },
  );
  const entry = await kb.get("lesson", "a", { locale: "vi" });
  expect([...(entry?.html ?? "").matchAll(/__name">([^<]*)/g)].map(([, name]) => name)).toEqual([
    "Bối cảnh",
    "Cách xử lý",
    "Kết quả",
  ]);
  expect(entry?.html).toContain('aria-label="Tình huống thực tế"');
});

test.each([
  [
    "<CaseStudy>\n<Situation>a</Situation>\n<Result>b</Result>\n</CaseStudy>",
    ["5:1 error block-content: <CaseStudy> has no <Action>. → Write it between <Action> and </Action>."],
  ],
  [
    `<CaseStudy>\n\nText\n\n${parts}\n</CaseStudy>`,
    [
      "7:1 error block-content: <CaseStudy> holds nothing but <Situation>, <Action> and <Result>. → Put it into one of them, or before <CaseStudy>.",
    ],
  ],
  [
    `<CaseStudy>\n${parts}\n<Result>c</Result>\n</CaseStudy>`,
    ["9:1 error block-content: <CaseStudy> has more than one <Result>. → Make them one."],
  ],
  [
    "<CaseStudy>\n<Action>a</Action>\n<Situation>b</Situation>\n<Result>c</Result>\n</CaseStudy>",
    [
      "7:1 error block-content: The parts of <CaseStudy> stand in another order than they happened. → Write <Situation>, then <Action>, then <Result>.",
    ],
  ],
  [
    "<CaseStudy>\n<Situation>a</Situation>\n<Action>a</Action>\n<Result />\n</CaseStudy>",
    ["8:1 error block-content: <Result> is empty. → Say what came of it."],
  ],
  [
    "<Situation>a</Situation>",
    [
      "5:1 error block-place: <Situation> stands outside of <CaseStudy>. → Put it between <CaseStudy> and </CaseStudy>, not in a list or quote.",
    ],
  ],
])("explains what is wrong with the case study in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual(expected);
});

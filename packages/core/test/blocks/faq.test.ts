import { expect, test } from "vitest";
import { entryMarkdown } from "../../src/publish/index.ts";
import { recordsOfEntry } from "../../src/search/index.ts";
import { base } from "../support/base.ts";
import { told } from "../support/told.ts";
import { toldOf } from "../support/told-body.ts";

const refunds =
  "---\ntitle: Can I get my <money> back?\n---\n\nYes, within **30 days**.\n\n## How\n\nSee [above](#how).\n\n<Callout>Ask.</Callout>\n";
const twoLocales = { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };
const shows = (rest = "") => `# A\n\nBefore.\n\n<Faq of="faq:refunds"${rest} />\n\nAfter.\n`;

test("shows the question of a FAQ, its answer to open, and a link to its page", async () => {
  const kb = await base({ "faqs/refunds.mdx": refunds, "lessons/a.mdx": shows() });
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "a");
  expect(entry?.html).toBe(
    '<p>Before.</p>\n<details class="kh-faq" id="faq-refunds"><summary>Can I get my &lt;money&gt; back?</summary>' +
      '<div class="kh-prose"><p>Yes, within <strong>30 days</strong>.</p>\n<h2 id="faq-refunds--how">How</h2>\n' +
      '<p>See <a href="#faq-refunds--how">above</a>.</p>\n' +
      '<aside class="kh-callout kh-callout--note" role="note"><p class="kh-callout__title">Note</p><p>Ask.</p></aside></div>' +
      '<p class="kh-faq__open"><a href="/faqs/refunds/">Open as a page<span class="kh-hidden">: Can I get my &lt;money&gt; back?</span></a></p>' +
      "</details>\n<p>After.</p>",
  );
  expect(entry?.text).toBe("Before.\nCan I get my <money> back?\nYes, within 30 days.\nHow\nSee above.\nAsk.\nAfter.");
  expect(entry?.markdown).toBe('# A\n\nBefore.\n\n<Faq of="faq:refunds" />\n\nAfter.\n');
  expect(entry?.links).toEqual([{ href: "faq:refunds", url: "/faqs/refunds/", ref: "faq:refunds" }]);
  expect(entry?.outline).toEqual([]);
  expect(entry && entryMarkdown(entry, { leads: [], facts: [] }, undefined)).toContain(
    "Before.\n\n**Can I get my \\<money> back?**\n\nYes, within **30 days**.\n\n## How",
  );
});

test("opens the answer where the author says so, with the short answer above it and headings below those around it", async () => {
  const kb = await base({
    "faqs/refunds.mdx": "---\ntitle: Refunds?\nanswer: Yes.\n---\n\nWithin 30 days.\n\n## How\n\nAsk.\n",
    "lessons/a.mdx": '# A\n\n## Money\n\n<Faq of="faq:refunds" open />\n',
  });
  expect((await kb.get("lesson", "a"))?.html).toContain(
    '<details class="kh-faq" id="faq-refunds" open><summary>Refunds?</summary><div class="kh-prose"><p>Yes.</p>\n<p>Within 30 days.</p>\n<h3 id="faq-refunds--how">How</h3>',
  );
});

test("its anchors are its own, however often it stands in an entry and whatever its headings say", async () => {
  const kb = await base({
    "faqs/refunds.mdx": refunds,
    "lessons/a.mdx": `# A\n\n## FAQ refunds\n\n<Faq of="faq:refunds" />\n\n<Faq of="faq:refunds" />\n\n[There](#faq-refunds-2)\n`,
  });
  expect(kb.diagnostics).toEqual([]);
  const { html = "" } = (await kb.get("lesson", "a")) ?? {};
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["faq-refunds", "faq-refunds-1", "faq-refunds-1--how", "faq-refunds-2", "faq-refunds-2--how"]);
});

test("a translation shows the translation of the FAQ, else the original, which says its language", async () => {
  const kb = await base(
    {
      "faqs/refunds.mdx": refunds,
      "faqs/vat.mdx": "# VAT?\n\nNone.\n",
      "vi/faqs/refunds.mdx": "# Tôi có được hoàn tiền không?\n\nCó.\n",
      "lessons/a.mdx": shows(),
      "vi/lessons/a.mdx": '# A\n\n<Faq of="faq:refunds" />\n\n<Faq of="faq:vat" />\n',
      "lessons/b.mdx": shows(),
    },
    twoLocales,
  );
  const { html } = (await kb.get("lesson", "a", { locale: "vi" })) ?? {};
  expect(html).toContain("<summary>Tôi có được hoàn tiền không?</summary>");
  expect(html).toContain(
    '<a href="/vi/faqs/refunds/">Mở thành trang riêng<span class="kh-hidden">: Tôi có được hoàn tiền không?</span></a>',
  );
  expect(html).toContain(
    '<summary lang="en" dir="ltr">VAT?</summary><div class="kh-prose" lang="en" dir="ltr"><p>None.</p></div>',
  );
  expect(html).toContain(
    '<a href="/vi/faqs/vat/">Mở thành trang riêng<span class="kh-hidden">: <span lang="en" dir="ltr">VAT?</span></span></a>',
  );
  expect((await kb.get("lesson", "b", { locale: "vi" }))?.html).toContain("<summary>Can I get my");
});

test("follows a former id, and shows nobody what is not published for them", async () => {
  const content = {
    "faqs/refunds.mdx": "---\nformerly: [money]\naudience: internal\n---\n\n# Refunds?\n\nYes.\n",
    "lessons/a.mdx": '---\naudience: internal\n---\n\n# A\n\n<Faq of="faq:money" />\n',
    "lessons/b.mdx": '---\nstatus: draft\n---\n\n# B\n\n<Faq of="faq:refunds" />\n\nText.\n',
  };
  const staff = await base(content, { publish: ["public", "internal"] });
  expect(staff.diagnostics).toEqual([]);
  expect((await staff.get("lesson", "a"))?.html).toContain("<summary>Refunds?</summary>");
  const visitors = await base(content, {}, { drafts: true });
  const hidden = await visitors.get("lesson", "b");
  expect(hidden?.html).toBe("\n<p>Text.</p>");
  expect(hidden?.text).toBe("Text.");
});

test("a FAQ that shows another one shows its answer on its own page, and a link where it is shown itself", async () => {
  const kb = await base({
    "faqs/refunds.mdx": refunds,
    "faqs/cancel.mdx": '# Can I cancel?\n\nYes.\n\n<Faq of="faq:refunds" />\n',
    "lessons/a.mdx": '# A\n\n<Faq of="faq:cancel" />\n',
  });
  expect((await kb.get("faq", "cancel"))?.html).toContain("<strong>30 days</strong>");
  const { html, text } = (await kb.get("lesson", "a")) ?? {};
  expect(html).toContain('<p>Yes.</p>\n<p><a href="/faqs/refunds/">Can I get my &lt;money&gt; back?</a></p></div>');
  expect(text).toBe("Can I cancel?\nYes.\nCan I get my <money> back?");
});

test("stands in explanations and scenes, and in what is included", async () => {
  const kb = await base({
    "faqs/refunds.mdx": "# Refunds?\n\nYes.\n",
    "_shared/money.mdx": '<Faq of="faq:refunds" />\n',
    "quizzes/q.mdx":
      '# Q\n\n<Faq of="faq:refunds" />\n\n## Which?\n\n- [ ] a\n- [x] b\n\n<Explanation>\n\n<Faq of="faq:refunds" />\n\n</Explanation>\n',
    "scenarios/s.mdx":
      '# S\n\n<Scene id="one">\n\n<Faq of="faq:refunds" />\n\n<Choice to="two">Go</Choice>\n\n</Scene>\n\n<Scene id="two" outcome="good">\n\nWell.\n\n</Scene>\n',
    "lessons/a.mdx": '# A\n\n<Include file="/_shared/money.mdx" />\n',
  });
  expect(kb.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const summary = "<summary>Refunds?</summary>";
  const quiz = await kb.get("quiz", "q");
  expect(quiz?.html.split(summary)).toHaveLength(3);
  expect(quiz?.questions[0]?.explanation).toMatchObject({
    html: expect.stringContaining(summary),
    text: "Refunds?\nYes.",
  });
  expect((await kb.get("scenario", "s"))?.scenes[0]?.html).toContain(summary);
  expect((await kb.get("lesson", "a"))?.html).toContain(summary);
});

test("what it shows counts in the revision, and is not found twice", async () => {
  const revisionWith = async (answer: string) => {
    const kb = await base({
      "faqs/refunds.mdx": `# Refunds?\n\n${answer}\n`,
      "lessons/a.mdx": shows(),
      "lessons/b.md": "# B\n",
    });
    const [a, b] = await kb.list("lesson");
    expect((await kb.get("lesson", "a"))?.revision).toBe(a?.revision);
    return [a?.revision, b?.revision];
  };
  const [yes, other] = await revisionWith("Yes.");
  expect(await revisionWith("Yes.")).toEqual([yes, other]);
  const [no, same] = await revisionWith("No.");
  expect(no).not.toBe(yes);
  expect(same).toBe(other);

  const kb = await base({
    "faqs/refunds.mdx":
      '# Refunds?\n\nYes.\n\n<Question id="q">\n\nx\n\n- [x] a\n- [ ] b\n\n<Hint>Psst</Hint>\n</Question>\n\n<details><summary>x</summary>y</details>\n',
    "lessons/a.mdx": `${shows()}\n## End\n\nLast.\n`,
  });
  const entry = await kb.get("lesson", "a");
  expect(entry && recordsOfEntry(entry)).toMatchObject([
    { sections: [{ text: "Before. After." }, { heading: "End", text: "Last." }] },
  ]);
});

const faq = { "faqs/refunds.mdx": "# Refunds?\n\nYes.\n" };

test.each([
  ["<Faq />", ['5:1 error prop: “of” is missing (in <Faq>). → Name the FAQ: <Faq of="faq:refunds" />.']],
  ['<Faq of="faq:refund" />', ["5:10 error broken-ref: There is no entry faq:refund. → Did you mean “faq:refunds”?"]],
  ['<Faq of="refunds" />', ["5:10 error broken-ref: “refunds” is no ref. → Did you mean “faq:refunds”?"]],
  [
    '<Faq of="javascript:alert(1)" />',
    ["5:10 error broken-ref: “javascript:alert(1)” is no ref. → Write a type and an id, for example faq:refunds."],
  ],
  [
    '<Faq of="lesson:a" />',
    [
      "5:10 error broken-ref: “lesson:a” is no FAQ. → Name a FAQ, for example faq:refunds; to lead to another entry, write a link.",
    ],
  ],
  [
    '<Faq of="faq:refunds" open="yes" />',
    ["5:23 error prop: “open” should be true or false, but is “yes” (in <Faq>)."],
  ],
  [
    '<Faq of="faq:refunds">Yes.</Faq>',
    [
      "5:1 error block-content: <Faq> holds the FAQ only. → Put the text before or after it, and close it with a slash: <Faq … />.",
    ],
  ],
  [
    '<Question id="q">\n\nWhich?\n\n<Faq of="faq:refunds" />\n\n- [x] a\n- [ ] b\n\n<Explanation>x</Explanation>\n\n</Question>',
    [
      "9:1 error block-place: <Faq> stands in what a question asks. → Put it between <Explanation> and </Explanation>, or behind the question.",
    ],
  ],
])("explains what is wrong with %j", async (body, expected) => {
  expect(await toldOf(body, faq)).toEqual(expected);
});

test("an entry shows no more FAQs than a page can hold", async () => {
  expect(await toldOf('<Faq of="faq:refunds" />\n\n'.repeat(101), faq)).toEqual([
    "205:10 error block-content: This entry shows more than 100 FAQs. → Split it, or link to them: nobody reads so many on one page.",
  ]);
});

test("tells at its line what readers would not find, and circles", async () => {
  expect(
    await told(
      {
        "faqs/a.mdx": '# A?\n\nYes.\n\n<Faq of="faq:b" />\n',
        "faqs/b.mdx": '# B?\n\nYes.\n\n<Faq of="faq:a" />\n',
        "faqs/me.mdx": '# Me?\n\nYes.\n\n<Faq of="faq:me" />\n',
        "faqs/draft.mdx": "---\nstatus: draft\n---\n\n# C?\n\nYes.\n",
        "faqs/staff.mdx": "---\naudience: internal\n---\n\n# D?\n\nYes.\n",
        "vi/faqs/only.mdx": "# E?\n\nYes.\n",
        "lessons/a.mdx": '# A\n\n<Faq of="faq:draft" />\n\n<Faq of="faq:staff" />\n\n<Faq of="faq:only" />\n',
      },
      { ...twoLocales, rules: { "translation-missing": "off" } },
    ),
  ).toEqual([
    "faqs/b.mdx:5:10 error faq-cycle: These FAQs show each other: faq:a → faq:b → faq:a. → Take one of them out, or link to it instead.",
    "faqs/me.mdx:5:10 error faq-cycle: This FAQ shows itself. → Take it out.",
    "lessons/a.mdx:3:10 error hidden-entry: faq:draft is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
    "lessons/a.mdx:5:10 error hidden-entry: faq:staff is for the audience “internal”, so readers of this entry would not find it. → Publish it, or take this out until it is.",
    "lessons/a.mdx:7:10 error broken-ref: faq:only is written in another language only (content/vi/faqs/only.mdx), so there is no page of it here. → Write it in “en” too, or take this out.",
  ]);
});

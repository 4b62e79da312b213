import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { base } from "./support/base.ts";
import { lesson, told } from "./support/told.ts";

const refunds = "---\ntitle: Can I get my money back?\n---\n\nYes.\n\n## After 30 days\n\nNo.\n";
const vietnamese = {
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
  rules: { "translation-missing": "off" },
};
const problems = async (body: string, config = {}) =>
  (
    await told(
      { "lessons/crm/a.mdx": lesson("", body), "faqs/refunds.mdx": refunds, "lessons/crm/b.png": picture },
      config,
    )
  ).map((line) => line.replace("lessons/crm/a.mdx:", ""));

test("turns file links, refs, anchors and media into URLs of the site, under its base", async () => {
  const body =
    "[a](../../faqs/refunds.mdx#after-30-days) [b](faq:refunds) [c](#here) [d](https://example.com/?q=1#x) [e](b.png) [f](/about/) [h](form.pdf#page=2&zoom=50)\n\n## Here\n\n![Picture](./b.png)\n\n[g][r]\n\n[r]: faq:refunds 'Title'";
  const kb = await base(
    {
      "lessons/crm/a.mdx": lesson("", body),
      "faqs/refunds.mdx": refunds,
      "lessons/crm/b.png": picture,
      "lessons/crm/form.pdf": "pdf",
    },
    { site: "https://example.com/kb" },
  );
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "crm/a");
  expect([...(entry?.html ?? "").matchAll(/(?:href|src)="(.*?)"/g)].map(([, url]) => url)).toEqual([
    "/kb/faqs/refunds/#after-30-days",
    "/kb/faqs/refunds/",
    "#here",
    "https://example.com/?q=1#x",
    "/kb/media/lessons/crm/b.png",
    "/kb/about/",
    "/kb/media/lessons/crm/form.pdf#page=2&#x26;zoom=50",
    "/kb/media/lessons/crm/b.png",
    "/kb/faqs/refunds/",
  ]);
  expect(entry?.links[0]).toEqual({
    href: "../../faqs/refunds.mdx#after-30-days",
    url: "/kb/faqs/refunds/#after-30-days",
    ref: "faq:refunds",
    anchor: "after-30-days",
  });
  const files = [
    ["lessons/crm/b.png", "/kb/media/lessons/crm/b.png"],
    ["lessons/crm/form.pdf", "/kb/media/lessons/crm/form.pdf"],
  ];
  expect(kb.media.map(({ file, url }) => [file, url])).toEqual(files);
  expect(entry?.media.map(({ file, url }) => [file, url])).toEqual(files);
});

test("resolves the address of a tag, however it is quoted, and nothing else that says the same", async () => {
  const kb = await base({
    "lessons/a.mdx": lesson(
      "",
      `Text <img src="b.png" alt="b.png" title={"b.png"} /> <img src={'b.png'} alt="B" /> <a href={"faq:refunds"}>C</a>`,
    ),
    "lessons/b.png": picture,
    "faqs/refunds.mdx": refunds,
  });
  expect((await kb.get("lesson", "a"))?.html).toBe(
    '<p>Text <img src="/media/lessons/b.png" alt="b.png" title="b.png"> <img src="/media/lessons/b.png" alt="B"> <a href="/faqs/refunds/">C</a></p>',
  );
});

test.each(["md", "mdx"])(
  "resolves the pictures of <source>, which are there for other screens (%s)",
  async (format) => {
    const body =
      '<picture><source media="(prefers-color-scheme: dark)" srcset="b.png, c.png 2x" /><img src="b.png" alt="B" /></picture>';
    const kb = await base({
      [`lessons/crm/a.${format}`]: lesson("", `Text ${body}`),
      "lessons/crm/b.png": picture,
      "lessons/crm/c.png": picture,
    });
    expect(kb.diagnostics).toEqual([]);
    expect((await kb.get("lesson", "crm/a"))?.html).toContain(
      '<source media="(prefers-color-scheme: dark)" srcset="/media/lessons/crm/b.png, /media/lessons/crm/c.png 2x"><img src="/media/lessons/crm/b.png" alt="B">',
    );
    expect(
      await told({ [`lessons/crm/a.${format}`]: lesson("", `Text ${body}`), "lessons/crm/b.png": picture }),
    ).toEqual([
      `lessons/crm/a.${format}:6:15 error missing-media: There is no file content/lessons/crm/c.png. → Did you mean “./b.png”?`,
    ]);
  },
);

test.each(["md", "mdx"])("links lead to <a name>, as one wrote before there were ids (%s)", async (format) => {
  const kb = await base({
    [`lessons/a.${format}`]: lesson("", 'Text <a name="setup"></a>.\n\n[Up](#setup)\n\n## Setup'),
  });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.html.split("\n")).toEqual([
    '<p>Text <a id="setup"></a>.</p>',
    '<p><a href="#setup">Up</a></p>',
    '<h2 id="setup-1">Setup</h2>',
  ]);
});

test("a heading does not take the anchor that a tag has", async () => {
  const kb = await base({
    "lessons/a.mdx": lesson("", 'Text <a id="setup"></a>.\n\n## Setup\n\n[Above](#setup) [below](#setup-1)'),
    "lessons/b.md": lesson("", 'Text <a id="setup"></a>.\n\n## Setup\n\n[Above](#setup) [below](#setup-1)'),
  });
  expect(kb.diagnostics).toEqual([]);
  for (const id of ["a", "b"])
    expect((await kb.get("lesson", id))?.html).toContain('<a id="setup"></a>.</p>\n<h2 id="setup-1">Setup</h2>');
});

test("a heading does not take an id that a block draws beside its own", async () => {
  const body =
    '<Checklist id="day" title="First day">\n- [ ] Badge\n</Checklist>\n\n## Day title\n\n' +
    '<Question id="why">\nWhy?\n\n- [x] a\n- [ ] b\n</Question>\n\n## Why prompt\n';
  const kb = await base({ "lessons/a.mdx": lesson("", body) });
  const ids = [...((await kb.get("lesson", "a"))?.html ?? "").matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["day", "day-title", "day-title-1", "why", "why-prompt", "why-prompt-1"]);
});

test("holds a picture by reference to what pictures are held to", async () => {
  expect(await problems("![A shot][s]\n\n[s]: https://other.example.com/a.png")).toEqual(
    await problems("Text.\n\n![A shot](https://other.example.com/a.png)"),
  );
  expect(await problems("[A shot][s]\n\n[s]: https://other.example.com/a.png")).toEqual([]);
});

test("keeps the reader's language, also where the other entry is not translated", async () => {
  const kb = await base(
    {
      "vi/lessons/a.mdx": lesson("", "[x](../faqs/refunds.mdx) [y](faq:refunds)"),
      "lessons/a.mdx": lesson(""),
      "faqs/refunds.mdx": refunds,
    },
    vietnamese,
  );
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a", { locale: "vi" }))?.html).toBe(
    '<p><a href="/vi/faqs/refunds/">x</a> <a href="/vi/faqs/refunds/">y</a></p>',
  );
});

test.each([
  [
    "[x](../../faqs/refund.mdx)",
    "6:1 error broken-link: There is no file content/faqs/refund.mdx. → Did you mean “../../faqs/refunds.mdx”?",
  ],
  ["[x](faq:refund)", "6:1 error broken-ref: There is no entry faq:refund. → Did you mean “faq:refunds”?"],
  [
    "[x](aa.mdx) [y](<a b.md>)",
    "6:1 error broken-link: There is no file content/lessons/crm/aa.mdx. → Create it, or correct this.",
    "6:13 error broken-link: There is no file content/lessons/crm/a b.md. → Create it, or correct this.",
  ],
  ["[x](lesson:crm/aa)", "6:1 error broken-ref: There is no entry lesson:crm/aa. → Create it, or correct this."],
  ["[x](lesson:b)", "6:1 error broken-ref: There is no entry lesson:b. → Create it, or correct this."],
  [
    "[x](faq:)",
    "6:1 error broken-link: “faq:” names no entry. → Write faq: and an id, for example faq:crm/export-report.",
  ],
  [
    "[x](faq:refunds#after-3-days)",
    "6:1 error broken-anchor: content/faqs/refunds.mdx has no heading “#after-3-days”. → Did you mean “#after-30-days”?",
  ],
  [
    "[x](#nowhere)",
    "6:1 error broken-anchor: content/lessons/crm/a.mdx has no heading “#nowhere”. → It has no headings.",
  ],
  [
    "[x](../../faqs/refunds)",
    "6:1 error broken-link: There is no file content/faqs/refunds. → Write the file's whole name, with .mdx.",
  ],
  [
    "[x](../../../secret.md)",
    "6:1 error broken-link: “../../../secret.md” leads out of the content folder. → Link to files of the content folder, or write a whole address.",
  ],
  [
    "![Picture](c.png)",
    "6:1 error missing-media: There is no file content/lessons/crm/c.png. → Did you mean “./b.png”?",
  ],
  [
    "![](b.png)",
    "6:1 warning missing-alt: This image has no text for people who cannot see it. → Write what it shows: ![The Export button, top right](export.png).",
  ],
  [
    "[x](/faqs/refund/)",
    "6:1 error broken-link: There is no page /faqs/refund/. → Link to the file (../faqs/refunds.mdx) or the ref (faq:refunds); both are checked as you write.",
  ],
  ["[x](faqs:refunds)", "6:1 error unsafe-link: A link cannot begin with “faqs:”. → Did you mean “faq:”?"],
  [
    "[x](www.example.com)",
    "6:1 error broken-link: “www.example.com” lacks its beginning. → Write https://www.example.com.",
  ],
  [
    "[x](../../faqs/refunds.md)",
    "6:1 error broken-link: There is no file content/faqs/refunds.md. → Write ../../faqs/refunds.mdx.",
  ],
  [
    "![Picture](../../faqs/refunds.mdx)",
    "6:1 error missing-media: “../../faqs/refunds.mdx” is an entry, not a picture. → Name the picture's file; to link to the entry in Markdown, take the ! away.",
  ],
  ["[x]()", "6:1 error broken-link: This link leads nowhere. → Write an address in its parentheses."],
  [
    "[x](javascript:alert(1))",
    "6:1 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    "[x](<java\tscript:alert(1)>)",
    "6:1 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    "[x](&#106;avascript:alert(1))",
    "6:1 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    "[x](data:text/html,%3Cscript%3E)",
    "6:1 error unsafe-link: A link cannot begin with “data:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    '<a href="vbscript:x">y</a>',
    "6:1 error unsafe-link: A link cannot begin with “vbscript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
])("explains %j", async (body, ...expected) => {
  expect(await problems(body)).toEqual(expected);
});

const site = {
  "lessons/crm/b.mdx": lesson(""),
  "lessons/crm/p q.png": picture,
  "lessons/other/p.png": picture,
  "../public/img/p.png": "png",
  "../public/files/price list.pdf": "pdf",
};

test.each([
  [
    "![P](/img/q.png)",
    "6:1 error missing-media: There is no file public/img/q.png. → Put it there; or put it beside this entry, and write its path from here.",
  ],
  [
    "![P](/static/p.png?v=2)",
    "6:1 error missing-media: There is no file public/static/p.png. → Did you mean “../other/p.png”?",
  ],
  [
    "[x](/content/lessons/crm/b.mdx#there)",
    "6:1 error broken-link: “/content/lessons/crm/b.mdx#there” is no address of the site: files of the content are named from the one that you are in. → Write ./b.mdx.",
  ],
  [
    "[x](/lessons/crm/b.mdx)",
    "6:1 error broken-link: “/lessons/crm/b.mdx” is no address of the site: files of the content are named from the one that you are in. → Write ./b.mdx.",
  ],
  [
    "![P](/media/lessons/crm/p%20q.png)",
    "6:1 error missing-media: “/media/lessons/crm/p%20q.png” is no address of the site: files of the content are named from the one that you are in. → Write ./p%20q.png.",
  ],
  [
    "[x](/content/lessons/crm/bb.mdx)",
    "6:1 error broken-link: There is no file content/lessons/crm/bb.mdx. → Did you mean “./b.mdx”?",
  ],
  [
    "[x](/files/prices.pdf)",
    "6:1 error broken-link: There is no file public/files/prices.pdf. → Put it there; or put it beside this entry, and write its path from here.",
  ],
  [
    "![P](/../knowhow.config.json)",
    "6:1 error missing-media: There is no file public/../knowhow.config.json. → Put it there; or put it beside this entry, and write its path from here.",
  ],
])("explains %j, which begins at the root of the site", async (body, expected) => {
  const lines = await told({ "lessons/crm/a.mdx": lesson("", body), ...site });
  expect(lines.map((line) => line.replace("lessons/crm/a.mdx:", ""))).toEqual([expected]);
});

test.each([{}, { site: "https://example.com/kb" }])(
  "lets entries show and link to what lies in public, and to pages of the site's own, with %j",
  async (config) => {
    const body =
      "![P](/img/p.png) ![P](/img/p.png?v=2) [x](/files/price%20list.pdf#page=2) [y](/about/) [z](/) [w](/lessons/crm/b/) [f](/feed.xml)";
    expect(await told({ "lessons/crm/a.mdx": lesson("", body), ...site }, config)).toEqual([]);
  },
);

test("refuses images of other sites, which the page's policy would not load, unless their host is allowed", async () => {
  const body = "![Chart](https://img.example.com/a.png)";
  expect(await problems(body)).toEqual([
    '6:1 error outside-image: This image lies on another site, which pages may not load from. → Put it beside the entry, or allow its host with csp: { "img-src": ["https://…"] }.',
  ]);
  expect(await problems(body, { csp: { "img-src": ["https://img.example.com"] } })).toEqual([]);
});

test("does not let a published entry link to a draft or to another audience", async () => {
  const body = "[x](faq:plan) [y](faq:pay)";
  expect(
    await told({
      "lessons/a.mdx": lesson("related: [faq:pay]", body),
      "lessons/d.mdx": lesson("status: draft", body),
      "faqs/plan.mdx": "---\ntitle: Plan?\nstatus: draft\n---\n\nYes.\n",
      "faqs/pay.mdx": "---\ntitle: Pay?\naudience: internal\n---\n\nYes.\n",
    }),
  ).toEqual([
    "lessons/a.mdx:3:11 error hidden-entry: faq:pay is for the audience “internal”, so readers of this entry would not find it. → Publish it, or take this out until it is.",
    "lessons/a.mdx:6:1 error hidden-entry: faq:plan is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
    "lessons/a.mdx:6:15 error hidden-entry: faq:pay is for the audience “internal”, so readers of this entry would not find it. → Publish it, or take this out until it is.",
  ]);
});

test("tells a link to an entry that only another language has", async () => {
  const content = { "lessons/a.mdx": lesson("", "[x](faq:only-vi)"), "vi/faqs/only-vi.md": "# Q\n\nA.\n" };
  expect(await told(content, vietnamese)).toEqual([
    "lessons/a.mdx:6:1 error broken-ref: faq:only-vi is written in another language only (content/vi/faqs/only-vi.md), so there is no page of it here. → Write it in “en” too, or take this out.",
  ]);
});

test("follows former ids", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("", "[x](faq:money-back)"),
      "faqs/refunds.mdx": refunds.replace("---\n\n", "formerly: [money-back]\n---\n\n"),
    }),
  ).toEqual([]);
});

const decomposed = {
  "lessons/ru\u0308ck.mdx": lesson("", "[home](a.mdx)"),
  "lessons/u\u0308b/c.mdx": lesson("", "[up](../a.mdx) [way back](../r\u00fcck.mdx) ![Here](d.png)"),
  "lessons/u\u0308b/d.png": picture,
  "lessons/bu\u0308.png": picture,
};

test.each(["NFC", "NFD"] as const)(
  "finds files whose names a Mac's archive left decomposed, named as %s in links",
  async (form) => {
    const body =
      "[way back](r\u00fcck.mdx) [over](\u00fcb/c.mdx) ![Exercise](b\u00fc.png) [ref](lesson:r\u00fcck) [x](b\u00fc.png)";
    const content = {
      ...decomposed,
      "lessons/a.mdx": lesson("", body.normalize(form)),
      "vi/lessons/a.mdx": lesson(
        "",
        "[way back](r\u00fcck.mdx) ![Exercise](../../lessons/b\u00fc.png)".normalize(form),
      ),
    };
    expect(await told(content, vietnamese, { infos: true })).toEqual([]);
  },
);

test("publishes a picture with a decomposed name under a composed address", async () => {
  const kb = await base({ ...decomposed, "lessons/a.mdx": lesson("", "![Exercise](b\u00fc.png)") });
  expect(kb.media.map(({ file, url }) => [file, url])).toEqual([
    ["lessons/bu\u0308.png", "/media/lessons/b%C3%BC.png"],
    ["lessons/u\u0308b/d.png", "/media/lessons/%C3%BCb/d.png"],
  ]);
  expect((await kb.get("lesson", "a"))?.html).toContain('src="/media/lessons/b%C3%BC.png"');
});

test("a link by the address of a page is held to what other links are: its readers find the page, and its anchor", async () => {
  const links = [
    "[a](/faqs/refunds/) [b](/faqs/refunds#after-30-days) [c](/vi/faqs/refunds/) [d](/faqs/money-back/) [e](/faqs/)",
    "[f](/faqs/refunds/#after-60-days)",
    "[g](/vi/faqs/nothing/)",
    "[h](/faqs/draft/)",
    "[i](/vi/faqs/own/) [j](/vi/tags/)",
  ];
  const lines = await told(
    {
      "lessons/a.md": lesson("", links.join("\n")),
      "faqs/refunds.mdx": refunds.replace("---\n\nYes", "formerly: [money-back]\n---\n\nYes"),
      "faqs/draft.md": lesson("status: draft"),
      "vi/faqs/own.md": lesson(""),
    },
    vietnamese,
  );
  expect(lines).toEqual([
    "lessons/a.md:7:1 error broken-anchor: content/faqs/refunds.mdx has no heading “#after-60-days”. → Did you mean “#after-30-days”?",
    "lessons/a.md:8:1 error broken-link: There is no page /vi/faqs/nothing/. → Link to the file (../faqs/refunds.mdx) or the ref (faq:refunds); both are checked as you write.",
    "lessons/a.md:9:1 error hidden-entry: faq:draft is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
  ]);
});

import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { resolveConfig } from "../src/config/load.ts";
import { checkKnowledgeBase, loadConfig } from "../src/node.ts";

describe("the navigation of the configuration", () => {
  const told = (nav: unknown): string => {
    try {
      resolveConfig({ title: "T", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } }, nav });
      return "";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };

  test.each([
    [
      [{ to: "leson:a" }],
      "“nav[1].to” cannot be “leson:a”. Write a ref (lesson:crm/export-report), a path of the site (/faqs/) or a whole address (https://…).",
    ],
    [[{ to: "javascript:alert(1)", label: "x" }], "“nav[1].to” cannot be “javascript:alert(1)”. Write a ref"],
    [[{ to: "//evil.example", label: "x" }], "“nav[1].to” cannot be “//evil.example”. Write a ref"],
    [[{ to: "/about/" }], "“nav[1].label” is missing. Say what the link to /about/ is called."],
    [
      [{ to: "/tags/" }, { to: "https://x.example" }],
      "“nav[2].label” is missing. Say what the link to https://x.example is called.",
    ],
    [
      [{ label: "x" }],
      '“nav[1].to” is missing. Write { to: "/faqs/" } for a link, or { label: "…", items: [ … ] } for a group.',
    ],
    [[{ items: [{ to: "/tags/" }] }], "“nav[1].label” is missing. Say what the group is called."],
    [
      [{ label: "x", items: [] }],
      "“nav[1].items” has too few items: at least 1. Name the links of the group, or take it out.",
    ],
    [
      [{ label: "x", to: "/", items: [{ to: "/tags/" }] }],
      "“nav[1].items” cannot be a list. A link has “to”, a group has “items”: leave one of them out.",
    ],
    [[{ lable: "x", to: "/" }], "“nav[1].lable” is not a key of this configuration. Did you mean “label”?"],
    [
      [{ label: 3, to: "/" }],
      '“nav[1].label” cannot be the number 3. Write a text, or one for each language: { en: "Help", vi: "Trợ giúp" }.',
    ],
    [[], "“nav” has too few items: at least 1. Name some links, or leave “nav” out for the parts that have entries."],
    [
      [{ label: { en: "Help", fr: "Aide" }, to: "/" }],
      "“nav” has a label in the locale “fr”, which is not among “locales” (en, vi).",
    ],
  ])("%j is told as a mistake", (nav, message) => {
    expect(told(nav)).toContain(message);
  });

  test.each([
    [
      { title: {} },
      '“title” cannot be a group of keys. Write a text, or one for each language: { en: "Help", vi: "Trợ giúp" }.',
    ],
    [
      { title: { en: "Help", fr: "Aide" } },
      "“title” has a text in the locale “fr”, which is not among “locales” (en, vi).",
    ],
    [
      { tags: { billing: { label: { vn: "Thanh toán" } } } },
      "“tags.billing” has a label in the locale “vn”, which is not among “locales” (en, vi).",
    ],
    [
      { roles: { sales: { label: { vn: "Bán hàng" } } } },
      "“roles.sales” has a label in the locale “vn”, which is not among “locales” (en, vi).",
    ],
    [
      { contexts: { "crm:new": { label: { "": "x" } } } },
      "“contexts.crm:new” has a label in the locale “”, which is not among “locales” (en, vi).",
    ],
  ])("%j names a language that there is not", (config, message) => {
    const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };
    expect(() => resolveConfig({ title: "T", locales, ...config })).toThrow(message);
  });

  test("leads to entries that are there: a broken or hidden one is an error at its line", async () => {
    const project = await createProject({
      "knowhow.config.js": `export default {
  title: "T",
  nav: [
    { to: "lesson:coffee" },
    { label: "Machines", items: [{ to: 'lesson:cofee#tablets' }, { to: "faq:draft" }, { to: "faq:staff" }] },
    { label: "A", to: "/lessons/coffee/#machines" },
    { label: "B", to: "/lessons/cofee/" },
    { label: "C", to: "/faqs/draft" },
    { label: "D", to: "/lessons/" },
    { label: "E", to: "/about/" },
    { label: "F", to: "/faqs/staff/" },
    { label: "G", to: "/lessons/welcome/" },
    { label: "H", to: "/quizzes/of-the-day/" },
  ],
};
`,
      "pages/lessons/welcome.astro": "<p>Welcome</p>",
      "pages/quizzes/[day].astro": "<p>Today</p>",
      "content/lessons/coffee.md": "# Coffee\n\n[Welcome](/lessons/welcome/), and [a quiz](/quizzes/of-the-day/).\n",
      "content/faqs/draft.md": "---\ntitle: Draft?\nstatus: draft\n---\n\nText.\n",
      "content/faqs/staff.md": "---\ntitle: Staff?\naudience: internal\n---\n\nText.\n",
    });
    const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false });
    expect(
      diagnostics.map(
        ({ file, range: { start, end }, severity, code, message, hint }) =>
          `${file}:${start.line}:${start.column}-${end.column} ${severity} ${code}: ${message} ${hint}`,
      ),
    ).toEqual([
      "knowhow.config.js:5:41-61 error broken-ref: There is no entry lesson:cofee for the navigation to lead to. Did you mean “lesson:coffee”?",
      "knowhow.config.js:5:73-82 error hidden-entry: faq:draft is a draft, so the navigation cannot lead to it. Publish it, or take the link out of “nav” until it is.",
      "knowhow.config.js:7:24-39 error broken-link: There is no page /lessons/cofee/ for the navigation to lead to. Correct it, or name the entry by its ref: lesson:crm/export-report.",
      "knowhow.config.js:8:24-35 error hidden-entry: faq:draft is a draft, so the navigation cannot lead to it. Publish it, or take the link out of “nav” until it is.",
      "knowhow.config.js:11:24-36 error hidden-entry: faq:staff is not for all readers, and a link to its page is there for all of them. Write faq:staff: such a link is left out where need be.",
    ]);
  });
});

describe("the slots of the configuration", () => {
  const load = async (slots: unknown): Promise<string> => {
    const project = await createProject({ "knowhow.config.json": { title: "T", theme: { slots } } });
    return loadConfig(project.root).then(
      () => "",
      (error: Error) => error.message,
    );
  };

  test("name Astro components that are there, below the root", async () => {
    expect(await load({ head: "slots/Head.astro" })).toBe(
      "knowhow.config.json: “theme.slots.head” names slots/Head.astro, which is not there.",
    );
    expect(await load({ header: "../Header.astro" })).toContain(
      "“theme.slots.header” cannot be “../Header.astro”. Name an .astro file below the folder of the configuration, for example slots/Header.astro.",
    );
    expect(await load({ footer: "Footer.jsx" })).toContain(
      "“theme.slots.footer” cannot be “Footer.jsx”. Name an .astro",
    );
    expect(await load({ hedaer: "Header.astro" })).toContain(
      "“theme.slots.hedaer” is not a key of this configuration. Did you mean “header”?",
    );
  });
});

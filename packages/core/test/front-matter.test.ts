import { describe, expect, test } from "vitest";
import { frontmatterSchemas } from "../src/model/index.ts";
import { base } from "./support/base.ts";
import { lesson, told } from "./support/told.ts";

test("tells every mistake of the front matter at its key, value or item, all in one run", async () => {
  const text = `---
title: 42
sumary: x
level: begginer
tags: [a, 3]
reviewed: 31.12.2026
roles: [saels]
video: { src: https://video.example.com/a, caption: x }
minutes: "5"
order: first
---
Text.
`;
  expect(await told({ "lessons/a.mdx": text }, { roles: { sales: { label: "Sales" } } })).toEqual([
    'lessons/a.mdx:2:8 error schema: “title” should be text, but is the number 42. → Put it in quotes: "42".',
    "lessons/a.mdx:3:1 error unknown-key: “sumary” is not a key of this front matter. → Did you mean “summary”?",
    "lessons/a.mdx:4:8 error schema: “level” cannot be “begginer”. → Did you mean “beginner”?",
    'lessons/a.mdx:5:11 error schema: “tags[2]” should be text, but is the number 3. → Put it in quotes: "3".',
    "lessons/a.mdx:6:11 error schema: “reviewed” cannot be “31.12.2026”. → Write the date as year-month-day, for example 2026-01-31.",
    "lessons/a.mdx:7:9 error unknown-role: There is no role “saels”. → Did you mean “sales”?",
    "lessons/a.mdx:8:44 error unknown-key: “caption” is not a key of this front matter. → Did you mean “captions”?",
    "lessons/a.mdx:9:10 error schema: “minutes” should be a number, but is “5”. → Write digits without quotes, with a point for decimals.",
    "lessons/a.mdx:10:8 error schema: “order” should be a number, but is “first”. → Write digits without quotes, with a point for decimals.",
  ]);
});

test("tells a misspelt key once, and goes on as if it were spelt right", async () => {
  const files = {
    "lessons/a.mdx": "---\ntitel: Export a report\n---\n\n[x](lesson:none)\n",
    "paths/p.md": "---\ntitle: P\nstep: [lesson:a]\n---\n\nText.\n",
  };
  expect(await told(files)).toEqual([
    "lessons/a.mdx:2:1 error unknown-key: “titel” is not a key of this front matter. → Did you mean “title”?",
    "lessons/a.mdx:5:1 error broken-ref: There is no entry lesson:none. → Create it, or correct this.",
    "paths/p.md:3:1 error unknown-key: “step” is not a key of this front matter. → Did you mean “steps”?",
  ]);
});

test("tells a role that the site does not have at its item", async () => {
  const config = { roles: { sales: { label: "Sales" }, support: { label: "Support" } } };
  expect(await told({ "lessons/a.mdx": lesson("roles: [support, saels]") }, config)).toEqual([
    "lessons/a.mdx:3:18 error unknown-role: There is no role “saels”. → Did you mean “sales”?",
  ]);
});

test("tells a tag that the site does not name, once it names some", async () => {
  const config = { tags: { billing: { label: "Billing" }, crm: { label: "CRM" } } };
  const files = { "lessons/a.mdx": lesson("tags: [crm, biling, refunds]") };
  expect(await told(files, config)).toEqual([
    "lessons/a.mdx:3:13 error unknown-tag: There is no tag “biling”. → Did you mean “billing”?",
    "lessons/a.mdx:3:21 error unknown-tag: There is no tag “refunds”. → Possible here: billing, crm.",
  ]);
  expect(await told(files)).toEqual([]);
});

test("tells an audience that the site does not have", async () => {
  expect(await told({ "lessons/a.mdx": lesson("audience: intern") })).toEqual([
    "lessons/a.mdx:3:11 error unknown-audience: There is no audience “intern”. → Did you mean “internal”?",
  ]);
});

test("explains the YAML that people get wrong", async () => {
  const told1 = (yaml: string) => told({ "lessons/a.mdx": `---\n${yaml}\n---\n\nText.\n` });
  expect(await told1("title: Refunds: after 30 days")).toEqual([
    'lessons/a.mdx:2:8 error yaml: There is a second colon in this value. → Put the value in quotes: title: "Refunds: after 30 days".',
  ]);
  expect(await told1("title: A\ntags: [a, b")).toEqual([
    "lessons/a.mdx:3:7 error yaml: This bracket is opened and never closed. → Write ] where it ends.",
  ]);
  expect(await told1("title: A\ntitle: B")).toEqual([
    "lessons/a.mdx:3:1 error yaml: This key stands here twice. → Keep one of the two.",
  ]);
  expect(await told1("title:A\nowner:b")).toEqual([
    "lessons/a.mdx:2:1 error yaml: A space is missing behind “title:”. → Write “title: A”.",
  ]);
  expect(await told1("just words")).toEqual([
    "lessons/a.mdx:2:1 error yaml: Front matter is a list of keys and values. → Write one key per line, as in “title: Export a report”.",
  ]);
});

test.each([
  [
    "summary: 'It's late'",
    '3:14 error yaml: There is more text behind the end of this value. → Put the whole value in quotes. Inside double quotes write \\" for a quote.',
  ],
  ["owner: @mara", "3:8 error yaml: A value cannot begin with @. → Put the whole value in quotes."],
  ["summary: *bold* text", "3:10 error yaml: A value cannot begin with *. → Put the whole value in quotes."],
  ["summary: *", "3:10 error yaml: A value cannot begin with *. → Put the whole value in quotes."],
  [
    `${"word ".repeat(300)}: x`,
    "3:1 error yaml: This line is too long to begin with a key. → Put a long text in quotes, behind its key and a colon.",
  ],
  [
    "tags: [\n  - a\n]",
    "4:3 error yaml: Items with dashes, or keys with values, cannot stand in brackets. → Write [one, two] on one line, or each item on its own without the brackets.",
  ],
  ['summary: "abc', '3:10 error yaml: This quote is opened and never closed. → Write " where it ends.'],
  [
    "summary: a\n  owner: b",
    "3:10 error yaml: The line after this one is indented, so YAML takes both for one value. → Begin every key at the start of its line.",
  ],
  [
    "reviewed: 2026",
    "3:11 error schema: “reviewed” should be text, but is the number 2026. → Write the date as year-month-day, for example 2026-01-31.",
  ],
  ["minutes: 0", "3:10 error schema: “minutes” is more than 0, but is the number 0."],
  [
    "video: intro.mp4",
    '3:8 error schema: “video” should be a group of keys, but is “intro.mp4”. → Write video: { src: "demo.mp4", captions: "demo.vtt" }.',
  ],
  ["tags: [null]", "3:8 error schema: “tags[1]” is empty. → Delete it, or write something."],
  ["tags: a, b", "3:7 error schema: “tags” cannot be “a, b”. → A list of several is written in brackets: [one, two]."],
  ['summary: ""', "3:10 error schema: “summary” is empty. → Write something, or leave it out."],
  [
    "category: Billing",
    "3:1 error unknown-key: “category” is not a key of this front matter. → “category” is a key of FAQs; elsewhere use “tags”.",
  ],
  [
    "author: Ana",
    "3:1 error unknown-key: “author” is not a key of this front matter. → The person who answers for an entry is its “owner”.",
  ],
  ["draft: true", "3:1 error unknown-key: “draft” is not a key of this front matter. → Write “status: draft”."],
  [
    "constructor: y",
    "3:1 error unknown-key: “constructor” is not a key of this front matter. → Delete it, or see the manual for the keys there are.",
  ],
  [
    "__proto__: y",
    "3:1 error unknown-key: “__proto__” is not a key of this front matter. → Delete it, or see the manual for the keys there are.",
  ],
  [
    "owner x@example.com\ntags: [a]",
    "3:1 error yaml: There is no colon behind “owner”. → Write “owner: x@example.com”.",
  ],
  ["owner Mara Lind", "3:1 error yaml: There is no colon behind “owner”. → Write “owner: Mara Lind”."],
  [
    "summary: One line,\nand another one.\ntags: [a]",
    "4:1 error yaml: This line is neither a key with a value nor part of one. → Write “key: value”, or put a long text in quotes.",
  ],
  ["level:beginner", "3:1 error yaml: A space is missing behind “level:”. → Write “level: beginner”."],
  ["level:beginner\nowner: x", "3:1 error yaml: A space is missing behind “level:”. → Write “level: beginner”."],
  [
    "just words",
    "3:1 error yaml: This line is neither a key with a value nor part of one. → Write “key: value”, or put a long text in quotes.",
  ],
  [
    "tags:\n  - a\n  -b\n  -c",
    "5:3 error yaml: A dash begins an item of a list only with a space behind it. → Write “- b”.",
  ],
  ["tags:\n- a\n-b", "5:1 error yaml: A dash begins an item of a list only with a space behind it. → Write “- b”."],
  ["tags:\n  -b\n  -c", "4:3 error yaml: A dash begins an item of a list only with a space behind it. → Write “- b”."],
  ["tags:\n-b", "4:1 error yaml: A dash begins an item of a list only with a space behind it. → Write “- b”."],
  ["tags:\n\t- a\n\t- b", "4:1 error yaml: A tab is used to indent here. → Indent with spaces."],
  [
    "tags: [team #1, b]\nowner: Ana",
    '3:13 error yaml: This # begins a comment, so that the bracket before it is never closed. → Put the item in quotes: ["Team #1", sales].',
  ],
  [
    "summary: Issue #5 is open",
    "3:16 warning cut-value: “summary” ends before the #, because YAML takes the rest of the line for a comment. → Put the whole value in quotes, or the comment on a line of its own.",
  ],
  [
    "owner: #help-desk",
    "3:8 warning cut-value: “owner” is empty, because YAML takes what stands behind a # for a comment. → Put the whole value in quotes, or the comment on a line of its own.",
  ],
  [
    "tags:\n  - crm\n  - team #2",
    "5:10 warning cut-value: “tags[2]” ends before the #, because YAML takes the rest of the line for a comment. → Put the whole value in quotes, or the comment on a line of its own.",
  ],
  [
    "tags:\n  - #crm\n  - b",
    "4:5 warning cut-value: “tags[1]” is empty, because YAML takes what stands behind a # for a comment. → Put the whole value in quotes, or the comment on a line of its own.",
  ],
  [
    "tags: [one, “two”]",
    '3:13 error schema: The quotes around “tags[2]” are curly, and YAML takes them for part of the text. → Write straight ones: "two".',
  ],
  [
    "level: ‘beginner’",
    '3:8 error schema: The quotes around “level” are curly, and YAML takes them for part of the text. → Write straight ones: "beginner".',
  ],
  [
    "summary: “Refunds: how to”",
    '3:10 error yaml: The quotes around this value are curly, and YAML takes them for part of the text. → Write straight ones: "Refunds: how to".',
  ],
  [
    "related: lesson: a",
    "3:10 error yaml: There is a space behind the colon of this ref, so that YAML takes it for a key with a value. → Write lesson:a, without the space.",
  ],
  [
    "related: lesson: a, faq:b",
    "3:10 error yaml: There is a space behind the colon of this ref, so that YAML takes it for a key with a value. → Write [lesson:a, faq:b], without the space.",
  ],
  [
    "related:\n  - lesson: a",
    "4:5 error schema: “related[1]” should be a ref, but is a key with a value. → Write lesson:a, without the space.",
  ],
  [
    "related: [lesson: crm/b]",
    "3:11 error schema: “related[1]” should be a ref, but is a key with a value. → Write lesson:crm/b, without the space.",
  ],
  [
    "prerequisites:\n  lesson: a",
    "4:3 error schema: “prerequisites” should be a ref, but is a key with a value. → Write lesson:a, without the space.",
  ],
  [
    "related: [faqs]",
    "3:11 error broken-ref: “faqs” is no ref. → Write a type and an id, for example lesson:crm/export-report.",
  ],
  ['related: ["lesson: a"]', "3:11 error broken-ref: “lesson: a” is no ref. → Write lesson:a, without the space."],
])("explains %j", async (line, expected) => {
  expect(await told({ "lessons/a.mdx": lesson(line) })).toEqual([`lessons/a.mdx:${expected}`]);
});

test("takes comments for comments where nobody can have meant a text", async () => {
  const lines = [
    "# A comment of its own #1",
    "summary: Text#5, and C# too",
    'owner: "Anna #2" # the second one',
    "level: beginner # for now",
    "minutes: 3 # counted",
    "reviewed: 2026-11-01 # by Ana",
    "tags: [a, b] # topics",
    "skills: # what it trains",
    "  - c",
    "  # - d",
    "related: # none yet",
  ];
  expect(await told({ "lessons/a.mdx": lesson(lines.join("\n")) })).toEqual([]);
});

test("takes curly quotes for part of a text that may be a quotation", async () => {
  const quoted =
    "---\ntitle: “Access denied”\nsummary: „Kein Zugriff“ – what to do\naliases: ['“No access”', it’s ‘no’]\n---\nText.\n";
  expect(await told({ "lessons/a.mdx": quoted })).toEqual([]);
});

test("tells steps that are written wrong once, and not that there are none", async () => {
  const path = (steps: string) => `---\ntitle: P\n${steps}\n---\n`;
  const files = {
    "lessons/a.md": "# A\n",
    "paths/dash.md": path("steps:\n  -lesson:a"),
    "paths/one.md": path("steps:\n  - lesson:a\n  - lesson: a"),
    "paths/words.md": path("steps: lesson:a, lesson:a"),
  };
  expect(await told(files)).toEqual([
    "paths/dash.md:4:3 error yaml: A dash begins an item of a list only with a space behind it. → Write “- lesson:a”.",
    "paths/one.md:5:5 error schema: “steps[2]” should be a ref, but is a key with a value. → Write lesson:a, without the space.",
    "paths/words.md:3:8 error schema: “steps” cannot be “lesson:a, lesson:a”. → A list of several is written in brackets: [one, two].",
  ]);
});

test("notices front matter below the first line, and takes an empty one for none", async () => {
  expect(await told({ "lessons/a.mdx": "\n---\ntitle: A\n---\n\nText.\n" })).toEqual([
    "lessons/a.mdx:2:1 error yaml: Front matter begins on the first line of the file, and this stands below it. → Delete the empty lines above it.",
  ]);
  expect(await told({ "lessons/a.mdx": "---\n---\n\n# A\n" })).toEqual([]);
});

test("notices front matter that never ends", async () => {
  expect(await told({ "lessons/a.mdx": "---\ntitle: A\n\nText.\n" })).toEqual([
    "lessons/a.mdx:1:1 error yaml: The front matter that begins here has no end. → Write a line with only --- under its last key.",
  ]);
});

test.each(["—", "–--", "––", "--", "----", "***", "___", "−−−"])(
  "tells front matter between lines of %s",
  async (mark) => {
    const text = `${mark}\ntitle: A\ntags:\n  - a\n\nstatus: draft\n${mark}\n\nText.\n`;
    expect(await told({ "lessons/a.mdx": text })).toEqual([
      `lessons/a.mdx:1:1 error yaml: Front matter stands between two lines of ---, and this line is “${mark}”. → Write --- instead.`,
    ]);
  },
);

test("tells the one line of front matter that is no ---, wherever it stands", async () => {
  const files = {
    "lessons/above.mdx": "\n—\r\ndraft: true\r\n---\r\n\r\nText.\r\n",
    "lessons/below.mdx": "---\ntitle: A\n—\n\nText.\n",
    "lessons/break.mdx": "---\ntitle: A\n***\n\nText.\n\n---\n\nMore.\n",
    "lessons/capital.mdx": "--\nTitle: A\n--\n\nText.\n",
    "lessons/more.mdx": "—\ntitle: A\nowner x\n—\n\nText.\n",
    "lessons/open.mdx": "***\ntitle: A\n\n# B\n\nText.\n",
  };
  const message = (sign: string) =>
    `error yaml: Front matter stands between two lines of ---, and this line is “${sign}”. → Write --- instead.`;
  expect(await told(files)).toEqual([
    `lessons/above.mdx:2:1 ${message("—")}`,
    `lessons/below.mdx:3:1 ${message("—")}`,
    `lessons/break.mdx:3:1 ${message("***")}`,
    `lessons/capital.mdx:1:1 ${message("--")}`,
    `lessons/more.mdx:1:1 ${message("—")}`,
    `lessons/open.mdx:1:1 ${message("***")}`,
  ]);
});

test("tells front matter that is TOML", async () => {
  expect(await told({ "lessons/a.md": '+++\ntitle = "A"\ndraft = true\n+++\n\n# A\n' })).toEqual([
    'lessons/a.md:1:1 error yaml: Front matter is YAML between two lines of ---, and this is TOML between lines of +++. → Write --- instead of +++, and “title: A” instead of “title = "A"”.',
  ]);
});

test("takes no prose under a line for front matter", async () => {
  const files = {
    "lessons/a.md": "***\n\n# A\n\nText.\n",
    "lessons/b.md": "***\nNote: this is text.\n\n# B\n",
    "lessons/c.md": "---\n\n# C\n\ntitle: text\n",
    "lessons/d.md": "—\nTitle: said with a capital.\n\nText.\n\n# D\n\n***\n",
    "lessons/e.md": "- title: a list\n\n# E\n",
  };
  expect(await told(files)).toEqual([]);
  expect(await told({ "lessons/a.md": "---\ntags:\n-\n- a\nowner: @ana\n---\n" })).toEqual([
    "lessons/a.md:5:8 error yaml: A value cannot begin with @. → Put the whole value in quotes.",
  ]);
});

test("takes a key without a value for no key, and one word for a list of one", async () => {
  expect(await told({ "lessons/a.mdx": lesson("summary:\ntags: crm") })).toEqual([]);
});

test("asks for a title where neither front matter nor a heading gives one", async () => {
  expect(await told({ "lessons/a.md": "Only text.\n" })).toEqual([
    "lessons/a.md:1:1 error no-title: This entry has no title. → Write “title: …” between two lines of ---, or begin with a heading.",
  ]);
});

test.each([
  ["tags", `${",".repeat(200_000)}"x`],
  ["summary", `a: ${" ".repeat(300_000)}b`],
  ["related", `lesson: ${" ".repeat(300_000)}b, ${"lesson: a,".repeat(10_000)}`],
  ["summary", `“${"a: ".repeat(100_000)}”`],
  ["tags", `[${" #a".repeat(100_000)}`],
  ["tags", `\n${"  -b\n".repeat(20_000)}`],
])("tells a huge %s at once, in few words", async (key, value) => {
  const lines = await told({ "lessons/a.mdx": lesson(`${key}: ${value}`) });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.length).toBeLessThan(400);
});

test("tells thousands of refs of one entry that lead nowhere, each at its place, and reads the entry once for that", async () => {
  const refs = Array.from({ length: 1500 }, (_, i) => `\n  - faq:none-${i}`).join("");
  const lines = await told({ "lessons/a.mdx": lesson(`related:${refs}`) });
  expect(lines.map((line) => line.split(" ")[0])).toEqual(
    refs
      .trim()
      .split("\n")
      .map((_, i) => `lessons/a.mdx:${i + 4}:5`),
  );
}, 60_000);

test("survives YAML made to hurt", async () => {
  const bomb = `a: &a [x]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]`;
  const lines = await told({ "lessons/a.mdx": `---\n${bomb}\n---\n` });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("error yaml: This front matter cannot be read");
});

describe("every key that there is", () => {
  const common = {
    title: "A",
    summary: "What it is about.",
    aliases: ["another way to ask"],
    tags: ["crm"],
    roles: ["sales"],
    level: "advanced",
    skills: ["export"],
    contexts: ["crm:reports/new"],
    related: ["lesson:other"],
    owner: "ana@example.com",
    reviewed: "2026-11-01",
    reviewEvery: "6mo",
    published: "2026-01-31",
    updated: "2026-10-02",
    audience: "public",
    status: "published",
    formerly: ["old/place"],
    order: 3,
  };
  const question = "## Which?\n\n- [x] A\n  > So.\n- [ ] B\n";
  test.each([
    [
      "lesson",
      "lessons",
      {
        objective: "Export it.",
        minutes: 4,
        prerequisites: ["lesson:other"],
        video: { src: "tour.mp4", captions: "tour.vtt", poster: "tour.svg", transcript: "faq:why", minutes: 2 },
      },
      "Text.",
    ],
    ["faq", "faqs", { answer: "Yes.", category: "Billing" }, "Yes, always."],
    ["quiz", "quizzes", { pass: 0.5, shuffle: false, lesson: "lesson:other" }, question],
    ["path", "paths", { steps: ["lesson:other"] }, "Text."],
    [
      "scenario",
      "scenarios",
      { start: "two" },
      '<Scene id="one">\nEnd.\n</Scene>\n\n<Scene id="two">\nGo?\n\n<Choice to="one">Yes</Choice>\n</Scene>',
    ],
  ] as const)("of a %s is read, and comes with the entry", async (type, folder, own, body) => {
    const frontmatter = { ...common, ...own };
    const kb = await base(
      {
        // YAML takes JSON.
        [`${folder}/a.mdx`]: `---\n${JSON.stringify(frontmatter)}\n---\n\n${body}\n`,
        "lessons/other.md": "# Other\n",
        "lessons/tour.mp4": "film",
        "lessons/tour.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n",
        "lessons/tour.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "faqs/why.md": "# Why?\n\nSo.\n",
      },
      { roles: { sales: { label: "Sales" } }, contexts: { "crm:reports/new": { label: "New report" } } },
    );
    expect(kb.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    // Addresses are those of the site.
    const video = {
      ...("video" in own ? own.video : {}),
      ...{ src: "/media/lessons/tour.mp4", captions: "/media/lessons/tour.vtt" },
      ...{ poster: "/media/lessons/tour.svg", transcript: "/faqs/why/" },
    };
    expect(await kb.get(type, "a")).toMatchObject("video" in own ? { ...frontmatter, video } : frontmatter);
    expect(Object.keys(frontmatterSchemas[type].shape).toSorted()).toEqual(Object.keys(frontmatter).toSorted());
  });

  test("has a default, or may be left out", async () => {
    const kb = await base({ "lessons/a.md": "# A\n", "quizzes/q.mdx": `# Q\n\n${question}` });
    expect(await kb.get("lesson", "a")).toMatchObject({ audience: "public", status: "published", tags: [], roles: [] });
    expect(await kb.get("quiz", "q")).toMatchObject({ pass: 0.8, shuffle: true });
  });
});

import { expect, test } from "vitest";
import { createProject, type Project } from "../../../test/support/project.ts";
import { checkKnowledgeBase, loadKnowledgeBase, SetupError } from "../src/node.ts";
import { company, configWith } from "./support/own-fields.ts";
import { today } from "./support/told.ts";

async function project(config: string, content: Readonly<Record<string, string>>): Promise<Project> {
  return createProject({
    "knowhow.config.ts": config,
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
  });
}

async function diagnosed(root: string): Promise<readonly string[]> {
  const { diagnostics } = await checkKnowledgeBase({ root, cache: false, today });
  return diagnostics.map(
    ({ range: { start }, severity, code, message, hint }) =>
      `${start.line}:${start.column} ${severity} ${code}: ${message}${hint === undefined ? "" : ` → ${hint}`}`,
  );
}

/** What check says of the front matter of a lesson, whose line 2 is the title. */
async function told(config: string, frontmatter: string): Promise<readonly string[]> {
  const { root } = await project(config, { "lessons/a.mdx": `---\ntitle: A\n${frontmatter}\n---\n\nText.\n` });
  return diagnosed(root);
}

/** What is wrong with a configuration. */
async function refused(files: Parameters<typeof createProject>[0]): Promise<string> {
  const { root } = await createProject({ "content/lessons/a.md": "# A\n", ...files });
  const thrown: unknown = await loadKnowledgeBase({ root, cache: false }).catch((cause: unknown) => cause);
  expect(thrown).toBeInstanceOf(SetupError);
  return thrown instanceof SetupError ? [thrown.message, thrown.hint].join(" ").trim().replaceAll(root, "<root>") : "";
}

const entries = {
  "lessons/press.mdx": "---\ntitle: The press\nregion: emea\nmachines: [press]\ndifficulty: 2\n---\n\nText.\n",
  "faqs/oil.mdx": "---\ntitle: Which oil?\nansweredBy: Linh\n---\n\nThe thin one.\n",
};

test("own texts that end at a # are told like those of Knowhow; what is chosen of a few is not", async () => {
  const config = configWith(`{
    customer: z.string().optional(),
    region: z.enum(["emea", "apac"]).default("emea"),
    since: z.iso.date().optional(),
  }`);
  const cut = "“customer” ends before the #, because YAML takes the rest of the line for a comment.";
  expect(await told(config, "customer: ACME #4\nregion: apac #2\nsince: 2026-01-31 #3")).toEqual([
    `3:16 warning cut-value: ${cut} → Put the whole value in quotes, or the comment on a line of its own.`,
  ]);
  expect(await told(config, "customer: “ACME”")).toEqual([]);
});

test("own fields stand on entries and on what lists show of them, with their defaults", async () => {
  const { root } = await project(company, entries);
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  expect(await kb.get("lesson", "press")).toMatchObject({ region: "emea", machines: ["press"], difficulty: 2 });
  expect(await kb.list("lesson")).toMatchObject([{ region: "emea", machines: ["press"], difficulty: 2 }]);
  const faq = await kb.get("faq", "oil");
  expect(faq).toMatchObject({ answeredBy: "Linh", machines: [], answer: "The thin one." });
  expect(faq).not.toHaveProperty("region");
  expect(faq).not.toHaveProperty("difficulty");
});

test("tells mistakes in own fields at their key, value or item, among the others and in the same words", async () => {
  const frontmatter = `region: emeaa
machines: [press, x, 3]
difficulty: 2.5
contact: { mail: nobody, phone: 3 }
regoin: apac
level: hard`;
  expect(await told(company, frontmatter)).toEqual([
    "3:9 error schema: “region” cannot be “emeaa”. → Did you mean “emea”?",
    "4:19 error schema: “machines[2]” should have at least 2 characters, but is “x”.",
    '4:22 error schema: “machines[3]” should be text, but is the number 3. → Put it in quotes: "3".',
    "5:13 error schema: “difficulty” should be a whole number, but is the number 2.5.",
    "6:18 error schema: “contact.mail” cannot be “nobody”. → Write a mail address, for example linh@example.com.",
    "6:26 error unknown-key: “phone” is not a key of this front matter. → Possible here: mail.",
    "7:1 error unknown-key: “regoin” is not a key of this front matter. → Did you mean “region”?",
    "8:8 error schema: “level” cannot be “hard”. → Possible here: beginner, intermediate, advanced.",
  ]);
});

test("tells a required field that is missing, empty or of another type of entry", async () => {
  expect(await told(company, "tags: [a]")).toEqual(["1:1 error schema: “difficulty” is missing."]);
  expect(await told(company, "difficulty:")).toEqual(["3:12 error schema: “difficulty” is missing."]);
  expect(await told(company, 'difficulty: ""')).toEqual([
    "3:13 error schema: “difficulty” is empty. → Write something, or leave it out.",
  ]);
  expect(await told(company, "difficulty: 1\nansweredBy: Linh")).toEqual([
    "4:1 error unknown-key: “answeredBy” is not a key of this front matter. → “answeredBy” is a key of FAQs.",
  ]);
  expect(await told(configWith('{ region: z.enum(["emea", "apac"]) }'), "tags: [a]")).toEqual([
    "1:1 error schema: “region” is missing. → Possible here: emea, apac.",
  ]);
  const { root } = await project(company, { "lessons/a.md": "# No front matter\n" });
  expect(await diagnosed(root)).toEqual(["1:1 error schema: “difficulty” is missing."]);
});

test.each([
  ["z.string().max(3)", "abcd", "“x” has 4 characters; 3 is the most."],
  ["z.number().min(0).max(1)", "7", "“x” is at most 1, but is the number 7."],
  ["z.number().multipleOf(5)", "7", "“x” should be a multiple of 5, but is the number 7."],
  ["z.array(z.string()).max(1)", "[a, b]", "“x” has too many items: at most 1."],
  [
    "z.array(z.string()).min(1)",
    "a",
    "“x” should be a list, but is “a”. → Write [one, two], or one item per line with a dash.",
  ],
  ["z.union([z.string(), z.boolean()])", "3", "“x” cannot be the number 3. → Possible here: text, true or false."],
  ["z.string().regex(/^[A-Z]+$/)", "abc", "“x” cannot be “abc”. → It has to match /^[A-Z]+$/."],
  ['z.string().regex(/^[A-Z]+$/, "Write it in capitals.")', "abc", "“x” cannot be “abc”. → Write it in capitals."],
  [
    'z.string().min(5, "Too short to be told apart.")',
    "abc",
    "“x” should have at least 5 characters, but is “abc”. → Too short to be told apart.",
  ],
  ["z.string().startsWith('KB-')", "12", '“x” should be text, but is the number 12. → Put it in quotes: "12".'],
  ["z.string().startsWith('KB-')", "a", "“x” cannot be “a”. → Begin it with “KB-”."],
  ["z.url()", "example", "“x” cannot be “example”. → Write a whole address, for example https://example.com/."],
  [
    "z.iso.date()",
    "31.12.2026",
    "“x” cannot be “31.12.2026”. → Write the date as year-month-day, for example 2026-01-31.",
  ],
  ["z.string().refine(() => false)", "a", "“x” cannot be “a”."],
  ["z.object({ a: z.string() })", "{ b: 1 }", "“x.a” is missing."],
  [
    "z.record(z.string(), z.number())",
    "{ b: c }",
    "“x.b” should be a number, but is “c”. → Write digits without quotes, with a point for decimals.",
  ],
])("says what %s expects of %s", async (type, value, expected) => {
  const [only = "", ...more] = await told(configWith(`{ x: ${type} }`), `x: ${value}`);
  expect(more).toEqual([]);
  expect(only.replace(/^\d+:\d+ error schema: /, "")).toBe(expected);
});

test("a slip of the finger in an own key is mended, as in a built-in one", async () => {
  const { root } = await project(configWith("{ region: z.string().optional() }"), {
    "lessons/a.mdx": "---\ntitle: A\nregoin: emea\n---\n\nText.\n",
  });
  const { diagnostics } = await checkKnowledgeBase({ root, cache: false, today });
  expect(diagnostics).toMatchObject([{ code: "unknown-key", fix: { title: "Write “region”" } }]);
});

test.each([
  [
    "z.string().refine(() => { throw new Error('No list of regions.\\nMore.'); })",
    "“x” cannot be read, because its field failed: No list of regions. → The mistake is in the configuration, see knowhow.config.ts:3.",
  ],
  [
    "z.string().transform(() => { throw 3; })",
    "“x” cannot be read, because its field failed: 3. → The mistake is in the configuration, see fields.x.",
  ],
  [
    "z.string().refine(async () => true)",
    "“x” is read later, and front matter is read at once. → Leave “async” out of fields.x; what it waits for can be read at the top of the configuration.",
  ],
  [
    "z.string().transform(() => new Promise(() => {}))",
    "“x” is read later, and front matter is read at once. → Leave “async” out of fields.x; what it waits for can be read at the top of the configuration.",
  ],
  [
    "z.string().refine(() => new Promise((_, fail) => setTimeout(fail, 1, new Error('Late.'))))",
    "“x” is read later, and front matter is read at once. → Leave “async” out of fields.x; what it waits for can be read at the top of the configuration.",
  ],
  [
    "z.string().refine(async () => { throw new Error('At once.'); })",
    "“x” cannot be read, because its field failed: At once. → The mistake is in the configuration, see knowhow.config.ts:3.",
  ],
  [
    "z.string().transform((day) => new Date(day))",
    "“x” becomes a Date, which JSON cannot hold. → Let fields.x give text, a number, true or false, or lists and groups of them.",
  ],
  ["z.string().transform(() => () => 1)", "“x” becomes a function, which JSON cannot hold. → …"],
  ["z.string().transform((text) => new Map([[text, 1]]))", "“x” becomes a Map, which JSON cannot hold. → …"],
  ["z.string().transform(Number)", "“x” becomes NaN, which JSON cannot hold. → …"],
  ["z.string().transform(() => 1n)", "“x” becomes a BigInt, which JSON cannot hold. → …"],
  ["z.string().transform(() => Symbol('a'))", "“x” becomes a symbol, which JSON cannot hold. → …"],
  ["z.string().transform(() => ({ days: [1, /a/] }))", "“x.days[2]” becomes a RegExp, which JSON cannot hold. → …"],
  ["z.string().transform(() => [1, , 2])", "“x[2]” becomes undefined, which JSON cannot hold. → …"],
  [
    "z.string().transform(() => { const a = {}; a.b = [a]; return a; })",
    "“x.b[1]” becomes something that holds itself, which JSON cannot hold. → …",
  ],
  [
    "z.string().transform(() => { let a = 1; for (let i = 0; i < 200; i++) a = [a]; return a; })",
    expect.stringMatching(/^“x(?:\[1\]){100}” becomes something more than 100 levels deep, which JSON cannot hold\./),
  ],
])("tells at the key that the code of the field %s is wrong, and everything else, too", async (type, expected) => {
  const messages = await told(configWith(`{ x: ${type}.optional() }`), "x: a\nlevel: hard");
  expect(messages).toHaveLength(2);
  expect(messages[1]).toMatch(/^4:8 error schema: “level” cannot be “hard”/);
  const [, place, message = ""] = /^(\d+:\d+) error schema: (.*)$/.exec(messages[0] ?? "") ?? [];
  expect(place).toBe("3:4");
  const short = typeof expected === "string" && expected.endsWith("…");
  expect(short ? message.replace(/→ .*$/, "→ …") : message).toEqual(expected);
});

test("what a field makes of a value is what entries have", async () => {
  const config = configWith(
    '{ codes: z.string().transform((text) => text.split(" ")).pipe(z.array(z.string().min(1))), size: z.coerce.number() }',
  );
  const { root } = await project(config, {
    "lessons/a.mdx": "---\ntitle: A\ncodes: KB-1 KB-2\nsize: '3'\n---\n\nText.\n",
  });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  expect(await kb.get("lesson", "a")).toMatchObject({ codes: ["KB-1", "KB-2"], size: 3 });
});

test.each([
  [
    "{ title: z.string() }",
    "“fields.title” cannot be a zod type. “title” is a key that Knowhow knows already: choose another name.",
  ],
  [
    "{ faq: { minutes: z.number() } }",
    "“fields.faq.minutes” cannot be a zod type. “minutes” is a key that Knowhow knows already: choose another name.",
  ],
  [
    "{ html: z.string() }",
    "“fields.html” cannot be a zod type. Entries have a “html” that Knowhow makes: choose another name.",
  ],
  [
    "{ quiz: { questions: z.string() } }",
    "“fields.quiz.questions” cannot be a zod type. Entries have a “questions” that Knowhow makes: choose another name.",
  ],
  [
    '{ ["__proto__"]: z.string() }',
    "“fields.__proto__” cannot be a zod type. Every object has something of this name: choose another one.",
  ],
  [
    "{ constructor: z.string() }",
    "“fields.constructor” cannot be a zod type. Every object has something of this name: choose another one.",
  ],
  [
    '{ "of the team": z.string() }',
    "“fields.of the team” cannot be a zod type. Begin its name with a letter, then letters, digits, _ and -: region.",
  ],
  [
    '{ region: "text" }',
    "“fields.region” cannot be “text”. Write region: z.string().optional(), with the zod 4 of @knowhow/core.",
  ],
  [
    "{ region: () => 1 }",
    "“fields.region” cannot be a function. Write region: z.string().optional(), with the zod 4 of @knowhow/core.",
  ],
  [
    "{ region: z.string }",
    "“fields.region” cannot be a function. Write region: z.string().optional(), with the zod 4 of @knowhow/core.",
  ],
  ["{ lessons: { size: z.number() } }", "“fields.lessons” cannot be a group of keys. Did you mean “lesson”?"],
  [
    "{ lesson: z.string() }",
    "“fields.lesson” cannot be a zod type. Here stand the fields that only one type of entry has: lesson: { size: z.number() }.",
  ],
  [
    "{ region: z.string(), lesson: { region: z.string() } }",
    "“fields.lesson.region” cannot be a zod type. It is a field of every type already: leave one of the two out.",
  ],
  [
    "{ opens: z.coerce.date().optional() }",
    "“fields.opens” cannot be a zod type. Front matter is text, and a Date is none: use z.iso.date(), which keeps the day as it is written.",
  ],
  [
    "{ many: z.object({ ids: z.set(z.string()) }) }",
    "“fields.many” cannot be a zod type. JSON has no Set: use z.array().",
  ],
  ["[z.string()]", "“fields” cannot be a list. Write fields: { region: z.string().optional() }."],
  [
    "{ __proto__: { region: z.string() } }",
    "“fields” cannot be a group of keys. Write fields: { region: z.string().optional() }.",
  ],
])("refuses the fields %s with a word about what to do", async (fields, expected) => {
  expect(await refused({ "knowhow.config.ts": configWith(fields) })).toBe(
    `knowhow.config.ts has a mistake:\n  - ${expected}`,
  );
});

test("refuses all that is wrong with a configuration at once", async () => {
  const config = configWith("{ title: z.string(), region: 3, faq: { id: z.string() } }").replace('"Test"', "3");
  expect((await refused({ "knowhow.config.ts": config })).split("\n")).toHaveLength(5);
});

test("a configuration in JSON cannot have own fields", async () => {
  expect(await refused({ "knowhow.config.json": { title: "A", fields: {} } })).toBe(
    "knowhow.config.json: “fields” are code, which JSON cannot hold. Rename the file to knowhow.config.ts.",
  );
});

test("cached and clean reading give the same, and a change of a field is seen", async () => {
  const files = { ...entries, "lessons/bad.mdx": "---\ntitle: Bad\ndifficulty: 9\n---\n\nText.\n" };
  const made = await project(company, files);
  const { root } = made;
  const all = async (cache?: false) => {
    const kb = await loadKnowledgeBase({ root, today, ...(cache === undefined ? {} : { cache }) });
    const found = await Promise.all(kb.entries().map(({ type, id }) => kb.get(type, id)));
    return JSON.stringify([kb.diagnostics, kb.entries(), found]);
  };
  const clean = await all(false);
  expect(await all()).toBe(clean);
  expect(await all()).toBe(clean);

  await made.write("knowhow.config.ts", company.replace(".max(5)", ".max(9)").replace('"apac"', '"apac", "amer"'));
  const changed = await all();
  expect(changed).not.toBe(clean);
  expect(changed).toBe(await all(false));

  await made.write("knowhow.config.ts", configWith("{}"));
  const { diagnostics } = await checkKnowledgeBase({ root, today });
  expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => "unknown-key"));
});

test("many entries with own fields are read in threads of their own, with the same outcome", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 320 }, (_, i) => [
      `lessons/${i}.md`,
      `---\ntitle: Lesson ${i}\ndifficulty: ${i % 7}\n---\n\nText ${i}.\n`,
    ]),
  );
  const { root } = await project(company, many);
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toHaveLength(
    Array.from({ length: 320 }, (_, i) => i % 7).filter((n) => n < 1 || n > 5).length,
  );
  expect((await kb.list("lesson")).every((one) => "machines" in one)).toBe(true);
});

test("the revision of an entry tells that an own field has changed", async () => {
  const made = await project(company, entries);
  const revision = async () =>
    (await loadKnowledgeBase({ root: made.root, cache: false, today })).entries().at(-1)?.revision;
  const before = await revision();
  await made.write("content/lessons/press.mdx", entries["lessons/press.mdx"].replace("emea", "apac"));
  expect(await revision()).not.toBe(before);
});

test("an entry that lacks a required field is in no list and has no page, and yet what links to it is right", async () => {
  const { root } = await project(company, {
    ...entries,
    "lessons/lacking.mdx": "---\ntitle: Lacking\n---\n\nText.\n",
    "faqs/link.mdx": "---\ntitle: Where?\n---\n\nSee [there](../lessons/lacking.mdx).\n",
  });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toMatchObject([{ code: "schema", file: "content/lessons/lacking.mdx" }]);
  expect(await kb.get("lesson", "lacking")).toBeUndefined();
  expect((await kb.list("lesson")).map(({ id }) => id)).toEqual(["press"]);
});

test("anchors that stand for millions of values are told before they fill the memory", async () => {
  const levels = "bcdefghij".split("");
  const bomb = [
    'a: &a ["x","x","x","x","x","x","x","x","x"]',
    ...levels.map((key, i) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${"abcdefghij"[i]}`).join(",")}]`),
  ];
  const all = ["a", ...levels].map((key) => `${key}: z.any().optional()`).join(", ");
  expect(await told(configWith(`{ ${all} }`), bomb.join("\n"))).toEqual([
    "1:1 error yaml: This front matter cannot be read: Excessive alias count indicates a resource exhaustion attack.",
  ]);
  const few = "a: &region emea\nb: *region";
  expect(await told(configWith("{ a: z.string(), b: z.string() }"), few)).toEqual([]);
});

test("a translation has own fields from its original, unless it says otherwise", async () => {
  const config = company.replace(
    'title: "Test",',
    'title: "Test", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },',
  );
  const made = await project(config, {
    ...entries,
    "vi/lessons/press.mdx": "---\ntitle: Máy ép\nmachines: [khuôn]\n---\n\nNội dung.\n",
  });
  const { root } = made;
  const translated = async () => {
    const kb = await loadKnowledgeBase({ root, today });
    return { kb, entry: await kb.get("lesson", "press", { locale: "vi" }) };
  };
  const { kb, entry } = await translated();
  expect(kb.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(entry).toMatchObject({ locale: "vi", region: "emea", machines: ["khuôn"], difficulty: 2 });

  await made.write("content/lessons/press.mdx", entries["lessons/press.mdx"].replace("difficulty: 2", "difficulty: 3"));
  const changed = (await translated()).entry;
  expect(changed).toMatchObject({ difficulty: 3 });
  expect(changed?.revision).not.toBe(entry?.revision);

  await made.write("content/vi/lessons/press.mdx", "---\ntitle: Máy ép\ndifficulty: 9\n---\n\nNội dung.\n");
  const { diagnostics } = (await translated()).kb;
  expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    { code: "schema", file: "content/vi/lessons/press.mdx", range: { start: { line: 3, column: 13 } } },
  ]);
});

test("a translation without an original has the required fields itself", async () => {
  const config = company.replace(
    'title: "Test",',
    'title: "Test", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },',
  );
  const { root } = await project(config, {
    ...entries,
    "vi/lessons/own.mdx": "---\ntitle: Riêng\n---\n\nNội dung.\n",
    "lessons/lacking.mdx": "---\ntitle: Lacking\n---\n\nText.\n",
    "vi/lessons/lacking.mdx": "---\ntitle: Thiếu\n---\n\nNội dung.\n",
  });
  const { diagnostics } = await checkKnowledgeBase({ root, cache: false, today });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    { file: "content/lessons/lacking.mdx", message: "“difficulty” is missing." },
    {
      file: "content/vi/lessons/own.mdx",
      message: "“difficulty” is missing.",
      hint: "Without an original, it has all of its front matter itself.",
    },
  ]);
});

/** Other ways to import zod, as a configuration may. */
const zod = (name: string) => JSON.stringify(new URL(`../node_modules/zod/${name}/index.js`, import.meta.url).href);

test("fields may be of another import of zod 4, the small one included", async () => {
  const config = `import * as z from ${zod("mini")};\nexport default { title: "Test", fields: { region: z.enum(["emea", "apac"]), size: z.optional(z.number().check(z.minimum(2))), names: z._default(z.array(z.string()), ["a"]) } };\n`;
  expect(await told(config, "region: emeaa\nsize: 1\nnames: x\nregoin: y")).toEqual([
    "3:9 error schema: “region” cannot be “emeaa”. → Did you mean “emea”?",
    "4:7 error schema: “size” is at least 2, but is the number 1.",
    "5:8 error schema: “names” should be a list, but is “x”. → Write [one, two], or one item per line with a dash.",
    "6:1 error unknown-key: “regoin” is not a key of this front matter. → Did you mean “region”?",
  ]);
  const { root } = await project(config, { "lessons/a.md": "---\ntitle: A\nregion: apac\n---\n\nText.\n" });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(await kb.get("lesson", "a")).toMatchObject({ region: "apac", names: ["a"] });
});

test("fields of zod 3 are refused", async () => {
  const config = `import { z } from ${zod("v3")};\nexport default { title: "Test", fields: { region: z.string() } };\n`;
  expect(await refused({ "knowhow.config.ts": config })).toBe(
    "knowhow.config.ts has a mistake:\n  - “fields.region” cannot be a group of keys. Write region: z.string().optional(), with the zod 4 of @knowhow/core.",
  );
});

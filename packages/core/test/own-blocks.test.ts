import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProject, type Project } from "../../../test/support/project.ts";
import { checkKnowledgeBase, loadKnowledgeBase, SetupError, watchKnowledgeBase } from "../src/node.ts";
import { lesson, today } from "./support/told.ts";

/** Where a configuration of these tests finds what users import from @knowhow/core. */
const core = new URL("../src/index.ts", import.meta.url).href;

const price = `
import { defineBlock, h, z } from ${JSON.stringify(core)};
export const price = defineBlock({
  name: "Price",
  props: z.object({ amount: z.number(), currency: z.enum(["EUR", "USD"]).default("EUR") }),
  render: ({ amount, currency }, { children, locale }) =>
    h("div", { className: "price", lang: locale }, [h("strong", \`\${amount.toFixed(2)} \${currency}\`), ...children()]),
});
`;

function configWith(blocks: string, head = ""): string {
  return `import { defineBlock, h, z } from ${JSON.stringify(core)};\n${head}\nexport default { title: "Test", blocks: [${blocks}] };\n`;
}

/** Blocks that draw what is written here, named A. */
const drawing = (render: string, more = "") =>
  configWith(`defineBlock({ name: "A", props: z.object({}), render: ${render}, ${more} })`);

async function project(config: string, content: Readonly<Record<string, string>>): Promise<Project> {
  return createProject({
    "knowhow.config.ts": config,
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
  });
}

async function told(config: string, body: string): Promise<readonly string[]> {
  const { root } = await project(config, { "lessons/a.mdx": `---\ntitle: A\n---\n\n${body}\n` });
  const { diagnostics } = await checkKnowledgeBase({ root, cache: false, today });
  return diagnostics.map(
    ({ range: { start }, code, message, hint }) =>
      `${start.line}:${start.column} ${code}: ${message}${hint === undefined ? "" : ` → ${hint}`}`,
  );
}

async function html(config: string, body: string): Promise<string | undefined> {
  const { root } = await project(config, { "lessons/a.mdx": lesson("", body) });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  return (await kb.get("lesson", "a"))?.html ?? kb.diagnostics.map(({ message }) => message).join(" ");
}

/** What is wrong with a configuration. */
async function refused(files: Parameters<typeof createProject>[0]): Promise<string> {
  const { root } = await createProject({ "content/lessons/a.md": "# A\n", ...files });
  const thrown: unknown = await loadKnowledgeBase({ root, cache: false }).catch((cause: unknown) => cause);
  expect(thrown).toBeInstanceOf(SetupError);
  return thrown instanceof SetupError ? [thrown.message, thrown.hint].join(" ").trim().replaceAll(root, "<root>") : "";
}

test("parts words and the paragraph below them in what search shows", async () => {
  const { root } = await project(configWith("price", 'import { price } from "./price.ts";'), {
    "lessons/a.mdx": lesson("", "- One\n  - Two\n\n<Price amount={12}>Per month.</Price>"),
  });
  await writeFile(join(root, "price.ts"), price);
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  const { hits } = await kb.search("month");
  expect(hits.map(({ excerpt }) => excerpt)).toEqual(["One · Two · 12.00 EUR · Per month."]);
});

test("draws a block of the site's own from its props and what it holds", async () => {
  const config = `import { price } from "./blocks/price.ts";\nexport default { title: "Test", blocks: [price] };\n`;
  const { root } = await createProject({
    "knowhow.config.ts": config,
    "blocks/price.ts": price,
    "content/lessons/a.mdx": lesson(
      "",
      '<Price amount={12}>\n\nPer **month**.\n\n</Price>\n\n<Price amount={9.5} currency="USD" />',
    ),
  });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.html).toBe(
    '<div class="price" lang="en"><strong>12.00 EUR</strong><p>Per <strong>month</strong>.</p></div>\n<div class="price" lang="en"><strong>9.50 USD</strong></div>',
  );
});

test("takes arrays, texts, roots and nothing as a drawing", async () => {
  expect(
    await html(drawing('() => [h("p", "one"), ["two", 3], null, false, undefined, h(null, h("b", "four"))]'), "<A />"),
  ).toBe("<p>one</p>\ntwo\n3\n<b>four</b>");
  expect(await html(drawing("() => undefined"), "Before.\n\n<A />")).toBe("<p>Before.</p>");
});

test("lets a custom element of the block's own pass, with data attributes", async () => {
  const config = drawing(
    '(_props, { children }) => h("acme-price", { dataAmount: 3, className: "x", id: "p" }, children())',
    'browser: { element: "acme-price", module: "price.ts" }',
  );
  const { root } = await createProject({
    "knowhow.config.ts": config,
    "price.ts": "",
    "content/lessons/a.mdx": lesson("", "<A>\n\n```js\nlet a;\n```\n\n</A>"),
  });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.html).toMatch(
    /^<acme-price data-amount="3" class="x" id="p"><pre.*<code class="hljs language-js">.*<\/acme-price>$/,
  );
});

test("tells authors of its props as of those of built-in blocks", async () => {
  const config = configWith("price", price.replace(/^import.*$/m, "").replace("export ", ""));
  expect(
    await told(config, "<Price ammount={3} />\n\n<Pric amount={3} />\n\nIn <Price amount={3} /> a sentence."),
  ).toEqual([
    "5:1 prop: “amount” is missing (in <Price>).",
    "5:8 unknown-prop: “ammount” is not a prop of <Price>. → Did you mean “amount”?",
    "7:1 unknown-block: There is no block <Pric>. → Did you mean “Price”?",
    "9:4 block-place: <Price> stands inside of a sentence. → Put it on lines of its own, with an empty line before and after it.",
  ]);
});

test.each([
  [
    '() => { throw new Error("No rate for EUR.\\nMore."); }',
    "<A> failed while it was drawn: No rate for EUR. → See knowhow.config.ts:3.",
  ],
  ["() => { throw 3; }", "<A> failed while it was drawn: 3"],
  ["() => new Date(0)", '<A> draws an object that is no HTML tree. → Make it with h("p", "…").'],
  ["() => true", '<A> draws a boolean that is no HTML tree. → Make it with h("p", "…").'],
  [
    "async () => h('p')",
    "<A> draws later, and content is drawn at once. → Leave out “async”; what it waits for can be read at the top of the configuration.",
  ],
  ['() => { const p = h("p"); p.children.push(p); return p; }', "<A> draws a tree that is too deep, or holds itself."],
  [
    '() => ({ type: "raw", value: "<script>go()</script>" })',
    '<A> draws raw HTML, which nobody has checked. → Make it with h("p", "…").',
  ],
  [
    '() => h("div", [h("script", "go()")])',
    "<A> draws <script>, which pages cannot have. → Pages hold data only: no code, styles or frames. What moves is the work of a custom element.",
  ],
  [
    '() => h("p", { onClick: "go()" })',
    "<A> draws “onClick” on <p>, which pages cannot have. → Pages hold data only: no code, styles or frames. What moves is the work of a custom element.",
  ],
  [
    '() => h("a", { href: "javascript:go()" }, "x")',
    "<A> draws “href” on <a>, which pages cannot have. → Pages hold data only: no code, styles or frames. What moves is the work of a custom element.",
  ],
  [
    '() => h("acme-other")',
    "<A> draws <acme-other>, which pages cannot have. → Pages hold data only: no code, styles or frames. What moves is the work of a custom element.",
  ],
])("tells at the block's place what is wrong with the drawing %s", async (render, expected) => {
  expect(await told(drawing(render), "Text.\n\n<A />")).toEqual([`7:1 block-render: ${expected}`]);
});

test("stands in a sentence where it says so, and is found by its text", async () => {
  const block =
    'defineBlock({ name: "Key", inline: true, props: z.object({ of: z.string() }), text: ({ of }) => of, render: ({ of }) => h("kbd", of) })';
  const { root } = await project(configWith(block), { "lessons/a.mdx": lesson("", 'Press <Key of="Enter" /> now.') });
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  expect(await kb.get("lesson", "a")).toMatchObject({
    html: "<p>Press <kbd>Enter</kbd> now.</p>",
    text: "Press Enter now.",
  });
});

test("tells a text that fails where the block stands", async () => {
  const config = drawing("() => []", "text: () => { throw new Error('No text.'); }");
  expect(await told(config, "<A />")).toEqual([
    "5:1 block-render: <A> failed while it was drawn: No text. → See knowhow.config.ts:3.",
  ]);
});

test.each([
  [
    "async () => { throw new Error('Late.'); }",
    "<A> draws later, and content is drawn at once. → Leave out “async”; what it waits for can be read at the top of the configuration.",
  ],
  ["() => ({})", "<A> failed while it was drawn: what its “text” gives is none"],
])("tells a text that is none, and nothing of it later: %s", async (text, message) => {
  expect(await told(drawing("() => []", `text: ${text}`), "<A />")).toEqual([`5:1 block-render: ${message}`]);
});

test("tells a schema that would wait, and nothing of what it waited for", async () => {
  const config = configWith(
    'defineBlock({ name: "A", props: z.object({ n: z.number().refine(async () => { throw new Error("Late."); }) }), render: () => [] })',
  );
  expect(await told(config, "<A n={1} />")).toEqual([
    "5:1 prop: The props of <A> cannot be read: They are read at once, and a check of theirs is “async”. → The mistake is in the block itself: tell the owner of the configuration.",
  ]);
});

test("tells a schema that fails by itself", async () => {
  const config = configWith(
    'defineBlock({ name: "A", props: z.object({ n: z.number().refine(() => { throw new Error("Oh."); }) }), render: () => [] })',
  );
  expect(await told(config, "<A n={1} />")).toEqual([
    "5:1 prop: The props of <A> cannot be read: Oh. → The mistake is in the block itself: tell the owner of the configuration.",
  ]);
});

test.each([
  [
    '{ name: "price", props: z.object({}), render: () => [] }',
    "knowhow.config.ts has a mistake:\n  - “blocks[1].name” cannot be “price”. Begin it with a capital, then letters and digits: Price.",
  ],
  [
    '{ name: "A", render: () => [] }',
    "knowhow.config.ts has a mistake:\n  - “blocks[1].props” is missing. Write props: z.object({ … }), with the zod 4 of @knowhow/core.",
  ],
  [
    '{ name: "A", props: { n: 1 }, render: () => [] }',
    "knowhow.config.ts has a mistake:\n  - “blocks[1].props” cannot be a group of keys. Write props: z.object({ … }), with the zod 4 of @knowhow/core.",
  ],
  [
    '{ name: "A", props: z.object({}), render: "x" }',
    "knowhow.config.ts has a mistake:\n  - “blocks[1].render” cannot be “x”. Write a function that returns hast.",
  ],
  [
    '{ name: "A", props: z.object({}), rendr: () => [] }',
    "knowhow.config.ts has 2 mistakes:\n  - “blocks[1].render” is missing. Write a function that returns hast.\n  - “blocks[1].rendr” is not a key of this configuration. Did you mean “render”?",
  ],
  [
    '"A"',
    "knowhow.config.ts has a mistake:\n  - “blocks[1]” should be a group of keys, but is “A”. Make it with defineBlock({ name, props, render }).",
  ],
  [
    '{ name: "Callout", props: z.object({}), render: () => [] }',
    "knowhow.config.ts: the block “Callout” has the name of a built-in block. Choose another name.",
  ],
  [
    '{ name: "A", props: z.object({}), render: () => [] }, { name: "A", props: z.object({}), render: () => [] }',
    "knowhow.config.ts: the block “A” has the name of another block. Choose another name.",
  ],
  [
    '{ name: "A", parents: ["Questoin"], props: z.object({}), render: () => [] }',
    "knowhow.config.ts: the block “A” belongs into “Questoin”, and there is no such block. Did you mean “Question”?",
  ],
  [
    '{ name: "A", props: z.object({}), render: () => [], browser: { element: "price", module: "a.ts" } }',
    "knowhow.config.ts has a mistake:\n  - “blocks[1].browser.element” cannot be “price”. Name a custom element in lower case, with a hyphen: acme-price.",
  ],
  [
    '{ name: "A", props: z.object({}), render: () => [], browser: { element: "a-b", module: "a.ts" } }',
    "knowhow.config.ts: the block “A” names the module a.ts, which is not there. Name a file in the folder of the configuration, relative to it.",
  ],
])("refuses %s", async (block, expected) => {
  expect(await refused({ "knowhow.config.ts": configWith(block) })).toBe(expected);
});

test("says that JSON holds no blocks", async () => {
  expect(await refused({ "knowhow.config.json": { title: "T", blocks: [] } })).toBe(
    "knowhow.config.json: “blocks” are code, which JSON cannot hold. Rename the file to knowhow.config.ts.",
  );
});

test("names the file and line of a block that cannot be loaded", async () => {
  const config = `import { price } from "./blocks/price.ts";\nexport default { title: "T", blocks: [price] };\n`;
  expect(await refused({ "knowhow.config.ts": config, "blocks/price.ts": "\nexport const price = none();\n" })).toBe(
    "blocks/price.ts:2 cannot be read: none is not defined. Correct it and try again.",
  );
});

test("reads entries on several threads, which load the blocks themselves", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`lessons/l${i}.mdx`, lesson(`order: ${i}`, `<A />\n\nNumber ${i}.`)]),
  );
  const { root } = await project(drawing('() => h("p", "drawn")'), many);
  const kb = await loadKnowledgeBase({ root, cache: false, today });
  expect(kb.diagnostics).toEqual([]);
  const drawn = await Promise.all(kb.entries().map(({ id }) => kb.get("lesson", id)));
  expect(drawn.filter((entry) => entry?.html.startsWith("<p>drawn</p>"))).toHaveLength(400);
});

test("compiles anew what is drawn by code that has changed, and nothing when it has not", async () => {
  const config = `import { a } from "./blocks/a.ts";\nexport default { title: "T", blocks: [a] };\n`;
  const block = (word: string) =>
    `import { defineBlock, h, z } from ${JSON.stringify(core)};\nimport { word } from "./word.ts";\nexport const a = defineBlock({ name: "A", props: z.object({}), render: () => h("p", "${word} " + word) });\n`;
  const made = await createProject({
    "knowhow.config.ts": config,
    "blocks/a.ts": block("one"),
    "blocks/word.ts": 'export const word: string = "two";\n',
    "content/lessons/a.mdx": lesson("", "<A />"),
  });
  let compiled = 0;
  const load = async () => {
    const kb = await loadKnowledgeBase({ root: made.root, today });
    const cached = await made.read(".knowhow/cache/compiled.cache");
    compiled += cached === last ? 0 : 1;
    last = cached;
    return (await kb.get("lesson", "a"))?.html;
  };
  let last = "";
  expect(await load()).toBe("<p>one two</p>");
  expect(await load()).toBe("<p>one two</p>");
  expect(compiled).toBe(1);
  await made.write("blocks/word.ts", 'export const word: string = "three";\n');
  expect(await load()).toBe("<p>one three</p>");
  await made.write("blocks/a.ts", block("four"));
  expect(await load()).toBe("<p>four three</p>");
  expect(compiled).toBe(3);
});

test("follows edits of a block, also after a mistake in it", async () => {
  const block = (render: string) =>
    `import { defineBlock, h, z } from ${JSON.stringify(core)};\nexport const a = defineBlock({ name: "A", props: z.object({}), render: ${render} });\n`;
  const made = await createProject({
    "knowhow.config.ts": `import { a } from "./a.ts";\nexport default { title: "T", blocks: [a] };\n`,
    "a.ts": block('() => h("p", "one")'),
    "content/lessons/a.mdx": lesson("", "<A />"),
  });
  let tell = (_told: string | undefined) => {};
  const watched = await watchKnowledgeBase({
    root: made.root,
    onChange: async (change) =>
      tell("kb" in change ? (await change.kb.get("lesson", "a"))?.html : change.error.message),
  });
  const after = (render: string) =>
    new Promise<string | undefined>((resolve) => {
      tell = resolve;
      void made.write("a.ts", block(render));
    });
  try {
    expect(await after('() => h("p", "two")')).toBe("<p>two</p>");
    expect(await after("nonsense")).toBe("a.ts:2 cannot be read: nonsense is not defined.");
    expect(await after('() => h("p", "three")')).toBe("<p>three</p>");
  } finally {
    await watched.close();
  }
});

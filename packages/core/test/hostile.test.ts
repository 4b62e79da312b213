import { htmlToHast } from "satteri";
import { expect, test } from "vitest";
import { base } from "./support/base.ts";

// Strings that break naive programs: markup, scripts in every disguise, signs of other languages' syntax, odd Unicode.
const naughty = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "</title><script>alert(1)</script>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "$" + "{alert(1)}",
  "<!--#exec cmd=ls-->",
  "]]><x>",
  "'; DROP TABLE entries; --",
  "../../../etc/passwd",
  "%00%0d%0aSet-Cookie:x=1",
  "𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜 Ω≈ç√∫˜µ≤≥÷ 田中さん ﷽ \u202eright-to-left\u202c",
  "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
  "👩‍👩‍👧‍👦 🏳️‍🌈 \ufeff\u200b\u2028",
  "null",
  "__proto__",
  "constructor",
];

const bodies = [
  "<script>alert(1)</script>",
  "<svg><script>alert(1)</script></svg>",
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<img src="x" onerror="alert(1)" alt="x">',
  '<details open ontoggle="alert(1)">x</details>',
  '<math href="javascript:alert(1)">x</math>',
  '<style>@import "x"</style>',
  '<base href="//evil.example">',
  '<form action="//evil.example"><input name="a"><button>x</button></form>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x"></object><embed src="x">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "```html\n<script>alert(1)</script>\n```",
  "`<script>alert(1)</script>`",
];

interface Element {
  readonly tagName: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: object): void => {
    if ("tagName" in node) found.push(node as Element);
    if ("children" in node && Array.isArray(node.children)) for (const child of node.children) visit(child);
  };
  visit(htmlToHast(html, { fragment: true }));
  return found;
}

function expectHarmless(html: string): void {
  for (const { tagName, properties } of elementsOf(html)) {
    expect([
      "script",
      "style",
      "svg",
      "math",
      "iframe",
      "object",
      "embed",
      "base",
      "meta",
      "form",
      "button",
    ]).not.toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^on|^style$|^srcdoc$/i);
      if (name === "href" || name === "src") expect(String(value)).toMatch(/^(?:https?:|mailto:|tel:|\/|#)/);
    }
  }
}

test.each(bodies)("%j in a body is an error or plain text, and never markup that runs", async (body) => {
  for (const format of ["md", "mdx"]) {
    const kb = await base({ [`lessons/a.${format}`]: `---\ntitle: A\n---\n\n${body}\n` });
    const entry = await kb.get("lesson", "a");
    if (entry === undefined) expect(kb.diagnostics.filter(({ severity }) => severity === "error")).not.toEqual([]);
    else expectHarmless(entry.html);
  }
});

test.each(naughty)("%j in any field is kept as the text that it is", async (text) => {
  const quoted = JSON.stringify(text);
  const frontmatter = ["title", "summary", "owner", "objective"].map((key) => `${key}: ${quoted}`);
  const lists = ["aliases", "tags", "roles", "skills", "contexts"].map((key) => `${key}: [${quoted}]`);
  const kb = await base({ "lessons/a.mdx": `---\n${[...frontmatter, ...lists].join("\n")}\n---\n\nText.\n` });
  expect(kb.diagnostics).toEqual([]);
  // White space at the ends is nobody's intention.
  const kept = text.trim();
  expect(await kb.get("lesson", "a")).toMatchObject({
    title: kept,
    summary: kept,
    owner: kept,
    tags: [kept],
    aliases: [kept],
    html: "<p>Text.</p>",
  });
});

test.each(naughty)("%j in a field of any other type of entry is kept, too", async (text) => {
  const quoted = JSON.stringify(text);
  const head = (...lines: readonly string[]) => `---\n${lines.join("\n")}\n---\n`;
  const kb = await base({
    "lessons/a.md": "# A\n",
    "faqs/f.mdx": `${head(`title: ${quoted}`, `answer: ${quoted}`, `category: ${quoted}`)}\nText.\n`,
    "quizzes/q.mdx": `${head(`title: ${quoted}`)}\n## Which?\n\n- [x] A\n  > So.\n- [ ] B\n`,
    "paths/p.mdx": head(`title: ${quoted}`, `summary: ${quoted}`, "steps: [lesson:a]"),
    "scenarios/s.mdx": `${head(`title: ${quoted}`)}\n<Scene id="one">The end.</Scene>\n`,
  });
  expect(kb.diagnostics).toEqual([]);
  const kept = text.trim();
  expect(await kb.get("faq", "f")).toMatchObject({ title: kept, answer: kept, category: kept });
  for (const type of ["quiz", "path", "scenario"] as const) {
    expect((await kb.list(type)).map(({ title }) => title)).toEqual([kept]);
  }
});

test.each(naughty)(
  "%j where a ref, a former id, a file or a choice of few belongs is told, or is that name",
  async (text) => {
    const quoted = JSON.stringify(text);
    const keys = ["related", "prerequisites", "formerly"].map((key) => `${key}: [${quoted}]`);
    const values = ["level", "reviewed", "reviewEvery", "audience", "status"].map((key) => `${key}: ${quoted}`);
    for (const line of [...keys, ...values, `video: { src: ${quoted}, poster: ${quoted}, transcript: ${quoted} }`]) {
      const kb = await base({ "lessons/a.mdx": `---\ntitle: A\n${line}\n---\n\nText.\n` });
      if (line.startsWith("formerly")) {
        for (const { from } of kb.redirects) expect(from).toMatch(/^\/lessons\/(?:[\p{L}\p{M}\p{N}_-]+\/)+$/u);
      } else expect(kb.diagnostics.map(({ file }) => file)).toContain("content/lessons/a.mdx");
      // An entry with an error is on no page.
      const { html = "" } = kb.diagnostics.length > 0 ? {} : ((await kb.get("lesson", "a")) ?? {});
      expectHarmless(html.replaceAll("<video", "<div"));
    }
  },
);

test.each(naughty)("%j in the text and options of a question comes out as text", async (text) => {
  const fenced = text.replace(/[`\n]/g, "");
  const kb = await base({ "quizzes/q.md": `# Q\n\n## Which \`${fenced}\`?\n\n- [x] \`${fenced}\`\n- [ ] other\n` });
  const entry = await kb.get("quiz", "q");
  expectHarmless(entry?.html ?? "");
  expect(entry?.questions).toMatchObject([
    { options: [{ text: expect.stringContaining(fenced.trim().split(/\s/)[0] ?? "") }, { text: "other" }] },
  ]);
});

test("ids of headings and questions do not take over what the page's own programs rely on", async () => {
  const kb = await base({
    "lessons/a.md": "# A\n\n## \\_\\_proto\\_\\_\n\n## constructor\n\n## toString\n\n## toString\n",
  });
  expect((await kb.get("lesson", "a"))?.outline.map(({ id }) => id)).toEqual([
    "__proto__",
    "constructor",
    "tostring",
    "tostring-1",
  ]);
});

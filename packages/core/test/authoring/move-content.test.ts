import { describe, expect, test } from "vitest";
import { picture } from "../../../../test/support/picture.ts";
import { createProject, type Project } from "../../../../test/support/project.ts";
import { type MoveContent, moveContent } from "../../src/authoring/index.ts";
import { checkKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

const config = { title: "Help", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };

type Contents = Readonly<Record<string, string>>;

async function base(content: Contents, others: Contents = {}) {
  const project = await createProject({
    "knowhow.config.json": JSON.stringify(config),
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
    ...others,
  });
  return {
    ...project,
    move: (from: string, to: string, rest: Partial<MoveContent> = {}) =>
      moveContent({ root: project.root, from, to, ...rest }),
    mistakes: async () => {
      const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
      return diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ file, message }) => `${file}: ${message}`);
    },
  };
}

async function contents({ files, read }: Project): Promise<Contents> {
  const all = (await files()).filter((file) => !file.startsWith(".knowhow"));
  return Object.fromEntries(await Promise.all(all.map(async (file) => [file, await read(file)] as const)));
}

/** Only the files of the content folder whose text is not what it was, or that were not there. */
async function changed(project: Project, before: Contents): Promise<Contents> {
  const now = await contents(project);
  return Object.fromEntries(
    Object.entries(now)
      .filter(([file, text]) => text !== before[file])
      .map(([file, text]) => [file.replace(/^content\//, ""), text]),
  );
}

const lesson = "---\ntitle: Export\n---\n\nText.\n\n## Steps\n\nOne.\n";
const moved = "---\ntitle: Export\nformerly: [crm/export]\n---\n\nText.\n\n## Steps\n\nOne.\n";

/** What a file of the content says once `lesson:crm/export` has become `lesson:sales/export-report`. */
async function after(file: string, text: string, others: Contents = {}): Promise<string> {
  const project = await base({ "lessons/crm/export.mdx": lesson, [file]: text, ...others });
  await project.move("lesson:crm/export", "lesson:sales/export-report");
  return project.read(`content/${file}`);
}

test("pictures for screens that differ move along with the page, or are found from its new place", async () => {
  const text = (dark: string, light: string) =>
    `${moved}\n<picture>\n<source srcset="${dark}">\n<img src="${light}" alt="A">\n</picture>\n`;
  const project = await base({
    "lessons/crm/export.md": text("dark.png, dark%402x.png 2x,\n  ../r&amp;d.png 3x", "light.png").replace(
      moved,
      lesson,
    ),
    "lessons/crm/dark@2x.png": picture,
    "lessons/crm/dark.png": picture,
    "lessons/crm/light.png": picture,
    "lessons/r&d.png": picture,
    "lessons/b.md": '# B\n\n<picture><source srcset="crm/dark.png"><img src="crm/light.png" alt=""></picture>\n',
  });
  await project.move("lesson:crm/export", "lesson:sales/eu/export");
  expect(await project.files("content/lessons/sales")).toEqual(["eu/dark@2x.png", "eu/export.md"]);
  expect(await project.read("content/lessons/sales/eu/export.md")).toBe(
    text("../../crm/dark.png, dark%402x.png 2x,\n  ../../r&d.png 3x", "../../crm/light.png"),
  );
  expect(await project.mistakes()).toEqual([]);
});

test("each address of a list of pictures is rewritten, as the list is quoted", async () => {
  const project = await base({
    "lessons/a/page.mdx": "# A\n\n![x](dark.png)\n",
    "lessons/a/dark.png": picture,
    "lessons/b.mdx":
      '# B\n\n<picture><source srcSet={"a/dark.png 1x, a/dark.png?v 2x"} /><img src="a/dark.png" alt="" /></picture>\n',
    "lessons/c.md":
      "# C\n\n<picture>\n<source srcset=a/dark.png><source SRCSET='a/dark.png,\n a/dark.png 2x'></picture>\n",
  });
  await project.move("content/lessons/a", "content/lessons/x");
  expect(await project.read("content/lessons/b.mdx")).toContain(
    '<source srcSet={"x/dark.png 1x, x/dark.png?v 2x"} /><img src="x/dark.png" alt="" />',
  );
  expect(await project.read("content/lessons/c.md")).toContain(
    "<source srcset=x/dark.png><source SRCSET='x/dark.png,\n x/dark.png 2x'>",
  );
  expect(await project.mistakes()).toEqual([]);
});

test("what would part a list of pictures is encoded in its addresses", async () => {
  const list = (...addresses: string[]) => `<picture><source srcset="${addresses.join(" 1x, ")}"></picture>\n`;
  const project = await base({
    "lessons/R, D/a.md": `# A\n\n${list("dark.png", "dark.png?v")}`,
    "lessons/R, D/dark.png": picture,
    "lessons/b.md": "# B\n\n![x](<R, D/dark.png>)\n",
  });
  await project.move("content/lessons/R, D/a.md", "content/lessons/a.md");
  expect(await project.read("content/lessons/a.md")).toContain(list("R%2C%20D/dark.png", "R%2C%20D/dark.png?v"));
  expect(await project.mistakes()).toEqual([]);
});

describe("everything that names the entry is rewritten", () => {
  test.each([
    ["a file link", "[x](../crm/export.mdx)", "[x](../sales/export-report.mdx)"],
    ["a file link with an anchor", "[x](../crm/export.mdx#steps)", "[x](../sales/export-report.mdx#steps)"],
    [
      "a link with a title",
      "[x](../crm/export.mdx 'The (one) \"export\"')",
      "[x](../sales/export-report.mdx 'The (one) \"export\"')",
    ],
    ["a link in brackets", "[x](<../crm/export.mdx>)", "[x](<../sales/export-report.mdx>)"],
    ["a ref", "[x](lesson:crm/export)", "[x](lesson:sales/export-report)"],
    ["a ref with an anchor", "[x](lesson:crm/export#steps)", "[x](lesson:sales/export-report#steps)"],
    ["the address of its page", "[x](/lessons/crm/export/#steps)", "[x](/lessons/sales/export-report/#steps)"],
    ["the address without its last slash", "[x](/lessons/crm/export)", "[x](/lessons/sales/export-report)"],
    ["the address in another language", "[x](/vi/lessons/crm/export/)", "[x](/vi/lessons/sales/export-report/)"],
    ["a definition", "[x][y]\n\n[y]: ../crm/export.mdx 'Title'", "[x][y]\n\n[y]: ../sales/export-report.mdx 'Title'"],
    ["a definition in brackets", "[x]\n\n[x]: <lesson:crm/export>", "[x]\n\n[x]: <lesson:sales/export-report>"],
    ["a tag of HTML", '<a href="../crm/export.mdx">x</a>', '<a href="../sales/export-report.mdx">x</a>'],
    ["a tag with other quotes", "<a href='lesson:crm/export'>x</a>", "<a href='lesson:sales/export-report'>x</a>"],
    ["a link around a picture", "[![Alt](a.png)](../crm/export.mdx)", "[![Alt](a.png)](../sales/export-report.mdx)"],
    [
      "links in a list in a quote",
      "> - [x](../crm/export.mdx)\n>   and [y](lesson:crm/export)",
      "> - [x](../sales/export-report.mdx)\n>   and [y](lesson:sales/export-report)",
    ],
    [
      "a link in a table",
      "| a |\n|---|\n| [x](../crm/export.mdx) |",
      "| a |\n|---|\n| [x](../sales/export-report.mdx) |",
    ],
    [
      "a link in a block",
      "<Callout>\n[x](../crm/export.mdx)\n</Callout>",
      "<Callout>\n[x](../sales/export-report.mdx)\n</Callout>",
    ],
    ["a prop of a block", '<Faq ref="lesson:crm/export" />', '<Faq ref="lesson:sales/export-report" />'],
    [
      "props that are data",
      "<X a={['lesson:crm/export', { b: `../crm/export.mdx` }]} c='1' />",
      "<X a={['lesson:sales/export-report', { b: \"../sales/export-report.mdx\" }]} c='1' />",
    ],
    ["a long way round", "[x](./../crm/../crm/export.mdx)", "[x](./../sales/export-report.mdx)"],
    [
      "percent signs for letters",
      "[x](../crm/%65xport.mdx) [y](../crm/export.mdx)",
      "[x](../sales/export-report.mdx) [y](../sales/export-report.mdx)",
    ],
  ])("in the text: %s", async (_name, body, expected) => {
    expect(await after("lessons/other/a.mdx", `---\ntitle: A\n---\n\n${body}\n`)).toBe(
      `---\ntitle: A\n---\n\n${expected.replace("./../sales", "../sales")}\n`,
    );
  });

  test.each([
    ["related: [lesson:crm/export, faq:b]", "related: [lesson:sales/export-report, faq:b]"],
    [
      "related:\n  - faq:b # first\n  - lesson:crm/export # then",
      "related:\n  - faq:b # first\n  - lesson:sales/export-report # then",
    ],
    ['related: "lesson:crm/export"', 'related: "lesson:sales/export-report"'],
    ["prerequisites: ['lesson:crm/export']", "prerequisites: ['lesson:sales/export-report']"],
  ])("in the front matter: %s", async (yaml, expected) => {
    const text = (front: string) => `---\ntitle: A # the title\n${front}\n---\n\nText.\n`;
    expect(await after("lessons/a.mdx", text(yaml), { "faqs/b.md": "# B?\n\nYes.\n" })).toBe(text(expected));
  });

  test("in the steps of a path and the lesson of a quiz", async () => {
    const path = (ref: string) => `---\ntitle: Path\nsteps: [faq:b, ${ref}]\n---\n\nText.\n`;
    expect(await after("paths/p.mdx", path("lesson:crm/export"))).toBe(path("lesson:sales/export-report"));
    const quiz = (ref: string) => `---\ntitle: Quiz\nlesson: ${ref}\n---\n\n## Q?\n\n- [x] a\n- [ ] b\n`;
    expect(await after("quizzes/q.mdx", quiz("lesson:crm/export"))).toBe(quiz("lesson:sales/export-report"));
  });

  test("in what shows a FAQ", async () => {
    const project = await base({
      "faqs/money.mdx": "# Refunds?\n\nYes.\n",
      "lessons/a.mdx": '# A\n\n<Faq of="faq:money" open />\n',
      "_shared/more.mdx": "<Faq of='faq:money' />\n",
      "lessons/b.mdx": '# B\n\n<Include file="/_shared/more.mdx" />\n',
    });
    await project.move("faq:money", "faq:billing/refunds");
    expect(await project.read("content/lessons/a.mdx")).toBe('# A\n\n<Faq of="faq:billing/refunds" open />\n');
    expect(await project.read("content/_shared/more.mdx")).toBe("<Faq of='faq:billing/refunds' />\n");
    expect(await project.mistakes()).toEqual([]);
  });

  test("in golden questions and in the configuration", async () => {
    const golden = [
      '{"q": "lesson:crm/export", "relevant": ["faq:b", "lesson:crm/export"]}',
      "this line is no JSON: lesson:crm/export",
      '{"relevant":["lesson:crm/export"],"q":"x"}',
      "",
    ].join("\r\n");
    const project = await base(
      { "lessons/crm/export.mdx": lesson },
      {
        "golden.jsonl": golden,
        "knowhow.config.json": JSON.stringify({
          ...config,
          roles: { "lesson:crm/export": { label: "lesson:crm/exports" } },
        }),
      },
    );
    await project.move("lesson:crm/export", "lesson:x");
    expect(await project.read("golden.jsonl")).toBe(
      golden
        .replace('"faq:b", "lesson:crm/export"', '"faq:b", "lesson:x"')
        .replace('["lesson:crm/export"]', '["lesson:x"]'),
    );
    expect(JSON.parse(await project.read("knowhow.config.json")).roles).toEqual({
      "lesson:x": { label: "lesson:crm/exports" },
    });
  });

  test("in the navigation of a configuration that is code, which stays as it is written", async () => {
    const text = (ref: string, page: string) => `// The entry lesson:crm/export
const help = { to: '${ref}#steps' }; /* '${ref}s' */
export default { title: "lesson:crm/export is here", nav: [help, { label: "H", items: [{ label: "X", to: "${page}" }] }],
  locales: { en: { label: \`English\` } } };
`;
    const project = await base({ "lessons/crm/export.mdx": lesson });
    await project.remove("knowhow.config.json");
    await project.write("knowhow.config.ts", text("lesson:crm/export", "/lessons/crm/export/"));
    await project.move("lesson:crm/export", "lesson:x");
    expect(await project.read("knowhow.config.ts")).toBe(
      text("lesson:x", "/lessons/x/").replace("/* 'lesson:xs' */", "/* 'lesson:crm/exports' */"),
    );
    expect(await project.mistakes()).toEqual([]);
  });

  test("in files that the configuration imports, too", async () => {
    const project = await base({ "lessons/crm/export.mdx": lesson, "lessons/a.md": lesson });
    await project.remove("knowhow.config.json");
    await project.write(
      "knowhow.config.ts",
      'import { nav } from "./site/nav.ts";\nexport default { title: "T", nav };\n',
    );
    await project.write("site/nav.ts", 'export const nav = [{ to: "lesson:crm/export" }];\n');
    const { rewritten } = await project.move("lesson:crm/export", "lesson:sales/export");
    expect(rewritten.map(({ file }) => file)).toContain("site/nav.ts");
    expect(await project.read("site/nav.ts")).toBe('export const nav = [{ to: "lesson:sales/export" }];\n');
    expect(await project.mistakes()).toEqual([]);
  });

  test("in partials, which are no entries", async () => {
    expect(await after("lessons/crm/_shared.mdx", "See [x](export.mdx).\n")).toBe(
      "See [x](../sales/export-report.mdx).\n",
    );
  });
});

describe("nothing else is touched", () => {
  test.each([
    [
      "other entries of a similar name",
      "[x](lesson:crm/export-all) [y](../crm/export-all.mdx) [z](faq:crm/export) [w](lesson:crm/exports)",
    ],
    ["code", "`lesson:crm/export`\n\n```mdx\n[x](../crm/export.mdx)\n```"],
    ["what is said about it", "The file is lessons/crm/export.mdx, its ref lesson:crm/export."],
    ["comments", "{/* [x](../crm/export.mdx) */}"],
    ["addresses of other sites", "[x](https://example.com/lessons/crm/export/) https://example.com/crm/export.mdx"],
    ["escapes, entities and odd spaces", "a \\* b &amp; c  \n\td e\u00a0f   \n\n***\n"],
  ])("%s", async (_name, body) => {
    const text = `---\ntitle:   "A"   # odd but right\ntags: [ a,b ]\n---\n\n${body}\n`;
    const others = {
      "lessons/crm/export-all.mdx": lesson,
      "lessons/crm/exports.mdx": lesson,
      "faqs/crm/export.mdx": lesson,
    };
    expect(await after("lessons/other/a.mdx", text, others)).toBe(text);
  });

  test("around a rewritten place: line ends, byte order mark, quotes and spaces stay", async () => {
    const text = (link: string, ref: string) =>
      `\uFEFF---\r\ntitle:  'A' \r\nrelated: [ '${ref}' ]\r\n---\r\n\r\n*  [x]( ${link} "t" )  \r\n\r\n\r\nEnd\r`;
    expect(await after("lessons/other/a.md", text("../crm/export.mdx", "lesson:crm/export"))).toBe(
      text("../sales/export-report.mdx", "lesson:sales/export-report"),
    );
  });

  test("in a thousand files that link to it, beside a thousand that do not", { timeout: 60_000 }, async () => {
    const body = (i: number, ref: string) =>
      `---\ntitle: Lesson ${i}\n---\n\nSome *text* with lesson:crm/export in it.\n\n[x](${ref})\n\n- a\n+ b\n`;
    const content: Record<string, string> = { "lessons/crm/export.mdx": lesson };
    for (let i = 0; i < 1000; i++) {
      content[`lessons/in/${i}.mdx`] = body(i, i % 2 === 0 ? "lesson:crm/export" : "../crm/export.mdx#steps");
      content[`lessons/out/${i}.mdx`] = body(i, `lesson:in/${i}`);
    }
    const project = await base(content);
    const before = await contents(project);
    const result = await project.move("lesson:crm/export", "lesson:crm/export-report");
    expect(result.rewritten).toHaveLength(1001);
    const now = await contents(project);
    for (let i = 0; i < 1000; i++) {
      const link = i % 2 === 0 ? "lesson:crm/export-report" : "../crm/export-report.mdx#steps";
      expect(now[`content/lessons/in/${i}.mdx`]).toBe(body(i, link));
      expect(now[`content/lessons/out/${i}.mdx`]).toBe(before[`content/lessons/out/${i}.mdx`]);
    }
    expect(Object.keys(now)).toHaveLength(Object.keys(before).length);
  });
});

describe("the entry itself", () => {
  test("moves with its translations, and its own links lead where they led", async () => {
    const project = await base({
      "lessons/crm/export.mdx":
        "---\ntitle: A\nrelated: [lesson:crm/export]\n---\n\n[a](basics.mdx) [b](../../faqs/b.md#x) [c](#here) [d](export.mdx) ![e](../e.png)\n\n## Here\n",
      "vi/lessons/crm/export.mdx":
        "---\ntitle: A\n---\n\n[a](basics.mdx) [b](../../../lessons/crm/basics.mdx) [e](../../../lessons/crm/export.mdx)\n",
      "lessons/crm/basics.mdx": lesson,
      "lessons/e.png": picture,
      "faqs/b.md": "# B?\n\n## X\n\nYes.\n",
    });
    await project.move("lesson:crm/export", "lesson:sales/eu/export");
    expect(await project.read("content/lessons/sales/eu/export.mdx")).toBe(
      "---\ntitle: A\nrelated: [lesson:sales/eu/export]\nformerly: [crm/export]\n---\n\n[a](../../crm/basics.mdx) [b](../../../faqs/b.md#x) [c](#here) [d](export.mdx) ![e](../../e.png)\n\n## Here\n",
    );
    expect(await project.read("content/vi/lessons/sales/eu/export.mdx")).toBe(
      "---\ntitle: A\nformerly: [crm/export]\n---\n\n[a](../../crm/basics.mdx) [b](../../../../lessons/crm/basics.mdx) [e](../../../../lessons/sales/eu/export.mdx)\n",
    );
    expect(await project.files("content/vi")).toEqual(["lessons/sales/eu/export.mdx"]);
    expect(await project.mistakes()).toEqual([]);
  });

  test("takes along what lies beside it and belongs to it alone, and leaves what others use", async () => {
    const project = await base({
      "lessons/crm/export.mdx":
        "---\ntitle: A\nvideo: { src: demo.mp4, captions: 'demo.vtt' }\n---\n\n![a](button.svg) ![b](shared.png) ![c](img/deep.png) ![d](../logo.png)\n\n<Include file=\"_steps.mdx\" />\n",
      "vi/lessons/crm/export.mdx": "---\ntitle: A\n---\n\n![a](../../../lessons/crm/button.svg) ![b](nut.svg)\n",
      "lessons/crm/_steps.mdx": "![s](step.png) [o](other.mdx)\n",
      "lessons/crm/other.mdx": "---\ntitle: B\n---\n\n![b](shared.png)\n",
      ...Object.fromEntries(
        ["button.svg", "shared.png", "img/deep.png", "demo.mp4", "demo.vtt", "step.png", "unused.png"].map((file) => [
          `lessons/crm/${file}`,
          file,
        ]),
      ),
      "lessons/logo.png": "logo",
      "vi/lessons/crm/nut.svg": "nut",
    });
    const { moved: movedFiles, notes } = await project.move("lesson:crm/export", "lesson:sales/export");
    expect(notes).toEqual([]);
    expect(movedFiles.map(({ to }) => to)).toEqual([
      "content/lessons/sales/_steps.mdx",
      "content/lessons/sales/button.svg",
      "content/lessons/sales/demo.mp4",
      "content/lessons/sales/demo.vtt",
      "content/lessons/sales/export.mdx",
      "content/lessons/sales/img/deep.png",
      "content/lessons/sales/step.png",
      "content/vi/lessons/sales/export.mdx",
      "content/vi/lessons/sales/nut.svg",
    ]);
    expect(await project.files("content/lessons/crm")).toEqual(["other.mdx", "shared.png", "unused.png"]);
    expect(await project.read("content/lessons/sales/export.mdx")).toBe(
      "---\ntitle: A\nvideo: { src: demo.mp4, captions: 'demo.vtt' }\nformerly: [crm/export]\n---\n\n![a](button.svg) ![b](../crm/shared.png) ![c](img/deep.png) ![d](../logo.png)\n\n<Include file=\"_steps.mdx\" />\n",
    );
    expect(await project.read("content/vi/lessons/sales/export.mdx")).toContain(
      "![a](../../../lessons/sales/button.svg) ![b](nut.svg)",
    );
    expect(await project.read("content/lessons/sales/_steps.mdx")).toBe("![s](step.png) [o](../crm/other.mdx)\n");
  });

  test("takes partials along that are its own, in whatever way they are named and in every language", async () => {
    const project = await base({
      "lessons/crm/export.mdx":
        '---\ntitle: A\n---\n\n<Include file="_own.mdx" />\n\n<Include file="/lessons/crm/_rooted.mdx" />\n\n<Include file="_shared.mdx" />\n',
      "vi/lessons/crm/export.mdx":
        '---\ntitle: A\n---\n\n<Include file="_own.mdx" />\n\n<Include file="_shared.mdx" />\n\n<Include file="_translated.mdx" />\n',
      "lessons/crm/other.mdx": '---\ntitle: B\n---\n\n<Include file="_shared.mdx" />\n',
      "lessons/crm/_own.mdx": "![P](p.png)\n",
      "lessons/crm/_rooted.mdx": "![P](p.png)\n",
      "lessons/crm/_shared.mdx": "Shared.\n",
      "vi/lessons/crm/_translated.mdx": "Dịch.\n",
      "lessons/crm/p.png": picture,
    });
    expect((await project.mistakes()).length).toBe(0);
    await project.move("lesson:crm/export", "lesson:sales/eu/export");
    expect(await project.files("content/lessons/sales/eu")).toEqual(["_own.mdx", "_rooted.mdx", "export.mdx", "p.png"]);
    expect(await project.files("content/lessons/crm")).toEqual(["_shared.mdx", "other.mdx"]);
    expect(await project.read("content/lessons/sales/eu/export.mdx")).toContain(
      '<Include file="_own.mdx" />\n\n<Include file="/lessons/sales/eu/_rooted.mdx" />\n\n<Include file="../../crm/_shared.mdx" />',
    );
    expect(await project.read("content/vi/lessons/sales/eu/export.mdx")).toContain(
      '<Include file="_own.mdx" />\n\n<Include file="../../crm/_shared.mdx" />\n\n<Include file="_translated.mdx" />',
    );
    expect(await project.mistakes()).toEqual([]);
  });

  test("leaves a picture where one of its name is in the new place, and says so", async () => {
    const project = await base({
      "lessons/crm/export.mdx": "---\ntitle: A\n---\n\n![a](screen.png)\n",
      "lessons/crm/screen.png": "mine",
      "lessons/sales/screen.png": "another",
    });
    const { notes } = await project.move("lesson:crm/export", "lesson:sales/export");
    expect(notes).toEqual([
      "content/lessons/sales/screen.png is there already, so content/lessons/crm/screen.png stays where it is.",
    ]);
    expect(await project.read("content/lessons/sales/export.mdx")).toContain("![a](../crm/screen.png)");
    expect(await project.read("content/lessons/sales/screen.png")).toBe("another");
  });

  test("that is a folder stays one", async () => {
    const project = await base({
      "lessons/crm/index.mdx": "---\ntitle: A\n---\n\n[b](basics.mdx)\n",
      "vi/lessons/crm.mdx": "---\ntitle: A\n---\n\n[b](crm/basics.mdx)\n",
      "lessons/crm/basics.mdx": "---\ntitle: B\n---\n\n[a](index.mdx) [c](lesson:crm)\n",
    });
    await project.move("lesson:crm", "lesson:sales");
    expect(await project.read("content/lessons/sales/index.mdx")).toContain("[b](../crm/basics.mdx)");
    expect(await project.read("content/vi/lessons/sales.mdx")).toContain("[b](crm/basics.mdx)");
    expect(await project.read("content/lessons/crm/basics.mdx")).toContain("[a](../sales/index.mdx) [c](lesson:sales)");
    expect(await project.mistakes()).toEqual([]);
  });

  test("with letters of any script is found in every spelling", async () => {
    const name = "hoàn-tiền";
    const project = await base({
      [`faqs/${name}.md`]: "# Hoàn tiền?\n\nCó.\n",
      "lessons/a.mdx": `---\ntitle: A\n---\n\n[a](../faqs/${name.normalize("NFD")}.md) [b](../faqs/ho%C3%A0n-ti%E1%BB%81n.md) [c](faq:${name}) [d](../faqs/ho&agrave;n-ti&#x1EC1;n.md)\n`,
    });
    await project.move(`faq:${name}`, "faq:đổi-trả");
    expect(await project.read("content/lessons/a.mdx")).toBe(
      `---\ntitle: A\n---\n\n[a](../faqs/đổi-trả.md) [b](../faqs/${encodeURI("đổi-trả")}.md) [c](faq:đổi-trả) [d](../faqs/đổi-trả.md)\n`,
    );
    expect(await project.mistakes()).toEqual([]);
  });

  test.each([
    ["no front matter", "# A\r\n\r\nText.\r\n", "---\r\nformerly: [old]\r\n---\r\n\r\n# A\r\n\r\nText.\r\n"],
    ["empty front matter", "---\n---\n# A\n", "---\nformerly: [old]\n---\n# A\n"],
    ["front matter on one line", "---\n{ title: A }\n---\n", "---\n{ title: A , formerly: [old]}\n---\n"],
    [
      "the key without a value",
      "---\ntitle: A\nformerly: # old ids\ntags: [x]\n---\n",
      "---\ntitle: A\nformerly: [old] # old ids\ntags: [x]\n---\n",
    ],
    [
      "nothing, as YAML writes it",
      "---\nformerly: ~ # x\ntitle: A\n---\n",
      "---\nformerly: [old] # x\ntitle: A\n---\n",
    ],
    ["one old id", "---\ntitle: A\nformerly: older\n---\n", "---\ntitle: A\nformerly: [older, old]\n---\n"],
    [
      "a list in brackets",
      "---\ntitle: A\nformerly: [ older ] # x\n---\n",
      "---\ntitle: A\nformerly: [ older, old ] # x\n---\n",
    ],
    ["an empty list", "---\ntitle: A\nformerly: []\n---\n", "---\ntitle: A\nformerly: [old]\n---\n"],
    [
      "a list of lines",
      "---\ntitle: A\nformerly:\n    - older # x\n\ntags: [x]\n---\n",
      "---\ntitle: A\nformerly:\n    - older # x\n    - old\n\ntags: [x]\n---\n",
    ],
    [
      "a list over several lines",
      "---\ntitle: A\nformerly: [\n  older,\n]\n---\n",
      "---\ntitle: A\nformerly: [\n  older, old\n]\n---\n",
    ],
  ])("remembers its old id: %s", async (_name, text, expected) => {
    const project = await base({ "lessons/old.md": text });
    await project.move("lesson:old", "lesson:new");
    expect(await project.read("content/lessons/new.md")).toBe(expected);
    expect((await project.mistakes()).filter((one) => !one.includes("title"))).toEqual([]);
  });

  test("moved back has the other id as its old one", async () => {
    const project = await base({ "lessons/crm/export.mdx": lesson });
    await project.move("lesson:crm/export", "lesson:a");
    expect(await project.read("content/lessons/a.mdx")).toBe(moved);
    await project.move("lesson:a", "lesson:crm/export");
    expect(await project.read("content/lessons/crm/export.mdx")).toBe(moved.replace("[crm/export]", "[a]"));
    await project.move("lesson:crm/export", "lesson:b");
    expect(await project.read("content/lessons/b.mdx")).toBe(moved.replace("[crm/export]", "[a, crm/export]"));
    expect(await project.mistakes()).toEqual([]);
  });

  test("whose page stays the same needs no old id", async () => {
    const project = await base({ "lessons/Export.mdx": lesson, "faqs/b.md": "# B?\n\n[x](lesson:Export)\n" });
    await project.move("lesson:Export", "lesson:export");
    expect(await project.read("content/lessons/export.mdx")).toBe(lesson);
    expect(await project.read("content/faqs/b.md")).toContain("(lesson:export)");
    expect(await project.mistakes()).toEqual([]);
  });
});

describe("an entry and its place can be named", () => {
  test.each([
    ["lesson:crm/export", "lesson:sales/export"],
    ["content/lessons/crm/export.mdx", "content/lessons/sales/export.mdx"],
    ["content/vi/lessons/crm/export.mdx", "content/vi/lessons/sales/export.mdx"],
    ["lessons/crm/export.mdx", "lessons/sales/export"],
    ["crm/export", "sales/export"],
    ["lesson:crm/export", "lesson:sales/"],
    ["crm/export", "content/lessons/sales/"],
  ])("%s → %s", async (from, to) => {
    const project = await base({ "lessons/crm/export.mdx": lesson, "vi/lessons/crm/export.mdx": lesson });
    const result = await project.move(from, to);
    expect([result.from, result.to]).toEqual(["lesson:crm/export", "lesson:sales/export"]);
    expect(await project.files("content")).toEqual(["lessons/sales/export.mdx", "vi/lessons/sales/export.mdx"]);
  });

  test("from the folder that somebody is in", async () => {
    const project = await base({ "lessons/crm/export.mdx": lesson });
    const cwd = project.path("content/lessons/crm");
    expect(await project.move("export.mdx", "../sales/export.mdx", { cwd })).toMatchObject({
      to: "lesson:sales/export",
    });
  });
});

describe("a move that cannot be is refused, and nothing changes", () => {
  const content = {
    "lessons/crm/export.mdx": lesson,
    "lessons/crm/basics.mdx": lesson,
    "lessons/sales/export.md": "# Export\n\nText.\n",
    "lessons/sales/Quick.mdx": lesson,
    "lessons/now.mdx": "---\ntitle: N\nformerly: [then]\n---\n\nText.\n",
    "faqs/now.md": "# Now?\n\nYes.\n",
    "faqs/only.md": "# Only?\n\nYes.\n",
  };
  test.each([
    ["lesson:crm/exprot", "lesson:x", "There is no entry lesson:crm/exprot.", "Did you mean “lesson:crm/export”?"],
    ["crm/exprot", "lesson:x", "There is no entry crm/exprot.", "Did you mean “lesson:crm/export”?"],
    [
      "content/lessons/crm/exprot.mdx",
      "x",
      "There is no entry lesson:crm/exprot.",
      "Did you mean “lesson:crm/export”?",
    ],
    [
      "nothing-like-it",
      "x",
      "There is no entry nothing-like-it.",
      "Name it by its ref (lesson:crm/export-report) or its file.",
    ],
    ["lesson:then", "x", "There is no lesson:then.", "It is lesson:now now."],
    ["now", "x", "“now” is lesson:now and faq:now.", "Say which, with its type in front."],
    [
      "lesson:crm/export",
      "lesson:crm/basics",
      "lesson:crm/basics is there already: content/lessons/crm/basics.mdx.",
      "Choose another place, or move that one first.",
    ],
    [
      "lesson:crm/export",
      "lesson:sales/",
      "lesson:sales/export is there already: content/lessons/sales/export.md.",
      "Choose another place, or move that one first.",
    ],
    [
      "lesson:crm/export",
      "lesson:sales/quick",
      "content/lessons/sales/Quick.mdx has the page of lesson:sales/quick already.",
      "Choose another place, or move that one first.",
    ],
    [
      "lesson:crm/export",
      "lesson:then",
      "The address of lesson:then leads to lesson:now, which was once there.",
      "Choose another place, or take the id out of “formerly” there.",
    ],
    ["lesson:crm/export", "lesson:crm/export", "lesson:crm/export is there already.", "Name another place."],
    [
      "content/lessons/crm/export.mdx",
      "content/vi/lessons/crm/export.mdx",
      "lesson:crm/export is there already.",
      "To translate an entry, copy its file to the folder of the language.",
    ],
    [
      "lesson:crm/export",
      "faq:crm/export",
      "A lesson cannot become a faq by moving it.",
      "They have different keys and blocks: write a new faq, and name lesson:crm/export in its text.",
    ],
    [
      "lesson:crm/export",
      "content/faqs/export.mdx",
      "A lesson cannot become a faq by moving it.",
      "They have different keys and blocks: write a new faq, and name lesson:crm/export in its text.",
    ],
    [
      "lesson:crm/export",
      "lesson:../secret",
      "“../secret” leads out of the folder lessons/.",
      "Write the path below it, for example crm/export-report.",
    ],
    [
      "lesson:crm/export",
      "../elsewhere/export.mdx",
      "../elsewhere/export.mdx is not in the content folder.",
      "Name a place under content/, or a new id.",
    ],
    [
      "lesson:crm/export",
      "/etc/export.mdx",
      "/etc/export.mdx is not in the content folder.",
      "Name a place under content/, or a new id.",
    ],
    [
      "lesson:crm/export",
      "lesson:My Export",
      "“My Export” has a space in it, which addresses cannot have.",
      "Try my-export.",
    ],
    [
      "lesson:crm/export",
      "lessons/x.md",
      "lesson:crm/export is MDX, and stays so when it is moved.",
      "Leave out the ending .md.",
    ],
  ])("%s → %s", async (from, to, message, hint) => {
    const project = await base(content);
    const before = await contents(project);
    await expect(project.move(from, to)).rejects.toMatchObject({ name: "SetupError", message, hint });
    expect(await contents(project)).toEqual(before);
  });

  test.each([
    [
      "text",
      "lessons/a.mdx",
      "---\ntitle: A\n---\n\n<Callout>\n[x](crm/export.mdx)\n",
      "content/lessons/a.mdx:5:1 has a mistake, so that its links cannot be corrected: <Callout> is opened here and never closed.",
    ],
    [
      "front matter",
      "lessons/a.mdx",
      '---\ntitle: "A\nrelated: [lesson:crm/export]\n---\n\nText.\n',
      "content/lessons/a.mdx has a mistake, so that its links cannot be corrected: Its front matter cannot be read.",
    ],
    [
      "text of the entry itself",
      "vi/lessons/crm/export.mdx",
      "---\ntitle: A\n---\n\n{oops\n",
      "content/vi/lessons/crm/export.mdx:5:1 has a mistake, so that its links cannot be corrected: Braces { } hold code in MDX, and this is none.",
    ],
  ])("where a mistake in the %s hides what has to be rewritten", async (_name, file, text, told) => {
    const project = await base({ ...content, [file]: text });
    const before = await contents(project);
    await expect(project.move("lesson:crm/export", "lesson:x")).rejects.toMatchObject({
      message: told,
      hint: "Mend it first; knowhow check tells more.",
    });
    expect(await contents(project)).toEqual(before);
  });

  test("but not where a mistake stands in a file that has nothing to do with it", async () => {
    const project = await base({ ...content, "lessons/broken.mdx": "<Callout>\n" });
    await project.move("lesson:crm/export", "lesson:x");
    expect(await project.files("content/lessons")).toContain("x.mdx");
  });
});

test("a dry run tells everything and changes nothing", async () => {
  const project = await base({
    "lessons/a.mdx": lesson,
    "faqs/b.md": "# B?\n\n[x](lesson:a) and [y](../lessons/a.mdx#steps)\n",
  });
  const before = await contents(project);
  const told = await project.move("lesson:a", "lesson:c/d", { dryRun: true });
  expect(await contents(project)).toEqual(before);
  expect(told).toEqual({
    from: "lesson:a",
    to: "lesson:c/d",
    entries: [{ from: "lesson:a", to: "lesson:c/d" }],
    moved: [{ from: "content/lessons/a.mdx", to: "content/lessons/c/d.mdx" }],
    rewritten: [
      {
        file: "content/faqs/b.md",
        places: [
          { line: 3, column: 5, before: "lesson:a", after: "lesson:c/d" },
          { line: 3, column: 23, before: "../lessons/a.mdx#steps", after: "../lessons/c/d.mdx#steps" },
        ],
      },
      { file: "content/lessons/a.mdx", places: [{ line: 3, column: 1, before: "", after: "formerly: [a]\n" }] },
    ],
    notes: [],
  });
  expect(await project.move("lesson:a", "lesson:c/d")).toEqual(told);
  expect(Object.keys(await changed(project, before))).toEqual(["faqs/b.md", "lessons/c/d.mdx"]);
});

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

const lesson = "---\ntitle: Export\n---\n\nText.\n\n## Steps\n\nOne.\n";

const crm: Contents = {
  "lessons/crm/export.mdx":
    '---\ntitle: Export\nrelated: [lesson:crm/deep/basics, faq:b]\n---\n\n[a](deep/basics.mdx) [b](../../faqs/b.md) ![c](button.png) [d](lesson:crm)\n\n<Include file="_steps.mdx" />\n\n## Steps\n',
  "lessons/crm/index.mdx": "---\ntitle: CRM\n---\n\n[a](export.mdx#steps)\n",
  "lessons/crm/deep/basics.mdx": "---\ntitle: Basics\n---\n\n[a](../export.mdx) [e](../../other.mdx)\n",
  "lessons/crm/_steps.mdx": "[o](../other.mdx) ![c](button.png)\n",
  "lessons/crm/button.png": picture,
  "lessons/crm/unused.txt": "notes",
  "vi/lessons/crm/export.mdx":
    "---\ntitle: Xuất\n---\n\n![c](../../../lessons/crm/button.png) [a](deep/basics.mdx)\n\n## Steps\n",
  "vi/lessons/crm.mdx": "---\ntitle: CRM\n---\n\nNội dung. [x](crm/export.mdx)\n",
  "lessons/other.mdx":
    '---\ntitle: Other\nprerequisites: [lesson:crm/export, lesson:crm]\n---\n\n[a](crm/export.mdx#steps) [b](/lessons/crm/deep/basics/) [c](crm/index.mdx) ![d](crm/button.png)\n\n<a href="crm/deep/basics.mdx">x</a> `crm/export.mdx`\n\n<Include file="/lessons/crm/_steps.mdx" />\n',
  "lessons/crm-not.mdx": lesson,
  "faqs/b.md": "# B?\n\n[x](lesson:crm/export) [y](lesson:crm-not)\n",
  "paths/all.md": "---\ntitle: All\nsteps: [lesson:crm, lesson:crm/export]\n---\n\nText.\n",
};

describe("a folder", () => {
  test("moves with everything in it, in every language, and all that leads into it follows", async () => {
    const project = await base(crm, {
      "golden.jsonl": '{"q": "how to export", "relevant": ["lesson:crm/export"]}\n',
      "knowhow.config.json": JSON.stringify({
        ...config,
        nav: [
          { label: { en: "CRM", vi: "CRM" }, to: "lesson:crm" },
          { label: { en: "Export", vi: "Xuất" }, to: "/lessons/crm/export/" },
        ],
      }),
    });
    expect(await project.mistakes()).toEqual([]);
    const moved = await project.move("content/lessons/crm", "content/lessons/sales");
    expect(moved).toMatchObject({
      from: "content/lessons/crm",
      to: "content/lessons/sales",
      entries: [
        { from: "lesson:crm", to: "lesson:sales" },
        { from: "lesson:crm/deep/basics", to: "lesson:sales/deep/basics" },
        { from: "lesson:crm/export", to: "lesson:sales/export" },
      ],
      notes: [],
    });
    expect(await project.files("content")).toEqual([
      "faqs/b.md",
      "lessons/crm-not.mdx",
      "lessons/other.mdx",
      "lessons/sales/_steps.mdx",
      "lessons/sales/button.png",
      "lessons/sales/deep/basics.mdx",
      "lessons/sales/export.mdx",
      "lessons/sales/index.mdx",
      "lessons/sales/unused.txt",
      "paths/all.md",
      "vi/lessons/sales.mdx",
      "vi/lessons/sales/export.mdx",
    ]);
    const read = (file: string) => project.read(`content/${file}`);
    expect(await read("lessons/other.mdx")).toBe(
      '---\ntitle: Other\nprerequisites: [lesson:sales/export, lesson:sales]\n---\n\n[a](sales/export.mdx#steps) [b](/lessons/sales/deep/basics/) [c](sales/index.mdx) ![d](sales/button.png)\n\n<a href="sales/deep/basics.mdx">x</a> `crm/export.mdx`\n\n<Include file="/lessons/sales/_steps.mdx" />\n',
    );
    expect(await read("faqs/b.md")).toBe("# B?\n\n[x](lesson:sales/export) [y](lesson:crm-not)\n");
    expect(await read("paths/all.md")).toContain("steps: [lesson:sales, lesson:sales/export]");
    expect(await read("lessons/sales/export.mdx")).toBe(
      '---\ntitle: Export\nrelated: [lesson:sales/deep/basics, faq:b]\nformerly: [crm/export]\n---\n\n[a](deep/basics.mdx) [b](../../faqs/b.md) ![c](button.png) [d](lesson:sales)\n\n<Include file="_steps.mdx" />\n\n## Steps\n',
    );
    expect(await read("vi/lessons/sales/export.mdx")).toBe(
      "---\ntitle: Xuất\nformerly: [crm/export]\n---\n\n![c](../../../lessons/sales/button.png) [a](deep/basics.mdx)\n\n## Steps\n",
    );
    expect(await read("vi/lessons/sales.mdx")).toBe(
      "---\ntitle: CRM\nformerly: [crm]\n---\n\nNội dung. [x](sales/export.mdx)\n",
    );
    expect(await project.read("golden.jsonl")).toContain("lesson:sales/export");
    expect(JSON.parse(await project.read("knowhow.config.json"))).toMatchObject({
      nav: [{ to: "lesson:sales" }, { to: "/lessons/sales/export/" }],
    });
    expect(await project.mistakes()).toEqual([]);
  });

  test("takes the files along that Knowhow passes over, so that nothing is left of it", async () => {
    const project = await base({
      "lessons/crm/a.md": lesson,
      "vi/lessons/crm/a.md": lesson,
      "lessons/crm/.draft.md": "---\nnot: yet\n",
      "lessons/crm/.notes/deep/todo.txt": "todo",
      "vi/lessons/crm/.order": "a",
      "lessons/crm/.DS_Store": "old",
      "lessons/sales/.DS_Store": "new",
    });
    const { moved } = await project.move("lesson:crm/", "lesson:sales");
    expect(moved).toContainEqual({ from: "content/lessons/crm/.draft.md", to: "content/lessons/sales/.draft.md" });
    const after = await contents(project);
    expect(Object.keys(after)).toEqual([
      "content/lessons/crm/.DS_Store",
      "content/lessons/sales/.DS_Store",
      "content/lessons/sales/.draft.md",
      "content/lessons/sales/.notes/deep/todo.txt",
      "content/lessons/sales/a.md",
      "content/vi/lessons/sales/.order",
      "content/vi/lessons/sales/a.md",
      "knowhow.config.json",
    ]);
    expect(after).toMatchObject({
      "content/lessons/sales/.draft.md": "---\nnot: yet\n",
      "content/lessons/sales/.DS_Store": "new",
    });
  });

  test("moved deeper, its own links lead where they led; back again, everything is as it was but for its old ids", async () => {
    const project = await base(crm);
    const before = await contents(project);
    await project.move("lesson:crm/", "lesson:teams/sales/crm");
    expect(await project.mistakes()).toEqual([]);
    expect(await project.read("content/lessons/teams/sales/crm/_steps.mdx")).toBe(
      "[o](../../../other.mdx) ![c](button.png)\n",
    );
    expect(await project.read("content/vi/lessons/teams/sales/crm/export.mdx")).toContain(
      "![c](../../../../../lessons/teams/sales/crm/button.png) [a](deep/basics.mdx)",
    );
    await project.move("content/vi/lessons/teams/sales/crm", "lesson:crm");
    const after = await contents(project);
    const withoutOld = Object.entries(after).map(([file, text]) => [file, text.replace(/^formerly: .*\n/m, "")]);
    expect(Object.fromEntries(withoutOld)).toEqual(before);
    expect(await project.mistakes()).toEqual([]);
  });

  test.each([
    ["content/lessons/crm", "content/lessons/sales", {}],
    ["content/lessons/crm/", "content/lessons/sales/", {}],
    ["content/vi/lessons/crm", "content/vi/lessons/sales", {}],
    ["lessons/crm", "sales", {}],
    ["lesson:crm/", "lesson:sales/", {}],
    ["lesson:crm/", "sales", {}],
    ["crm", "../lessons/sales", { cwd: "content/lessons" }],
  ])("can be named: %s → %s", async (from, to, { cwd }: { readonly cwd?: string }) => {
    const project = await base({ "lessons/crm/a.mdx": lesson, "vi/lessons/crm/a.mdx": lesson });
    await project.move(from, to, cwd === undefined ? {} : { cwd: project.path(cwd) });
    expect(await project.files("content")).toEqual(["lessons/sales/a.mdx", "vi/lessons/sales/a.mdx"]);
  });

  test("is meant by a slash where an entry beside it has its name", async () => {
    const project = await base({ "lessons/crm.mdx": lesson, "lessons/crm/a.mdx": lesson });
    const cwd = project.path("content/lessons");
    expect(await project.move("crm", "sales", { cwd, dryRun: true })).toMatchObject({ from: "lesson:crm" });
    await project.move("crm/", "sales", { cwd });
    expect(await project.files("content")).toEqual(["lessons/crm.mdx", "lessons/sales/a.mdx"]);
  });

  test("goes into a folder that is there, where that is written with a slash", async () => {
    const project = await base({ "lessons/crm/a.mdx": lesson, "lessons/sales/b.mdx": lesson });
    expect(await project.move("lesson:crm/", "content/lessons/sales/")).toMatchObject({
      to: "content/lessons/sales/crm",
    });
    expect(await project.files("content")).toEqual(["lessons/sales/b.mdx", "lessons/sales/crm/a.mdx"]);
  });

  test("of partials, of pictures, and with the logo of the site", async () => {
    const project = await base(
      {
        "_partials/x.mdx": "![l](img/logo.svg) [a](../lessons/a.mdx)\n",
        "_partials/img/logo.svg": "<svg/>",
        "vi/_partials/x.mdx": "[a](../../lessons/a.mdx)\n",
        "lessons/a.mdx": '---\ntitle: A\n---\n\n<Include file="../_partials/x.mdx" />\n',
        "vi/lessons/a.mdx": '---\ntitle: A\n---\n\n<Include file="/_partials/x.mdx" />\n',
      },
      { "knowhow.config.json": JSON.stringify({ ...config, theme: { logo: "./content/_partials/img/logo.svg" } }) },
    );
    expect(await project.mistakes()).toEqual([]);
    expect(await project.move("content/_partials", "content/_shared/texts")).toMatchObject({ entries: [] });
    expect(await project.files("content")).toEqual([
      "_shared/texts/img/logo.svg",
      "_shared/texts/x.mdx",
      "lessons/a.mdx",
      "vi/_shared/texts/x.mdx",
      "vi/lessons/a.mdx",
    ]);
    expect(await project.read("content/lessons/a.mdx")).toContain('file="../_shared/texts/x.mdx"');
    expect(await project.read("content/vi/lessons/a.mdx")).toContain('file="/_shared/texts/x.mdx"');
    expect(await project.read("content/_shared/texts/x.mdx")).toBe("![l](img/logo.svg) [a](../../lessons/a.mdx)\n");
    expect(await project.read("knowhow.config.json")).toContain('"./content/_shared/texts/img/logo.svg"');
    expect(await project.mistakes()).toEqual([]);
    await project.move("content/_shared/texts/img", "content/_shared/pictures");
    expect(await project.read("content/_shared/texts/x.mdx")).toContain("![l](../pictures/logo.svg)");
    expect(await project.mistakes()).toEqual([]);
  });
});

describe("a file that is no entry", () => {
  const shared: Contents = {
    "_partials/x.mdx": "![p](p.png) ![q](q.png)\n",
    "_partials/p.png": picture,
    "_partials/q.png": picture,
    "vi/_partials/x.mdx": "Dịch.\n",
    "lessons/a.mdx":
      '---\ntitle: A\n---\n\n<Include file="../_partials/x.mdx" />\n\n![q](../_partials/q.png "the q")\n\n`_partials/x.mdx`\n',
    "vi/lessons/a.mdx": '---\ntitle: A\n---\n\n<Include file="../../_partials/x.mdx" />\n',
    "lessons/b.mdx": "---\ntitle: B\n---\n\n<Include file='/_partials/x.mdx' />\n",
  };

  test("a partial moves in every language, with what is its own, and every Include follows", async () => {
    const project = await base(shared);
    const moved = await project.move("content/_partials/x.mdx", "content/lessons/_parts/y.mdx");
    expect(moved).toMatchObject({
      from: "content/_partials/x.mdx",
      to: "content/lessons/_parts/y.mdx",
      entries: [],
      moved: [
        { from: "content/_partials/p.png", to: "content/lessons/_parts/p.png" },
        { from: "content/_partials/x.mdx", to: "content/lessons/_parts/y.mdx" },
        { from: "content/vi/_partials/x.mdx", to: "content/vi/lessons/_parts/y.mdx" },
      ],
    });
    expect(await project.read("content/lessons/a.mdx")).toBe(
      '---\ntitle: A\n---\n\n<Include file="_parts/y.mdx" />\n\n![q](../_partials/q.png "the q")\n\n`_partials/x.mdx`\n',
    );
    expect(await project.read("content/lessons/b.mdx")).toContain("<Include file='/lessons/_parts/y.mdx' />");
    expect(await project.read("content/vi/lessons/a.mdx")).toContain('file="../../lessons/_parts/y.mdx"');
    expect(await project.read("content/lessons/_parts/y.mdx")).toBe("![p](p.png) ![q](../../_partials/q.png)\n");
    expect(await project.mistakes()).toEqual([]);
  });

  test.each([
    ["content/_partials/x.mdx", "y.mdx", "_partials/y.mdx"],
    ["content/_partials/x.mdx", "y", "_partials/y.mdx"],
    ["_partials/x.mdx", "content/_texts/", "_texts/x.mdx"],
    ["content/vi/_partials/x.mdx", "content/vi/_partials/y.mdx", "_partials/y.mdx"],
  ])("a partial can be named: %s → %s", async (from, to, place) => {
    const project = await base(shared);
    await project.move(from, to);
    const files = await project.files("content");
    expect(files).toEqual(expect.arrayContaining([place, `vi/${place}`]));
    expect(files).not.toContain("_partials/x.mdx");
    expect(await project.mistakes()).toEqual([]);
  });

  test("a picture moves alone", async () => {
    const project = await base(shared);
    await project.move("content/_partials/q.png", "content/lessons/queue.png");
    expect(await project.read("content/lessons/a.mdx")).toContain('![q](queue.png "the q")');
    expect(await project.read("content/_partials/x.mdx")).toBe("![p](p.png) ![q](../lessons/queue.png)\n");
    expect(await project.mistakes()).toEqual([]);
  });
});

describe("a move that cannot be is refused, and nothing changes", () => {
  const content: Contents = {
    ...crm,
    "lessons/sales/a.mdx": lesson,
    "faqs/now/a.md": "# Now?\n\nYes.\n",
    "faqs/top/index.md": "# Top?\n\nYes.\n",
    "faqs/then.md": "# Then?\n\nYes.\n",
    "quizzes/then.mdx": "---\ntitle: Q\nformerly: [old/a]\n---\n\n## Which?\n\n- [x] a\n- [ ] b\n",
    "quizzes/new/a.mdx": "---\ntitle: Q\n---\n\n## Which?\n\n- [x] a\n- [ ] b\n",
    "_partials/x.mdx": "Text.\n",
    "_partials/z.mdx": "Text.\n",
    "vi/_partials/w.mdx": "Text.\n",
  };
  test.each([
    [
      "content/lessons/crm",
      "content/lessons/sales",
      "content/lessons/sales is there already.",
      "To put crm into it, write content/lessons/sales/crm.",
    ],
    [
      "content/lessons/crm/deep",
      "content/lessons/crm",
      "content/lessons/crm is there already.",
      "Choose another place, or move its entries one by one.",
    ],
    ["content/lessons/crm", "lesson:crm", "content/lessons/crm is there already.", "Name another place."],
    ["content/lessons/crm", "lesson:crm/old", "content/lessons/crm cannot move into itself.", "Name another place."],
    [
      "content/lessons/crm",
      "content/faqs/crm",
      "The lessons of content/lessons/crm cannot move to content/faqs/crm: what lies there is a faq.",
      "Name a place under content/lessons/.",
    ],
    [
      "content/lessons/crm",
      "content/_old/crm",
      "The lessons of content/lessons/crm cannot move to content/_old/crm: what lies there is no entry.",
      "Name a place under content/lessons/.",
    ],
    ["content/lessons/crm", "lesson:_old", "What is named “_old” is not published.", "Try old."],
    ["content/lessons/crm", "lesson:CRM", "“CRM” has capital letters, which addresses do not tell apart.", "Try crm."],
    [
      "content/lessons/crm",
      "../sales",
      "../sales is not in the content folder.",
      "Name a place under content/, or a new name.",
    ],
    [
      "content/lessons",
      "content/faqs",
      "content/lessons holds the lessons: its name says what they are.",
      "Move a folder in it, or an entry.",
    ],
    [
      "quiz:new/",
      "quiz:old",
      "The address of quiz:old/a leads to quiz:then, which was once there.",
      "Choose another place, or take the id out of “formerly” there.",
    ],
    ["lesson:sales", "x", "There is no entry lesson:sales.", "To move the folder of that name, write lesson:sales/."],
    ["faq:top/", "faq:now", "content/faqs/now is there already.", "To put top into it, write content/faqs/now/top."],
    [
      "faq:top/",
      "faq:then",
      "faq:then is there already: content/faqs/then.md.",
      "Choose another place, or move that one first.",
    ],
    ["content/lessons/none", "x", "There is no entry content/lessons/none.", undefined],
    [
      "content/_partials/x.mdx",
      "content/_partials/z.mdx",
      "content/_partials/z.mdx is there already.",
      "Choose another name, or move it away.",
    ],
    [
      "content/_partials/x.mdx",
      "w",
      "content/vi/_partials/w.mdx is there already.",
      "Choose another name, or move it away.",
    ],
    ["content/_partials/x.mdx", "x.mdx", "content/_partials/x.mdx is there already.", "Name another place."],
    [
      "content/_partials/x.mdx",
      "content/lessons/x.mdx",
      "content/lessons/x.mdx is no place for a partial.",
      "A name in its path has to begin with “_”: content/lessons/_x.mdx.",
    ],
    [
      "content/_partials/x.mdx",
      "x.md",
      "content/_partials/x.mdx keeps its ending when it is moved.",
      "Write .mdx for .md, or leave it out.",
    ],
    [
      "content/_partials",
      "content/lessons/partials",
      "content/lessons/partials is no place for partials such as content/_partials/x.mdx.",
      "A name in their path has to begin with “_”: content/lessons/_partials.",
    ],
    [
      "content/_partials/x.mdx",
      "../x.mdx",
      "../x.mdx is not in the content folder.",
      "Name a place under content/, or a new name.",
    ],
    [
      "content/_partials",
      "content/_a:b",
      "“_a:b” is no name that files can have everywhere.",
      "Use letters, digits, “-” and “_”.",
    ],
  ])("%s → %s", async (from, to, message, hint) => {
    const project = await base(content);
    const before = await contents(project);
    const error: unknown = await project.move(from, to).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: "SetupError", message, ...(hint === undefined ? {} : { hint }) });
    expect(await contents(project)).toEqual(before);
  });

  test("where a mistake in one of its entries hides what has to be rewritten", async () => {
    const project = await base({ ...content, "lessons/crm/broken.mdx": "---\ntitle: A\n---\n\n{oops\n" });
    const before = await contents(project);
    await expect(project.move("lesson:crm/", "lesson:x")).rejects.toMatchObject({
      message:
        "content/lessons/crm/broken.mdx:5:1 has a mistake, so that its links cannot be corrected: Braces { } hold code in MDX, and this is none.",
    });
    expect(await contents(project)).toEqual(before);
  });
});

test("a dry run of a folder tells everything and changes nothing", async () => {
  const project = await base(crm);
  const before = await contents(project);
  const told = await project.move("lesson:crm/", "lesson:sales", { dryRun: true });
  expect(await contents(project)).toEqual(before);
  expect(told.rewritten.map(({ file }) => file)).toContain("content/lessons/other.mdx");
  expect(await project.move("lesson:crm/", "lesson:sales")).toEqual(told);
});

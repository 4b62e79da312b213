import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { complete, define, hover, openWorkspace, type Workspace } from "../src/language/index.ts";
import { fieldTexts } from "../src/model/field-texts.ts";
import { frontmatterSchemas } from "../src/model/index.ts";
import { today } from "./support/told.ts";

const files = {
  "knowhow.config.json": {
    title: "Desk",
    roles: { sales: { label: "Sales" }, support: { label: "Support" } },
    locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    rules: { "translation-missing": "off", "unused-media": "off" },
  },
  "content/lessons/crm/export.mdx":
    "---\ntitle: Export a report\nsummary: As a spreadsheet.\ntags: [crm]\n---\n\n## Large reports\n\nIn parts.\n",
  "content/faqs/refunds.mdx": "---\ntitle: Can I get my money back?\n---\n\nYes, within 30 days.\n",
  "content/vi/faqs/refunds.mdx": "---\ntitle: Tôi có được hoàn tiền không?\n---\n\nCó.\n",
  "content/lessons/crm/screen.png": picture,
  // As an archive made on a Mac leaves names: decomposed.
  "content/lessons/crm/bu\u0308.png": picture,
};

const edited = "lessons/crm/new.mdx";

async function open(config: object = {}): Promise<{ project: Project; workspace: Workspace }> {
  const project = await createProject({
    ...files,
    "knowhow.config.json": { ...files["knowhow.config.json"], ...config },
  });
  return { project, workspace: await openWorkspace({ root: project.root, today }) };
}

/** Holds a text with a cursor, written |, and tells the place of the cursor. */
async function hold(workspace: Workspace, marked: string, file = edited) {
  const offset = marked.indexOf("|");
  const lines = marked.slice(0, offset).split("\n");
  await workspace.hold(file, marked.replace("|", ""));
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

async function labels(workspace: Workspace, marked: string, file = edited): Promise<readonly string[]> {
  return complete(workspace, file, await hold(workspace, marked, file)).map(({ label }) => label);
}

describe("mistakes of a file that is not saved", () => {
  test("are told as those of a saved one, at their place, and are gone when it is closed", async () => {
    const { workspace } = await open();
    expect(workspace.diagnose()).toEqual([]);
    await workspace.hold(edited, "---\ntitle: New\ntitel: x\n---\n\n[x](../../faqs/refund.mdx)\n");
    expect(workspace.diagnose()).toMatchObject([
      { code: "unknown-key", file: `content/${edited}`, range: { start: { line: 3, column: 1 } } },
      { code: "broken-link", file: `content/${edited}`, range: { start: { line: 6, column: 1 } } },
    ]);
    await workspace.hold(edited, undefined);
    expect(workspace.diagnose()).toEqual([]);
  });

  test("are none where a file with a decomposed name is named in one that is not saved", async () => {
    const { workspace } = await open();
    await workspace.hold(edited, "# New\n\n![x](b\u00fc.png)\n");
    expect(workspace.diagnose()).toEqual([]);
  });

  test("show in other files, too: those that link to what has been taken away", async () => {
    const { workspace } = await open();
    await workspace.hold(edited, "# New\n\n[Large](export.mdx#large-reports)\n");
    expect(workspace.diagnose()).toEqual([]);
    await workspace.hold("lessons/crm/export.mdx", "# Export a report\n\n## Small reports\n");
    expect(workspace.diagnose()).toMatchObject([{ code: "broken-anchor", file: `content/${edited}` }]);
  });

  test("follow a partial as it is typed", async () => {
    const { workspace } = await open();
    await workspace.hold("_shared/note.mdx", "Ask **Linh**.\n");
    await workspace.hold(edited, '# New\n\n<Include file="../../_shared/note.mdx" />\n');
    expect(workspace.diagnose()).toEqual([]);
    await workspace.hold("_shared/note.mdx", "Ask <Nobody />.\n");
    expect(workspace.diagnose()).toMatchObject([{ code: "unknown-block", file: "content/_shared/note.mdx" }]);
  });

  test("are told anew after files changed on the disk", async () => {
    const { project, workspace } = await open();
    await project.write("content/faqs/other.mdx", "---\ntitle: Other\nrelated: [faq:gone]\n---\n\nText.\n");
    await workspace.refresh();
    expect(workspace.diagnose()).toMatchObject([{ code: "broken-ref", file: "content/faqs/other.mdx" }]);
  });
});

describe("completion", () => {
  test("offers the keys that the front matter of the type lacks", async () => {
    const { workspace } = await open();
    const offered = await labels(workspace, "---\ntitle: New\n|\n---\n\nsummary: in the text.\n");
    expect(offered).toContain("summary");
    expect(offered).toContain("objective");
    expect(offered).not.toContain("title");
    expect(offered).not.toContain("category");
    expect(await labels(workspace, "---\ntitle: New\ncat|\n", "faqs/new.md")).toContain("category");
  });

  test.each([
    ["level: |", ["beginner", "intermediate", "advanced"]],
    ["status: dr|", ["draft", "published", "archived"]],
    ["roles: [sales, |]", ["sales", "support"]],
    ["roles:\n  - |", ["sales", "support"]],
    ["tags: [|]", ["crm"]],
    ["related: [faq:re|]", ["faq:refunds", "lesson:crm/export"]],
    ["prerequisites:\n  - lesson:|", ["faq:refunds", "lesson:crm/export"]],
  ])("offers values for %j", async (line, expected) => {
    const { workspace } = await open();
    expect([...(await labels(workspace, `---\ntitle: New\n${line}\n---\n\nText.\n`))].sort()).toEqual(
      expected.toSorted(),
    );
  });

  test("offers the tags that the configuration names, with their names in the language of the file", async () => {
    const { workspace } = await open({
      tags: { crm: { label: "CRM" }, billing: { label: { en: "Billing", vi: "Thanh toán" } } },
    });
    const offered = async (file: string) =>
      complete(workspace, file, await hold(workspace, "---\ntitle: New\ntags: [|]\n---\n\nText.\n", file)).map(
        ({ label, detail }) => `${label}: ${detail}`,
      );
    expect(await offered(edited)).toEqual(["crm: CRM", "billing: Billing"]);
    expect(await offered(`vi/${edited}`)).toEqual(["crm: CRM", "billing: Thanh toán"]);
  });

  test("offers blocks, and those that belong into others only there", async () => {
    const { workspace } = await open();
    const outside = await labels(workspace, "# New\n\n<|\n");
    expect(outside).toContain("Callout");
    expect(outside).not.toContain("Hint");
    expect(await labels(workspace, '# New\n\n<Question id="a">\nWhich?\n\n<|\n')).toContain("Hint");
    expect(await labels(workspace, "# New\n\n```js\n<|\n```\n")).toEqual([]);
    expect(await labels(workspace, "# New\n\n<|\n", "lessons/new.md")).toEqual([]);
  });

  test("offers the props that a tag lacks, and their values", async () => {
    const { workspace } = await open();
    expect(await labels(workspace, '# New\n\n<Callout type="tip" |>\n')).toEqual(["title"]);
    expect(await labels(workspace, '# New\n\n<Callout type="|">\n')).toEqual(["note", "tip", "warning", "danger"]);
    const faqs = await labels(workspace, '# New\n\n<Faq of="|">\n');
    expect(faqs).toContain("faq:refunds");
    expect(faqs.filter((label) => !label.startsWith("faq:"))).toEqual([]);
  });

  test("offers where a link may lead: refs, files and the headings of an entry", async () => {
    const { workspace } = await open();
    const offered = await labels(workspace, "# New\n\nSee [this](|).\n");
    expect(offered).toContain("faq:refunds");
    expect(offered).toContain("../../faqs/refunds.mdx");
    expect(offered).toContain("screen.png");
    expect(await labels(workspace, "# New\n\nSee [this](export.mdx#|).\n")).toEqual(["#large-reports"]);
    expect(await labels(workspace, "# New\n\nSee [this](lesson:crm/export#la|).\n")).toEqual(["#large-reports"]);
  });

  test("writes addresses so that they are links, whatever the names of files", async () => {
    const { project, workspace } = await open();
    await project.write("content/lessons/crm/đơn (1) 100%.md", "# Đơn\n\n## Mới\n");
    await workspace.refresh();
    const position = await hold(workspace, "# New\n\nSee [this](|\n");
    const offer = complete(workspace, edited, position).find(({ label }) => label === "đơn (1) 100%.md");
    expect(offer?.edit.newText).toBe("đơn%20%281%29%20100%25.md");
    const link = `# New\n\nSee [this](${offer?.edit.newText}#`;
    expect(await labels(workspace, `${link}|).\n`)).toEqual(["#mới"]);
    await workspace.hold(edited, `${link}mới).\n`);
    expect(workspace.diagnose()).toEqual([]);
  });

  test("writes a block with what it needs, over what has been typed of it", async () => {
    const { workspace } = await open();
    const position = await hold(workspace, "# New\n\n<Che|\n");
    const checklist = complete(workspace, edited, position).find(({ label }) => label === "Checklist");
    expect(checklist).toMatchObject({
      isSnippet: true,
      edit: {
        range: { start: { line: 3, column: 2 }, end: { line: 3, column: 5 } },
        newText: 'Checklist id="$1">\n$0\n</Checklist>',
      },
    });
    const inserted = complete(workspace, edited, await hold(workspace, "# New\n\n<Fa|\n"));
    expect(inserted.find(({ label }) => label === "Faq")?.edit.newText).toBe('Faq of="$1" />$0');
  });
});

describe("what is known of a word", () => {
  test("is told for keys, blocks, props and the entries that addresses lead to", async () => {
    const { workspace } = await open();
    const at = async (marked: string) => hover(workspace, edited, await hold(workspace, marked))?.text;
    expect(await at("---\ntit|le: New\n---\n\nText.\n")).toBe(fieldTexts.title);
    expect(await at("# New\n\n<Call|out>\nx\n</Callout>\n")).toContain('type="note | tip | warning | danger"');
    expect(await at('# New\n\n<Callout ty|pe="tip">\nx\n</Callout>\n')).toContain("note, tip, warning, danger");
    expect(await at("# New\n\n[x](lesson:crm/exp|ort)\n")).toBe(
      "**Export a report**\n\nAs a spreadsheet.\n\nlesson:crm/export · 1 min",
    );
    expect(await at('# New\n\n<Faq of="faq:refun|ds" />\n')).toContain("faq:refunds · 1 min");
    expect(await at("# New\n\nNo| thing.\n")).toBeUndefined();
  });
});

describe("a definition", () => {
  test.each([
    ["[x](export.mdx#large-|reports)", "lessons/crm/export.mdx", 7],
    ["[x](lesson:crm/ex|port)", "lessons/crm/export.mdx", 1],
    ["[x](faq:refun|ds)", "faqs/refunds.mdx", 1],
    ['<Faq of="faq:refun|ds" />', "faqs/refunds.mdx", 1],
    ["![x](scre|en.png)", "lessons/crm/screen.png", 1],
    ["![x](b\u00fc|.png)", "lessons/crm/bu\u0308.png", 1],
    ["## Here\n\n[x](#he|re)", edited, 3],
    ["## The snake_case _key_\n\n[x](#the-snake_case-key|)", edited, 3],
    ["```md\n# Here\n```\n\nHere\n----\n\n[x](#he|re)", edited, 7],
  ])("of %j is the file at its heading", async (body, file, line) => {
    const { workspace } = await open();
    const found = define(workspace, edited, await hold(workspace, `# New\n\n${body}\n`));
    expect(found).toMatchObject({ file, range: { start: { line } } });
  });

  test("of a ref in the front matter is the entry, in the language of the file", async () => {
    const { workspace } = await open();
    const front = "---\ntitle: New\nrelated: [faq:ref|unds]\n---\n\nText.\n";
    expect(define(workspace, edited, await hold(workspace, front))).toMatchObject({ file: "faqs/refunds.mdx" });
    const vietnamese = "vi/lessons/crm/export.mdx";
    expect(define(workspace, vietnamese, await hold(workspace, front, vietnamese))).toMatchObject({
      file: "vi/faqs/refunds.mdx",
    });
  });
});

test("links lead where they lead also while the file cannot be parsed", async () => {
  const { workspace } = await open();
  await workspace.hold(edited, "# New\n\n<Callout>\n[x](faq:refunds)\n");
  expect(define(workspace, edited, { line: 4, column: 7 })).toMatchObject({ file: "faqs/refunds.mdx" });
  await workspace.hold(edited, "---\ntitle: New\nrelated: [faq:refunds]\n---\n\n<\n");
  expect(define(workspace, edited, { line: 3, column: 12 })).toMatchObject({ file: "faqs/refunds.mdx" });
  const torn = "---\ntitle: [New\nrelated: faq:refunds\n---\n\n[x](faq:refunds)\n";
  await workspace.hold(edited, torn);
  expect(define(workspace, edited, { line: 6, column: 7 })).toMatchObject({ file: "faqs/refunds.mdx" });
  expect(hover(workspace, edited, { line: 3, column: 12 })).toBeUndefined();
});

test("nothing throws while the manual is being typed, wherever that is", async () => {
  const { workspace } = await open();
  const manual = await readFile(new URL("../../../content/lessons/knowhow/questions.mdx", import.meta.url), "utf8");
  const torn = ["", "<Callout ", "](", "---\n", "{", "[[", '<Question id="', "\u0000"];
  for (let at = 0; at < manual.length; at += 97) {
    const sign = torn[at % torn.length] ?? "";
    const typed = `${manual.slice(0, at)}${sign}`;
    await workspace.hold(edited, at % 2 === 0 ? typed : typed + manual.slice(at));
    const lines = typed.split("\n");
    const position = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
    for (const ask of [complete, hover, define]) expect(() => ask(workspace, edited, position)).not.toThrow();
    expect(() => workspace.diagnose()).not.toThrow();
  }
});

test("nothing is offered or told in files that are not there", async () => {
  const { workspace } = await open();
  const start = { line: 1, column: 1 };
  expect(complete(workspace, "lessons/none.mdx", start)).toEqual([]);
  expect(hover(workspace, "lessons/none.mdx", start)).toBeUndefined();
  expect(define(workspace, "lessons/none.mdx", start)).toBeUndefined();
  await workspace.hold(edited, "# New\n");
  expect(complete(workspace, edited, { line: 999, column: 999 })).toEqual([]);
});

test("every key of every type's front matter has a text", () => {
  for (const schema of Object.values(frontmatterSchemas)) {
    for (const key of Object.keys(schema.shape)) expect(fieldTexts[key], key).toBeDefined();
  }
});

import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { initRepository } from "../../../test/support/git.ts";
import { createProject } from "../../../test/support/project.ts";
import { createEntry, frontMatterJsonSchema, importContent, initialise } from "../src/authoring/index.ts";
import { complete, hover, openWorkspace, type Workspace } from "../src/language/index.ts";
import { checkKnowledgeBase, diffKnowledgeBase, loadConfig } from "../src/node.ts";
import { company, configWith } from "./support/own-fields.ts";
import { today } from "./support/told.ts";

const described = configWith(`{
  region: z.enum(["emea", "apac"]).describe("Where it holds."),
  isSafe: z.boolean().optional(),
  machine: z.string().optional(),
  tracks: z.array(z.enum(["basic", "expert"])).default([]),
  lesson: { difficulty: z.number().describe("How hard it is, from 1 to 5.") },
  faq: { answeredBy: z.string().optional() },
}`);

const press = "---\ntitle: The press\nregion: emea\nmachine: KB-7\ndifficulty: 2\n---\n\nText.\n";

test("the JSON Schemas for editors have the own fields of the type", async () => {
  const { root } = await createProject({ "knowhow.config.ts": described });
  const { config, code } = await loadConfig(root);
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const schema = frontMatterJsonSchema("lesson", config, code);
  const validate = ajv.compile(schema);
  expect(schema.required).toEqual(["region", "difficulty"]);
  expect(schema.properties).toMatchObject({ region: { description: "Where it holds." }, tracks: { default: [] } });
  expect(validate({ title: "A", region: "emea", difficulty: 2, tracks: ["basic"] })).toBe(true);
  expect(validate({ title: "A", region: null, difficulty: null })).toBe(true);
  expect(validate({ region: "amer", difficulty: 2 })).toBe(false);
  expect(validate({ region: "emea", difficulty: "2" })).toBe(false);
  expect(validate({ region: "emea", difficulty: 2, answeredBy: "Linh" })).toBe(false);
  expect(validate({ difficulty: 2 })).toBe(false);
});

test("a field that cannot be described does not keep the others out of the schema", async () => {
  const { root } = await createProject({
    "knowhow.config.ts": configWith(
      '{ odd: z.lazy(() => { throw new Error("Oh."); }), made: z.string().transform(Number), region: z.string() }',
    ),
  });
  const { config, code } = await loadConfig(root);
  const { properties = {} } = frontMatterJsonSchema("faq", config, code);
  expect(properties.odd).toEqual({ anyOf: [{}, { type: "null" }] });
  expect(properties.made).toMatchObject({ anyOf: [{ type: "string" }, { type: "null" }] });
  expect(properties.region).toMatchObject({ anyOf: [{ type: "string" }, { type: "null" }] });
});

test("init writes them into the editor settings of a folder that has a configuration", async () => {
  const project = await createProject({ "knowhow.config.ts": described, "content/lessons/press.md": press });
  await initialise({ root: project.root, title: "x", locales: ["en"], version: "1.0.0", today });
  const schema: unknown = JSON.parse(await project.read(".vscode/knowhow/lesson.schema.json"));
  expect(schema).toMatchObject({ properties: { difficulty: { description: "How hard it is, from 1 to 5." } } });
});

describe("while somebody writes", () => {
  const edited = "lessons/new.mdx";

  async function open(): Promise<Workspace> {
    const { root } = await createProject({ "knowhow.config.ts": described, "content/lessons/press.md": press });
    return openWorkspace({ root, today });
  }

  async function hold(workspace: Workspace, marked: string, file: string) {
    const lines = marked.slice(0, marked.indexOf("|")).split("\n");
    await workspace.hold(file, marked.replace("|", ""));
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  }

  const offers = async (marked: string, file = edited) => {
    const workspace = await open();
    return complete(workspace, file, await hold(workspace, marked, file));
  };
  const labels = async (marked: string) => (await offers(marked)).map(({ label }) => label);

  test("keys are offered with what their owner says of them", async () => {
    const keys = await offers("---\ntitle: New\n|\n---\n\nText.\n");
    expect(keys.find(({ label }) => label === "region")?.documentation).toBe(
      "Where it holds.\n\nemea, apac · required",
    );
    expect(keys.find(({ label }) => label === "machine")?.documentation).toBe("text");
    expect(keys.some(({ label }) => label === "answeredBy")).toBe(false);
    const ofFaq = await offers("---\ntitle: New\n|\n---\n\nText.\n", "faqs/new.md");
    expect(ofFaq.some(({ label }) => label === "answeredBy")).toBe(true);
  });

  test.each([
    ["region: |", ["emea", "apac"]],
    ["tracks: [|]", ["basic", "expert"]],
    ["isSafe: |", ["true", "false"]],
    ["machine: |", ["KB-7"]],
    ["difficulty: |", []],
  ])("values are offered for %j", async (line, expected) => {
    expect(await labels(`---\ntitle: New\n${line}\n---\n\nText.\n`)).toEqual(expected);
  });

  test("a key is explained", async () => {
    const workspace = await open();
    const at = async (marked: string) => hover(workspace, edited, await hold(workspace, marked, edited))?.text;
    expect(await at("---\ndiffi|culty: 2\n---\n\nText.\n")).toBe("How hard it is, from 1 to 5.\n\nnumber · required");
    expect(await at("---\nanswered|By: x\n---\n\nText.\n")).toBeUndefined();
  });

  test("mistakes are told as the check tells them", async () => {
    const workspace = await open();
    await workspace.hold(edited, "---\ntitle: New\nregion: emeaa\ndifficulty: 2\n---\n\nText.\n");
    expect(workspace.diagnose()).toMatchObject([
      { code: "schema", file: `content/${edited}`, range: { start: { line: 3, column: 9 } } },
    ]);
  });
});

test("a new entry has the required fields, to be filled in", async () => {
  const project = await createProject({ "knowhow.config.ts": described });
  const { file } = await createEntry({ root: project.root, type: "lesson", id: "a", today });
  expect(await project.read(file)).toContain(
    "\nreviewEvery: 6mo\nregion: # Where it holds. emea, apac\ndifficulty: # How hard it is, from 1 to 5.\n---\n",
  );
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics.map(({ message }) => message)).toEqual(["“region” is missing.", "“difficulty” is missing."]);
  await project.write(
    file,
    (await project.read(file)).replace("region:", "region: emea").replace("culty:", "culty: 1"),
  );
  expect((await checkKnowledgeBase({ root: project.root, cache: false, today })).diagnostics).toEqual([]);
});

test("a new translation lacks what its original has, and its editor does not ask for it", async () => {
  const locales = 'locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },';
  const project = await createProject({
    "knowhow.config.ts": described.replace("title:", `${locales} title:`),
    "content/lessons/press.md": press,
  });
  const { file } = await createEntry({ root: project.root, type: "lesson", id: "press", locale: "vi", today });
  expect(await project.read(file)).not.toContain("difficulty");
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics).toEqual([]);
  const other = await createEntry({ root: project.root, type: "lesson", id: "own", locale: "vi", today });
  expect(await project.read(other.file)).toContain("difficulty:");
  const { config, code } = await loadConfig(project.root);
  expect(frontMatterJsonSchema("lesson", config, code)).not.toHaveProperty("required");
});

test("an import says that required fields need a hand, entry by entry", async () => {
  const project = await createProject({
    "knowhow.config.ts": company,
    "old/oil.md": "---\ntitle: Oil\n---\n\nTwo drops.\n",
  });
  const { entries } = await importContent({ root: project.root, from: "old" });
  expect(entries).toMatchObject([
    { problems: [{ code: "schema", severity: "error", message: "“difficulty” is missing.", line: 1 }] },
  ]);
});

test("a diff names the own fields that readers would see change", async () => {
  const project = await createProject({ "knowhow.config.ts": described, "content/lessons/press.md": press });
  initRepository(project.root);
  await project.write("content/lessons/press.md", press.replace("emea", "apac").replace("machine: KB-7\n", ""));
  const { changes } = await diffKnowledgeBase({ root: project.root, cache: false, today, revision: "HEAD" });
  expect(changes).toMatchObject([{ ref: "lesson:press", change: "changed", parts: ["region", "machine"] }]);
});

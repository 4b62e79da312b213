import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createProject } from "../../../../test/support/project.ts";
import { frontMatterJsonSchema, type Initialise, initialise, propose } from "../../src/authoring/index.ts";
import { resolveConfig } from "../../src/config/load.ts";
import { checkKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

const answers = { title: "Our know-how", locales: ["en"], version: "1.2.3", today } as const;

async function folder(files: Readonly<Record<string, string>> = {}) {
  const project = await createProject(files);
  return {
    ...project,
    initialise: (rest: Partial<Initialise> = {}) => initialise({ root: project.root, ...answers, ...rest }),
    check: async (root = project.root) => (await checkKnowledgeBase({ root, cache: false, today })).diagnostics,
  };
}

const github = (url: string, branch = "main") => ({
  ".git/HEAD": "ref: refs/heads/my-change\n",
  [`.git/refs/heads/${branch}`]: "0123456789\n",
  ".git/config": `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`,
});

describe("a new knowledge base", () => {
  test("has everything that is needed to check, publish and edit it, and no mistakes", async () => {
    const base = await folder();
    const { written, extended, left } = await base.initialise();
    expect({ extended, left }).toEqual({ extended: [], left: [] });
    expect(written).toEqual([
      ".github/workflows/knowhow.yml",
      ".gitignore",
      ".vscode/extensions.json",
      ".vscode/knowhow/faq.schema.json",
      ".vscode/knowhow/lesson.schema.json",
      ".vscode/knowhow/path.schema.json",
      ".vscode/knowhow/quiz.schema.json",
      ".vscode/knowhow/scenario.schema.json",
      ".vscode/settings.json",
      ".vscode/tasks.json",
      "content/faqs/help/whom-to-ask.mdx",
      "content/lessons/writing/write-an-entry.mdx",
      "content/paths/first-day.mdx",
      "content/quizzes/writing/good-entries.mdx",
      "content/scenarios/nothing-written.mdx",
      "knowhow.config.ts",
      "package.json",
    ]);
    expect(await base.files()).toEqual(written);
    expect(await base.check()).toEqual([]);
    expect(JSON.parse(await base.read("package.json"))).toMatchObject({
      name: "our-know-how",
      private: true,
      scripts: { check: "knowhow check", dev: "knowhow dev", build: "knowhow build" },
      devDependencies: { "@knowhow/cli": "^1.2.3" },
    });
  });

  test.each([[["en", "vi"]], [["vi", "en"]], [["vi"]], [["de", "vi"]], [["pt-BR"]], [["ar", "en"]]])(
    "in the languages %j has first entries in those that they are written in, and passes the check",
    async (locales) => {
      const base = await folder();
      await base.initialise({ locales });
      expect((await base.check()).filter(({ severity }) => severity !== "info")).toEqual([]);
    },
  );

  test("names languages in themselves, and says which are written from right to left", async () => {
    const base = await folder();
    await base.initialise({ locales: ["vi", "pt-BR", "ar"] });
    expect(await base.read("knowhow.config.ts")).toContain(`  locales: {
    vi: { label: "Tiếng Việt" },
    "pt-BR": { label: "Português (Brasil)" },
    ar: { label: "العربية", dir: "rtl" },
  },`);
  });

  test.each([
    ["a sign that ends a text", 'Our "know-how"\\'],
    ["a line that would be code", 'a", x: process.exit(1), y: "'],
  ])("may have %s in its title", async (_name, title) => {
    const base = await folder();
    await base.initialise({ title });
    expect(await base.check()).toEqual([]);
    expect(await base.read("knowhow.config.ts")).toContain(`title: ${JSON.stringify(title)},`);
  });

  test.each<[string, Partial<Initialise>, string]>([
    ["a language that is none", { locales: ["english!"] }, "“english!” is no language tag."],
    ["no language", { locales: [] }, "This configuration: “locales” is empty."],
    ["an address that is none", { site: "kb.example.com" }, "“site” cannot be “kb.example.com”."],
    ["no title", { title: " " }, "“title” is empty."],
  ])("is not made of %s; nothing is written", async (_name, rest, message) => {
    const base = await folder();
    await expect(base.initialise(rest)).rejects.toThrow(message);
    expect(await base.files()).toEqual([]);
  });

  test("may lie in a folder that does not exist yet, not in a file", async () => {
    const base = await folder({ notes: "x" });
    await initialise({ ...answers, root: base.path("docs/help") });
    expect(await base.check(base.path("docs/help"))).toEqual([]);
    await expect(initialise({ ...answers, root: base.path("notes") })).rejects.toThrow("notes is a file.");
  });
});

describe("what is there already", () => {
  test("is left as it is and named; the rest is written beside it", async () => {
    const there = {
      "package.json": '{"name":"mine"}',
      ".vscode/settings.json": "{ /* mine */ }",
      "content/lessons/mine.md": "# Mine\n\nText.\n",
      "knowhow.config.json":
        '{"title":"Mine","locales":{"vi":{"label":"Tiếng Việt"}},"roles":{"sales":{"label":"Sales"}}}',
    };
    const base = await folder(there);
    const { written, left } = await base.initialise();
    expect(left).toEqual(["knowhow.config.json", ".vscode/settings.json", "package.json"].sort());
    for (const [file, text] of Object.entries(there)) expect(await base.read(file)).toBe(text);
    expect(written.filter((file) => /^content|^knowhow|^package/.test(file))).toEqual([]);
    expect(await base.read(".vscode/knowhow/lesson.schema.json")).toContain('"sales"');
    expect(await base.check()).toEqual([]);
  });

  test("is everything, the second time", async () => {
    const base = await folder();
    const first = await base.initialise();
    const before = await base.fingerprint(".");
    const second = await base.initialise({ title: "Another", locales: ["vi"] });
    expect(second).toMatchObject({ written: [], extended: [] });
    expect(second.left).toEqual(first.written.filter((file) => !file.startsWith("content/")));
    expect(await base.fingerprint(".")).toEqual(before);
  });

  test.each([
    ["node_modules/\n", "node_modules/\ndist/\n.knowhow/\n"],
    ["/dist\r\n*.log", "/dist\r\n*.log\r\nnode_modules/\r\n.knowhow/\r\n"],
  ])("of .gitignore is kept, and gets the lines that it lacks", async (before, after) => {
    const base = await folder({ ".gitignore": before });
    expect((await base.initialise()).extended).toEqual([".gitignore"]);
    expect(await base.read(".gitignore")).toBe(after);
  });
});

describe("in a repository of GitHub", () => {
  test.each([
    ["git@github.com:Our-Team/kb.git", "https://our-team.github.io/kb/"],
    ["https://github.com/our-team/kb", "https://our-team.github.io/kb/"],
    ["ssh://git@github.com/our-team/our-team.github.io.git", "https://our-team.github.io/"],
    ["git@gitlab.com:our-team/kb.git", undefined],
  ])("%s, the address of its pages is proposed", async (url, site) => {
    const base = await folder(github(url));
    expect(propose(base.root).site).toBe(site);
  });

  test("pages can be edited there, and the workflow publishes its main branch", async () => {
    const base = await folder(github("git@github.com:our-team/kb.git", "master"));
    await base.initialise({ site: "https://our-team.github.io/kb/" });
    const config = await base.read("knowhow.config.ts");
    expect(config).toContain('site: "https://our-team.github.io/kb/"');
    expect(config).toContain('editUrl: "https://github.com/our-team/kb/edit/master/{file}"');
    const workflow = parse(await base.read(".github/workflows/knowhow.yml"));
    expect(workflow.on).toEqual({ pull_request: null, push: { branches: ["master"] }, workflow_dispatch: null });
    const steps = workflow.jobs.build.steps as { run?: string; uses?: string; if?: string; with?: unknown }[];
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      "npm ci",
      "npx knowhow check --format github",
      "npx knowhow build",
    ]);
    expect(steps.at(-1)).toEqual({
      uses: "actions/upload-pages-artifact@v5",
      if: "github.ref == 'refs/heads/master'",
      with: { path: "dist" },
    });
    expect(workflow.jobs.publish).toMatchObject({
      if: "github.ref == 'refs/heads/master'",
      needs: "build",
      permissions: { pages: "write", "id-token": "write" },
      steps: [{ uses: "actions/deploy-pages@v5" }],
    });
    const used = [...steps, ...workflow.jobs.publish.steps].flatMap(({ uses }) => uses ?? []);
    for (const action of used) expect(action).toMatch(/@v\d+$/);
  });

  test.each(["1.0", "2026", "release/2.1", "true"])("a branch may be called %s", async (branch) => {
    const base = await folder({ ...github("git@github.com:our-team/kb.git"), ".git/refs/heads/main": "" });
    await base.write(".git/HEAD", `ref: refs/heads/${branch}\n`);
    await base.initialise();
    const workflow = parse(await base.read(".github/workflows/knowhow.yml"));
    expect(workflow.on.push.branches).toEqual([branch]);
  });

  test("below its top, the workflow goes where GitHub looks, and works in the folder", async () => {
    const base = await folder(github("git@github.com:our-team/product.git"));
    const { written } = await initialise({ ...answers, root: base.path("my docs/help") });
    expect(written).toContain("../../.github/workflows/knowhow.yml");
    const workflow = parse(await base.read(".github/workflows/knowhow.yml"));
    expect(workflow.on.pull_request.paths[0]).toBe("my docs/help/**");
    expect(workflow.jobs.build.defaults.run["working-directory"]).toBe("my docs/help");
    expect(workflow.jobs.build.steps.at(-1).with.path).toBe("my docs/help/dist");
    expect(await base.read("my docs/help/knowhow.config.ts")).toContain("edit/main/my%20docs/help/{file}");
    expect(await base.check(base.path("my docs/help"))).toEqual([]);
  });

  test("with pnpm, the workflow uses it, and it may prepare what Astro needs", async () => {
    const base = await folder();
    await base.initialise({ packageManager: "pnpm" });
    expect(parse(await base.read("pnpm-workspace.yaml"))).toEqual({ allowBuilds: { esbuild: true, sharp: true } });
    const text = await base.read(".github/workflows/knowhow.yml");
    expect(text).toContain("pnpm install --frozen-lockfile");
    expect(text).not.toContain("npm ci");
  });
});

describe("the JSON Schema of front matter", () => {
  const config = resolveConfig({ title: "Help", roles: { sales: { label: "Sales" } } });
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(frontMatterJsonSchema("lesson", config));

  test("says what each key is for", () => {
    const { properties = {} } = frontMatterJsonSchema("quiz", config);
    expect(
      Object.entries(properties).filter(([, property]) => !JSON.stringify(property).includes("description")),
    ).toEqual([]);
  });

  test.each([
    ["nothing", {}],
    ["keys without a value", { summary: null, tags: null, reviewed: null }],
    ["a list of one without brackets", { title: "A", tags: "crm", roles: "sales", formerly: "old" }],
    ["all kinds of values", { title: "A", tags: ["a", "b"], level: "beginner", minutes: 3, reviewed: "2026-11-25" }],
  ])("takes %s", (_name, value) => {
    expect(validate(value)).toBe(true);
  });

  test.each([
    ["a key that there is not", { titel: "A" }],
    ["a role that the site does not have", { roles: ["saels"] }],
    ["a word that is no date", { reviewed: "soon" }],
    ["a level that there is not", { level: "expert" }],
    ["text for a number", { minutes: "three" }],
  ])("refuses %s", (_name, value) => {
    expect(validate(value)).toBe(false);
  });
});

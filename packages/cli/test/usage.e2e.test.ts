import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { initRepository } from "../../../test/support/git.ts";
import { createProject } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

describe("somebody who does not know the command yet", () => {
  test("is told what there is", async () => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow("--help");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: knowhow [options] [command]

      Checks a knowledge base, publishes it as a fast static site, and shows it while
      you write.

      Options:
        -V, --version                   show the version
        --root <folder>                 the folder with knowhow.config.ts (default:
                                        ".")
        -h, --help                      show this help

      Commands:
        init [options] [folder]         Makes a folder a knowledge base. Asks on a
                                        terminal; leaves every file that is there.
        new [options] [type] [name...]  Writes a new entry from a template. Asks on a
                                        terminal for what is missing.
        mv [options] <from> <to>        Moves an entry with its translations and
                                        pictures, a folder or a partial, and rewrites
                                        every ref and link to it.
        import [options] <from>         Makes drafts of Markdown documents or of a
                                        table of questions and answers; tells what
                                        needs a hand.
        check [options]                 Tells every mistake in the content, at its
                                        line.
        diff [options] <revision>       Tells what readers would see change: entries
                                        and questions added, changed, moved and
                                        removed.
        build [options]                 Checks the content and publishes it as a
                                        static site. The old site stays until the new
                                        one is whole.
        dev [options]                   Serves the content and follows every edit;
                                        shows mistakes on the page and here.
        preview [options]               Serves the site that build has made, as a web
                                        server would.
        search [options] <words...>     Finds entries for words or a whole question,
                                        however it is typed.
        ask [options] <words...>        Answers a question in the words of an entry,
                                        or says that none does.
        eval [options] [file]           Asks golden questions and tells how well
                                        search answers them.
        texts [options] <locale>        Prints the texts that pages show by
                                        themselves, to translate or reword them.
        lsp [options]                   Serves editors in the language server
                                        protocol, on standard input and output.
        help [command]                  show the help of a command

      Results go to standard output, messages to standard error.
      Exit codes: 0 done, 1 the content has errors, 2 used wrongly, 3 failed.
      "
    `);
  });

  test("is told what a command takes, and what all of them take", async () => {
    const project = await createProject({});
    const { exitCode, stdout } = await project.knowhow("build", "--help");
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: knowhow build [options]

      Checks the content and publishes it as a static site. The old site stays until
      the new one is whole.

      Options:
        --audience <name>  publish only this site of the configuration's “publish”, or
                           for this audience
        --out <folder>     where the site goes, or all of several, relative to the
                           root (default: dist, or dist/<name>)
        --json             tell the result as JSON
        -h, --help         show this help

      Global Options:
        -V, --version      show the version
        --root <folder>    the folder with knowhow.config.ts (default: ".")
      "
    `);
  });

  test("is shown the nearest command after a slip of the finger", async () => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow("biuld");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "error: unknown command 'biuld'
      (Did you mean build?)
      Run knowhow --help to see what there is.
      "
    `);
  });

  test.each([
    [["build", "--ot", "x"], "error: unknown option '--ot'\n(Did you mean --out?)"],
    [["dev", "--port", "abc"], "A port is a whole number from 0 to 65535."],
    [["check", "--format", "xml"], "Allowed choices are pretty, json, github, sarif."],
    [["check", "content"], "too many arguments"],
    [[], "Usage: knowhow"],
  ])("who writes `knowhow %j` is told why it cannot be", async (args, message) => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("a pipe whose reader has seen enough", () => {
  const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

  /** Runs a command into a pipe that is closed after its first bytes. */
  async function intoHead(root: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, [cli, "--root", root, ...args]);
    const told: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => told.push(text));
    child.stdout.once("data", () => child.stdout.destroy());
    const [exitCode] = await once(child, "close");
    return { exitCode, stderr: told.join("") };
  }

  test("is no failure: the command ends as it would have", async () => {
    const mistakes = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`content/faqs/${n}.md`, `# ${n}?\n\n${"[x](none.md) ".repeat(10)}\n`]),
    );
    const { root } = await createProject({ "knowhow.config.json": { title: "T" }, ...mistakes });
    expect(await intoHead(root, "check", "--format", "json")).toEqual({ exitCode: 1, stderr: "" });
    expect(await intoHead(root, "search", "x", "--json", "--limit", "400")).toMatchObject({ exitCode: 0 });
  });

  test("ends what would run on", async () => {
    const { root, write } = await createProject(smallKnowledgeBase);
    const ended = intoHead(root, "check", "--watch");
    const edits = setInterval(() => void write("content/faqs/new.md", `# ${Date.now()}?\n\nSo.\n`), 200);
    expect(await ended.finally(() => clearInterval(edits))).toEqual({ exitCode: 0, stderr: "" });
  });
});

describe("an older Node", () => {
  test("gets one clear message and nothing else", async () => {
    const project = await createProject(smallKnowledgeBase);
    const pretend = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.11.1" } });';
    const { exitCode, stdout, stderr } = await project.start(["check"], {
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(pretend)}` },
    }).done;
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 3,
      stdout: "",
      stderr:
        "knowhow needs Node 22.19 or newer, and this is Node 20.11.1. Install a newer one from https://nodejs.org.\n",
    });
  });

  test("can read the file that says so: it imports nothing until the version is known", async () => {
    const entry = await readFile(new URL("../dist/cli.js", import.meta.url), "utf8");
    const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    expect(entry).not.toMatch(/^import\s/m);
    expect(manifest.engines.node).toBe(">=22.19");
  });
});

describe("a knowledge base that is not set up", () => {
  test.each([["check"], ["build"], ["dev"], ["preview"]])("%s says that there is no configuration", async (command) => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow(command);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("knowhow: There is no knowhow.config.ts in <root>.");
    expect(await project.files()).toEqual([]);
  });

  test("a mistake in the configuration is told with its key", async () => {
    const project = await createProject({ ...smallKnowledgeBase, "knowhow.config.json": { titel: "Help" } });
    const { exitCode, stderr } = await project.knowhow("build");
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "knowhow: knowhow.config.json has 2 mistakes:
        - “title” is missing. Write a text, or one for each language: { en: "Help", vi: "Trợ giúp" }.
        - “titel” is not a key of this configuration. Did you mean “title”?
      "
    `);
  });

  test("--root names the folder from anywhere, before the command or behind it", async () => {
    const project = await createProject(smallKnowledgeBase);
    const elsewhere = await createProject({});
    for (const args of [
      ["--root", project.root, "check"],
      ["check", "--root", project.root],
    ]) {
      const { exitCode, stdout } = await elsewhere.knowhow(...args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "✓ 4 entries checked, nothing to mend.\n" });
    }
    expect(await elsewhere.files()).toEqual([]);
  });

  test("a root that does not exist is said to be so", async () => {
    const project = await createProject({});
    const { exitCode, stderr } = await project.knowhow("check", "--root", "nowhere");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("The folder <root>/nowhere does not exist.");
  });
});

describe("check", () => {
  test("tells mistakes for people on standard output, and fails", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "content/faqs/refunds.md": "---\ntitel: Refunds\n---\n\n# Can I get my money back?\n",
    });
    const { exitCode, stdout, stderr } = await project.knowhow("check");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("content/faqs/refunds.md:2:1");
    expect(stdout).toContain("Did you mean “title”?");
  });

  test.each([["--json"], ["--format=json"]])("tells them to programs with %s", async (option) => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "content/faqs/refunds.md": "---\ntitel: Refunds\n---\n\n# Can I get my money back?\n",
    });
    const { exitCode, stdout, stderr } = await project.knowhow("check", option);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ code: "unknown-key", severity: "error", file: "content/faqs/refunds.md" }],
      summary: { errors: 1, warnings: 0 },
    });
  });

  test("annotates pull requests, and names files from the checkout", async () => {
    const project = await createProject({
      "docs/knowhow.config.json": { title: "Help" },
      "docs/content/faqs/refunds.md": "---\ntitel: Refunds\n---\n\n# Can I get my money back?\n",
    });
    const run = (...args: string[]) =>
      project.start(["check", "--root", "docs", ...args], { env: { GITHUB_WORKSPACE: project.root } }).done;
    expect(await run("--format", "github")).toMatchObject({
      exitCode: 1,
      stderr: "",
      stdout: `::error file=docs/content/faqs/refunds.md,line=2,col=1,endColumn=6,endLine=2,title=Knowhow%3A unknown-key::“titel” is not a key of this front matter.%0ADid you mean “title”?
✗ 1 entry checked: 1 error.
`,
    });
    const { exitCode, stdout } = await run("--format", "sarif");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "Knowhow", semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) } },
          results: [
            {
              ruleId: "unknown-key",
              locations: [{ physicalLocation: { artifactLocation: { uri: "docs/content/faqs/refunds.md" } } }],
            },
          ],
        },
      ],
    });
  });

  test("tells with --since only what a change touches, and says so where that cannot be known", async () => {
    const mistaken = "# A\n\n[x](faq:none)\n";
    const project = await createProject({
      ...smallKnowledgeBase,
      "content/lessons/old.md": mistaken,
      ".gitignore": ".knowhow\n",
    });
    expect(await project.knowhow("check", "--since", "main")).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: "knowhow: <root> is not in a git repository.\nRun git init and commit, or name the right --root.\n",
    });
    initRepository(project.root);
    await project.write("content/lessons/new.md", mistaken);
    const { exitCode, stdout, stderr } = await project.knowhow("check", "--since", "main");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("content/lessons/new.md:3:1  error");
    expect(stdout).not.toContain("content/lessons/old.md");
    expect(stdout).toContain("✗ 1 entry checked: 1 error.");
    expect(await project.knowhow("check", "--since", "nowhere")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("knowhow: There is no commit “nowhere” in this git repository.\n"),
    });
  });

  test("mends with --fix what needs no judgement, and tells what it did and what remains", async () => {
    const mistaken = "---\ntitel: Refunds\n---\n\n[x](reports) [y](faq:none)\n";
    const project = await createProject({ ...smallKnowledgeBase, "content/lessons/refunds.mdx": mistaken });
    const { exitCode, stdout, stderr } = await project.knowhow("check", "--fix");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toBe(`✓ Mended 2 mistakes:
  content/lessons/refunds.mdx:2:1  Write “title”  unknown-key
  content/lessons/refunds.mdx:5:1  Write “reports.mdx”  broken-link

content/lessons/refunds.mdx:5:18  error  There is no entry faq:none.  broken-ref
  > 5 │ [x](reports.mdx) [y](faq:none)
      │                  ^^^^^^^^^^^^^
  → Create it, or correct this.

✗ 5 entries checked: 1 error.
`);
    expect(await project.read("content/lessons/refunds.mdx")).toBe(
      "---\ntitle: Refunds\n---\n\n[x](reports.mdx) [y](faq:none)\n",
    );
    const again = await project.knowhow("check", "--fix", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ summary: { errors: 1 }, fixed: [] });
  });
});

test("flags that say where, in which language, for whom and how much do what their help says", async () => {
  const project = await createProject({
    ...smallKnowledgeBase,
    "knowhow.config.json": {
      title: "Help",
      locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
      publish: { public: ["public"], staff: ["public", "internal"] },
    },
    "content/faqs/parking.md": "---\ntitle: Where do I park?\naudience: internal\n---\n\nIn the yard.\n",
    "golden.jsonl": '{"q": "where do I park", "relevant": ["faq:parking"]}\n',
    "docs/start.md": "# Start\n\nIn short.\n\n## How do I start?\n\nPress it.\n\n## How do I stop?\n\nPull it.\n",
  });
  expect((await project.knowhow("check")).stdout).not.toContain("translation-missing");
  expect((await project.knowhow("check", "--verbose")).stdout).toContain("translation-missing");

  const success = async (...args: string[]) => JSON.parse((await project.knowhow("eval", "--json", ...args)).stdout);
  expect(await success()).toMatchObject({ success1: 0 });
  expect(await success("--audience", "staff")).toMatchObject({ success1: 1 });

  const imported = ["docs/start.md", "--type", "faq", "--split", "--locale", "vi", "--into", "desk"];
  expect(await project.knowhow("import", ...imported)).toMatchObject({ exitCode: 0 });
  expect((await project.files("content/vi")).filter((file) => file.includes("desk/"))).toEqual([
    "faqs/desk/start/how-do-i-start.md",
    "faqs/desk/start/how-do-i-stop.md",
    "paths/desk/start.md",
  ]);
  expect(await project.knowhow("new", "lesson", "keys", "--locale", "vi")).toMatchObject({ exitCode: 0 });
  expect(await project.files("content/vi/lessons")).toContain("keys.mdx");
  expect(await project.knowhow("preview", "--out", "site")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("There is no site in <root>/site/public."),
  });
});

import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { onTerminal } from "./support/terminal.ts";

describe("knowhow init", () => {
  test("makes a knowledge base that check and build take at once", async () => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow(
      ...["init", "help", "--title", "Help", "--locales", "en,vi", "--site", "https://team.example.com/kb/"],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Written:\n  .github/workflows/knowhow.yml\n");
    expect(stderr).toContain("Next:\n  cd help\n  npm install\n  npx knowhow dev\n");
    expect(await project.knowhow("--root", "help", "check")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await project.knowhow("--root", "help", "build")).toMatchObject({ exitCode: 0 });
    expect(await project.read("help/dist/index.html")).toContain('href="/kb/lessons/writing/write-an-entry/"');
    expect(await project.read("help/dist/vi/paths/first-day/index.html")).toContain("Ngày đầu tiên");
  });

  test("leads to the texts of languages for which none are built in", async () => {
    const project = await createProject({});
    const { exitCode, stderr } = await project.knowhow("init", "--yes", "--locales", "de,vi,pt-BR");
    expect(exitCode).toBe(0);
    expect(stderr).toContain(
      "What pages say by themselves is in English for want of translations. To print it:\n  npx knowhow texts de\n  npx knowhow texts pt-BR\n",
    );
    expect(await project.knowhow("texts", "pt-BR", "--missing")).toMatchObject({ exitCode: 0 });
  });

  test("the editor's task finds what check tells, at its line", async () => {
    const project = await createProject({});
    await project.knowhow("init", "--yes");
    await project.write("content/faqs/broken.md", "---\ntitel: Why?\n---\n\n# Why?\n\nBecause.\n");
    const { tasks } = JSON.parse(await project.read(".vscode/tasks.json"));
    const { regexp, file, line, column, severity, message, code } = tasks[0].problemMatcher.pattern;
    const { stdout } = await project.knowhow("check");
    const found = stdout.split("\n").flatMap((one) => {
      const match = new RegExp(regexp).exec(one);
      return match === null ? [] : [[file, line, column, severity, message, code].map((group) => match[group])];
    });
    expect(found).toEqual([
      ["content/faqs/broken.md", "2", "1", "error", "“titel” is not a key of this front matter.", "unknown-key"],
    ]);
  });

  test("leaves what is there, and says so", async () => {
    const project = await createProject({ "package.json": "{}" });
    const { stdout } = await project.knowhow("init", "--yes");
    expect(stdout).toContain("There already, and left as it is:\n  package.json\n");
    expect(await project.read("package.json")).toBe("{}");
    const again = await project.knowhow("init", "--yes", "--json");
    expect({ ...JSON.parse(again.stdout), left: [] }).toEqual({ root: "<root>", written: [], extended: [], left: [] });
  });

  test("in a folder where it was killed is finished, and says so", async () => {
    const steps = [{ kind: "create", path: "knowhow.config.ts", staged: ".knowhow/changes/new/0" }];
    const project = await createProject({
      "help/.knowhow/changes/journal.json": { what: "the new knowledge base", steps },
      "help/.knowhow/changes/new/0": 'export default { title: "Help" };\n',
    });
    const { exitCode, stdout, stderr } = await project.knowhow("init", "help", "--yes");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("Finished the new knowledge base, which was interrupted.\n");
    expect(stdout).toContain("There already, and left as it is:\n  knowhow.config.ts\n");
  });

  test.each([
    [[], "knowhow: Say what the knowledge base is called.\n"],
    [["--yes", "--locales", "xx!"], "knowhow: “xx!” is no language tag.\n"],
    [["--yes", "--site", "kb"], "“site” cannot be “kb”."],
  ])("refuses `knowhow init %j` and writes nothing", async (args, message) => {
    const project = await createProject({});
    const { exitCode, stdout, stderr } = await project.knowhow("init", ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(await project.files()).toEqual([]);
  });
});

describe.runIf(onTerminal.isPossible)("knowhow init on a terminal", () => {
  test("asks what it needs to know", async () => {
    const project = await createProject({});
    const terminal = onTerminal(project, ["init"]);
    await terminal.answer("What is it called?", "\u0015Our help\r");
    await terminal.answer("In which languages?", ", vi\r");
    await terminal.answer("Where will it be published?", "https://kb.example.com/\r");
    expect(await terminal.exitCode).toBe(0);
    const config = await project.read("knowhow.config.ts");
    expect(config).toContain('title: "Our help"');
    expect(config).toContain('vi: { label: "Tiếng Việt" }');
    expect(config).toContain('site: "https://kb.example.com/"');
  });
});

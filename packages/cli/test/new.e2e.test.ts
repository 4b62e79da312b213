import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { onTerminal } from "./support/terminal.ts";

const config = { "knowhow.config.json": { title: "Help" } };

describe("knowhow new", () => {
  test("writes an entry that check and build take as it is", async () => {
    const project = await createProject(config);
    const { exitCode, stdout, stderr } = await project.knowhow("new", "lesson", "crm/export-report");
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: "content/lessons/crm/export-report.mdx\n",
      stderr: "This is lesson:crm/export-report. Write it, and look at it with: knowhow dev\n",
    });
    expect(await project.knowhow("check")).toMatchObject({
      exitCode: 0,
      stdout: "✓ 1 entry checked, nothing to mend.\n",
    });
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.files("dist/lessons/crm/export-report")).toEqual(["index.html"]);
  });

  test("makes the id from a title, and tells programs what it made", async () => {
    const project = await createProject(config);
    const { exitCode, stdout, stderr } = await project.knowhow(
      ...["new", "faq", "--json", "--title", "Làm sao đổi mật khẩu?"],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      ref: "faq:lam-sao-doi-mat-khau",
      title: "Làm sao đổi mật khẩu?",
      locale: "en",
      file: "content/faqs/lam-sao-doi-mat-khau.mdx",
      url: "/faqs/lam-sao-doi-mat-khau/",
    });
  });

  test.each([
    [["faq", "Can I get my money back?"], "content/faqs/can-i-get-my-money-back.mdx", "Can I get my money back?"],
    [["lesson", "crm/export", "the", "report"], "content/lessons/crm/export-the-report.mdx", "Export the report"],
    [["lesson", "crm/Export it", "--title", "Export"], "content/lessons/crm/export-it.mdx", "Export"],
  ])("takes a title for a name: %j", async (args, file, title) => {
    const project = await createProject(config);
    expect(await project.knowhow("new", ...args)).toMatchObject({ exitCode: 0, stdout: `${file}\n` });
    expect(await project.read(file)).toContain(`title: ${title}\n`);
  });

  test.each([
    [
      [],
      "knowhow: Say what to write.\nOne of lesson, faq, quiz, path, scenario: knowhow new lesson crm/export-report\n",
    ],
    [["quiz"], "knowhow: Say what to call the quiz.\nWrite its folder and name: knowhow new quiz crm/export-report\n"],
    [["leson", "a"], "knowhow: There is no type “leson”.\nDid you mean “lesson”?\n"],
    [["course", "a"], "knowhow: There is no type “course”.\nPossible here: lesson, faq, quiz, path, scenario.\n"],
    [["lesson", "Export"], "knowhow: “Export” has capital letters, which addresses do not tell apart.\nTry export.\n"],
    [["lesson", "a//b c"], "knowhow: “a//b-c” has a / too many.\nTry a/b-c.\n"],
  ])("refuses `knowhow new %j` and writes nothing", async (args, message) => {
    const project = await createProject(config);
    const { exitCode, stdout, stderr } = await project.knowhow("new", ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(await project.files()).toEqual(["knowhow.config.json"]);
  });
});

describe.runIf(onTerminal.isPossible)("knowhow new on a terminal", () => {
  test("asks for what is missing", async () => {
    const project = await createProject(config);
    const terminal = onTerminal(project, ["new"]);
    await terminal.answer("What do you want to write?", "\u001b[B\r");
    await terminal.answer("Which question does it answer?", "Can I get my money back?\r");
    await terminal.answer("Where shall it be?", "\r");
    expect(await terminal.exitCode).toBe(0);
    expect(await project.read("content/faqs/can-i-get-my-money-back.mdx")).toContain(
      "title: Can I get my money back?\n",
    );
  });

  test("left with Ctrl-C writes nothing", async () => {
    const project = await createProject(config);
    const terminal = onTerminal(project, ["new", "lesson"]);
    await terminal.answer("What is its title?", "\u0003");
    expect(await terminal.exitCode).toBe(2);
    expect(terminal.shown()).toContain("knowhow: Cancelled; nothing was written.");
    expect(await project.files()).toEqual(["knowhow.config.json"]);
  });
});

import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

const mistaken = "# Can I get my money back?\n\n[x](faq:none)\n";
const right = "# Can I get my money back?\n\nYes, within 30 days.\n";

test("check --watch reports after every change, survives a broken configuration, and ends with Ctrl-C", async () => {
  const project = await createProject(smallKnowledgeBase);
  const command = project.start(["check", "--watch"]);
  await command.waitFor(/✓ 4 entries checked, nothing to mend\.\n/);
  await project.write("content/faqs/refunds.md", mistaken);
  await command.waitFor(/content\/faqs\/refunds\.md:3:1 {2}error[\s\S]*✗ 4 entries checked: 1 error\.\n/);
  await project.write("content/faqs/new.md", "# New?\n\n[y](lesson:none)\n");
  await command.waitFor(/✗ 5 entries checked: 2 errors\.\n/);
  await project.write("knowhow.config.json", { titel: "Help" });
  await command.waitFor(/“titel” is not a key of this configuration/);
  await project.write("knowhow.config.json", { title: "Help" });
  await project.remove("content/vi");
  await project.remove("content/faqs/new.md");
  await project.write("content/faqs/refunds.md", right);
  await command.waitFor(/✓ 3 entries checked, nothing to mend\.\n/);
  await command.stop("SIGINT");
  const { exitCode, signal, stdout, stderr } = await command.done;
  expect({ exitCode, signal }).toEqual({ exitCode: 0, signal: null });
  // Not a terminal: nothing is cleared.
  expect(stdout).not.toContain("\u001b");
  expect(stderr).toContain("knowhow: knowhow.config.json has 2 mistakes:");
});

test("check --watch --json writes a line of JSON for each time", async () => {
  const project = await createProject(smallKnowledgeBase);
  const command = project.start(["check", "--watch", "--json"]);
  await command.waitFor(/\n/);
  await project.write("content/faqs/refunds.md", mistaken);
  await command.waitFor(/\n.*"broken-ref".*\n/);
  await command.stop("SIGTERM");
  const { exitCode, stdout } = await command.done;
  expect(exitCode).toBe(0);
  const lines = stdout.trimEnd().split("\n");
  // A file is read while it is written, at times: what is told of that moment stands in between.
  expect([lines.at(0), lines.at(-1)].map((line) => JSON.parse(line ?? ""))).toMatchObject([
    { diagnostics: [], summary: { entries: 4, errors: 0 } },
    { diagnostics: [{ code: "broken-ref", file: "content/faqs/refunds.md" }], summary: { entries: 4, errors: 1 } },
  ]);
});

test.each([
  [["--fix"], "error: option '--watch' cannot be used with option '--fix'"],
  [["--format", "sarif"], "error: option '--watch' reports as pretty or json, not as sarif."],
])("check --watch cannot be used with %j", async (options, message) => {
  const project = await createProject(smallKnowledgeBase);
  const { exitCode, stdout, stderr } = await project.knowhow("check", "--watch", ...options);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

import { expect, test } from "vitest";
import { initRepository } from "../../../test/support/git.ts";
import { createProject } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

test("diff tells what readers would see change, for people and as JSON", async () => {
  const project = await createProject({ ...smallKnowledgeBase, ".gitignore": ".knowhow\n" });
  initRepository(project.root);
  await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nYes, within 90 days.\n");
  await project.write("content/lessons/new.md", "# New\n\nText.\n");
  const { exitCode, stdout, stderr } = await project.knowhow("diff", "main");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.replace(/\([0-9a-f]{7}\)/, "(commit)")).toBe(`English
  ~ faq:refunds  Can I get my money back?  (text)
  + lesson:new  New

Since main (commit): 1 entry added, 1 entry changed.
`);
  const staff = await project.knowhow("diff", "main", "--audience", "internal");
  expect(staff.stdout).toMatch(/^Since main \([0-9a-f]{7}\), for “internal”: 1 entry added, 1 entry changed\.$/m);
  expect(await project.knowhow("diff", "main", "--audience", "stuff")).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: "knowhow: There is no audience “stuff” in the configuration.\nPossible here: public, internal.\n",
  });
  const json = JSON.parse((await project.knowhow("diff", "main", "--json")).stdout);
  expect(json).toMatchObject({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    changes: [
      { change: "changed", ref: "faq:refunds", parts: ["text"] },
      { change: "added", ref: "lesson:new" },
    ],
    configChanged: false,
  });

  await project.write("content/lessons/new.md", "---\ntitle: [\n---\n");
  const broken = await project.knowhow("diff", "main");
  expect(broken).toMatchObject({
    exitCode: 1,
    stderr: "knowhow: These have errors and are not compared; see knowhow check.\n  content/lessons/new.md\n",
  });
  expect(await project.knowhow("diff", "nowhere")).toMatchObject({ exitCode: 2, stdout: "" });
  expect(await project.knowhow("diff")).toMatchObject({ exitCode: 2, stdout: "" });
});

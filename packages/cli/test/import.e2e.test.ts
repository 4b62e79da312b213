import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";

const docs = {
  "knowhow.config.json": { title: "Help" },
  "old/01-intro.md": "# Intro\n\n:::note\nSee [usage](02-usage.md#how).\n:::\n\n![A](a.svg)\n",
  "old/02-usage.md": "---\ndescription: How it goes\nid: usage\n---\n\n# Usage\n\n## How\n\nSo. [x](gone.md)\n",
  "old/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>',
};

describe("knowhow import", () => {
  test("makes drafts that check and build take, and tells what needs a hand", async () => {
    const project = await createProject(docs);
    const { exitCode, stdout, stderr } = await project.knowhow("import", "old", "--into", "handbook");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: "They are drafts: read each, then take out the line “status: draft”.\n",
    });
    expect(stdout).toMatchInlineSnapshot(`
      "02-usage.md → content/lessons/handbook/usage.md
        02-usage.md:1  Not taken over from the front matter, and kept in it as a comment: id.
        02-usage.md:10  The link to gone.md was taken out: there is no such file in what was imported.

      Imported 2 entries and 1 file as drafts: 1 as it is, 1 with something to look at.
      "
    `);
    expect(await project.knowhow("check")).toMatchObject({ exitCode: 0 });
    for (const file of ["intro.mdx", "usage.md"]) {
      const path = `content/lessons/handbook/${file}`;
      await project.write(path, (await project.read(path)).replace("status: draft\n", ""));
    }
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    const page = await project.read("dist/lessons/handbook/intro/index.html");
    expect(page).toContain('href="/lessons/handbook/usage/#how"');
    expect(page).toContain("kh-callout");
  });

  test("--dry-run tells the same and writes nothing; --json tells programs", async () => {
    const project = await createProject(docs);
    const before = await project.fingerprint(".");
    const dry = await project.knowhow("import", "old", "--dry-run");
    expect(dry.stdout).toContain(
      "Would import 2 entries and 1 file as drafts: 1 as it is, 1 with something to look at.",
    );
    const json = await project.knowhow("import", "old", "--dry-run", "--json");
    const report = JSON.parse(json.stdout);
    expect(report).toMatchObject({ dryRun: true, skipped: [], media: [{ source: "a.svg" }] });
    expect(report.entries.map(({ ref }: { ref: string }) => ref)).toEqual(["lesson:intro", "lesson:usage"]);
    expect(await project.fingerprint(".")).toEqual(before);
  });

  test("a table of questions and answers becomes FAQs that search finds once they are published", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "Help" },
      "faq.csv": '\uFEFFQuestion;Answer\r\nCan I get my money back?;"Yes; within 30 days."\r\n;no question\r\n',
    });
    const { exitCode, stdout } = await project.knowhow("import", "faq.csv");
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      "Not imported (1):\n  faq.csv:3  This row has no question.\n\nImported 1 entry as a draft: 1 as it is, 0 with something to look at.\n",
    );
    const file = "content/faqs/can-i-get-my-money-back.md";
    await project.write(file, (await project.read(file)).replace("status: draft\n", ""));
    expect(await project.knowhow("ask", "money back")).toMatchObject({
      stdout: expect.stringContaining("Yes; within 30 days."),
    });
  });

  test("an entry that would have errors ends it with 1, and is named", async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `word${i}`).join(" ");
    const project = await createProject({ "knowhow.config.json": { title: "Help" }, "old/a.md": `# A\n\n${long}\n` });
    const { exitCode, stdout } = await project.knowhow("import", "old");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /content\/lessons\/a\.md:1 {2}error {2}This entry takes \d+ minutes; the limit is 10\. → Split it/,
    );
  });

  test.each([
    [["nowhere"], "knowhow: There is no nowhere.\n"],
    [["old", "--type", "quiz"], "Allowed choices are lesson, faq."],
    [["old", "--into", "A B"], "knowhow: “A B” is no folder for entries.\n"],
  ])("refuses `knowhow import %j`", async (args, message) => {
    const project = await createProject(docs);
    const { exitCode, stdout, stderr } = await project.knowhow("import", ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

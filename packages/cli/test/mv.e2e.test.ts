import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Files } from "../../../test/support/files.ts";
import { createProject } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

describe("knowhow mv", () => {
  test("moves an entry with its translation and picture; readers of the old address are led to the new", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "content/faqs/where.md": "# Where is Export?\n\nSee [how](../lessons/reports.mdx).\n",
    });
    const { exitCode, stdout, stderr } = await project.knowhow("mv", "lesson:reports", "lesson:crm/export-report");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Moved lesson:reports to lesson:crm/export-report:
        content/lessons/export.svg → content/lessons/crm/export.svg
        content/lessons/reports.mdx → content/lessons/crm/export-report.mdx
        content/vi/lessons/reports.mdx → content/vi/lessons/crm/export-report.mdx
      Rewrote 4 places in 3 files.
      "
    `);
    expect(await project.read("content/faqs/where.md")).toContain("[how](../lessons/crm/export-report.mdx)");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.read("dist/lessons/reports/index.html")).toContain("/lessons/crm/export-report/");
    expect(await project.read("dist/vi/lessons/reports/index.html")).toContain("/vi/lessons/crm/export-report/");
    expect(await project.files("dist/lessons/export")).toEqual(["index.html"]);
  });

  test("moves a folder with all its entries, and a partial", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "Help" },
      "content/lessons/crm/export.mdx": "# Export\n\n[Next](basics.mdx)\n",
      "content/lessons/crm/basics.mdx": '# Basics\n\n<Include file="/_partials/note.mdx" />\n',
      "content/_partials/note.mdx": "Ask.\n",
      "content/faqs/where.md": "# Where is Export?\n\nSee [how](../lessons/crm/export.mdx).\n",
    });
    const folder = await project.knowhow("mv", "content/lessons/crm", "content/lessons/sales");
    expect(folder).toMatchObject({ exitCode: 0, stderr: "" });
    expect(folder.stdout).toMatchInlineSnapshot(`
      "Moved content/lessons/crm to content/lessons/sales:
        content/lessons/crm/basics.mdx → content/lessons/sales/basics.mdx
        content/lessons/crm/export.mdx → content/lessons/sales/export.mdx
      Rewrote 3 places in 3 files.
      "
    `);
    const partial = await project.knowhow("mv", "content/_partials/note.mdx", "content/_partials/ask.mdx");
    expect(partial.stdout).toMatchInlineSnapshot(`
      "Moved content/_partials/note.mdx to content/_partials/ask.mdx:
        content/_partials/note.mdx → content/_partials/ask.mdx
      Rewrote 1 place in 1 file.
      "
    `);
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.read("dist/lessons/crm/export/index.html")).toContain("/lessons/sales/export/");
    expect(await project.read("dist/lessons/sales/basics/index.html")).toContain("<p>Ask.</p>");
  });

  test("--dry-run tells every place and changes none; --json tells programs", async () => {
    const project = await createProject(smallKnowledgeBase);
    const before = await project.fingerprint(".");
    const dry = await project.knowhow("mv", "content/lessons/reports.mdx", "export-a-report", "--dry-run");
    expect(dry.stdout).toMatchInlineSnapshot(`
      "Would move lesson:reports to lesson:export-a-report:
        content/lessons/reports.mdx → content/lessons/export-a-report.mdx
        content/vi/lessons/reports.mdx → content/vi/lessons/export-a-report.mdx
      Would rewrite 2 places in 2 files:
        content/lessons/reports.mdx:4:18  + , reports
        content/vi/lessons/reports.mdx:3:1  + formerly: [reports]
      "
    `);
    const json = await project.knowhow("mv", "lesson:reports", "lesson:export-a-report", "--dry-run", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ to: "lesson:export-a-report", dryRun: true, notes: [] });
    expect(await project.fingerprint(".")).toEqual(before);
  });

  test.each([
    [["lesson:report", "lesson:x"], "knowhow: There is no entry lesson:report.\nDid you mean “lesson:reports”?\n"],
    [["lesson:reports", "faq:reports"], "knowhow: A lesson cannot become a faq by moving it.\n"],
    [["lesson:reports"], "error: missing required argument 'to'\n"],
  ])("refuses `knowhow mv %j`", async (args, message) => {
    const project = await createProject(smallKnowledgeBase);
    const before = await project.fingerprint(".");
    const { exitCode, stdout, stderr } = await project.knowhow("mv", ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(await project.fingerprint(".")).toEqual(before);
  });
});

describe("a move that is killed", () => {
  test("at 12 random moments has changed everything or nothing once the next command has run", {
    timeout: 300_000,
  }, async () => {
    const files: Record<string, string> = {
      "knowhow.config.json": '{ "title": "Help" }',
      "content/lessons/a/start.mdx": "---\ntitle: A\n---\n\n![A](a.svg)\n",
      "content/lessons/a/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    };
    for (let i = 0; i < 300; i++) files[`content/faqs/${i}.md`] = `# Question ${i}?\n\n[x](../lessons/a/start.mdx)\n`;
    const ends = { nothing: 0, everything: 0 };
    let span = await timeOf(files);
    for (let round = 0; round < 12; round++) {
      const project = await createProject(files);
      const before = await project.fingerprint("content");
      // Both come to the same.
      const [from, to] =
        round % 2 === 0 ? ["lesson:a/start", "lesson:b/start"] : ["content/lessons/a", "content/lessons/b"];
      const command = project.start(["mv", from, to]);
      // Most of the time is spent on starting: kills in its last third meet the change itself.
      const ended = await Promise.race([
        sleep(span * (0.75 + 0.25 * Math.random()), false),
        command.done.then(() => true),
      ]);
      await command.stop("SIGKILL");
      span *= ended ? 0.9 : 1.02;
      const checked = await project.knowhow("check");
      expect(checked).toMatchObject({ exitCode: 0 });
      const after = await project.fingerprint("content");
      const moved = "lessons/b/start.mdx" in after;
      expect(Object.keys(after).filter((file) => file.startsWith("lessons/"))).toEqual(
        moved ? ["lessons/b/a.svg", "lessons/b/start.mdx"] : ["lessons/a/a.svg", "lessons/a/start.mdx"],
      );
      const link = moved ? "../lessons/b/start.mdx" : "../lessons/a/start.mdx";
      for (let i = 0; i < 300; i += 37) expect(await project.read(`content/faqs/${i}.md`)).toContain(`[x](${link})`);
      if (!moved) expect(after).toEqual(before);
      ends[moved ? "everything" : "nothing"]++;
      await project[Symbol.asyncDispose]();
    }
    console.info(`${ends.everything} of 12 killed moves were finished, ${ends.nothing} had changed nothing`);
  });

  async function timeOf(files: Files): Promise<number> {
    const project = await createProject(files);
    const start = performance.now();
    await project.knowhow("mv", "lesson:a/start", "lesson:b/start");
    return performance.now() - start;
  }

  // Killed as soon as the journal stands: nothing has its new place yet.
  const stop = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      rename(from, to);
      if (String(to).endsWith("journal.json")) process.kill(process.pid, "SIGKILL");
    };
    syncBuiltinESMExports();
  `;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stop)}` };

  test("is finished by the next command, which says so", async () => {
    const project = await createProject({
      "knowhow.config.json": '{ "title": "Help" }',
      "content/lessons/a.mdx": "---\ntitle: A\n---\n\nText.\n",
      "content/faqs/b.md": "# B?\n\n[x](lesson:a)\n",
    });
    await project.start(["mv", "lesson:a", "lesson:c"], { env }).done;
    expect(await project.read("content/faqs/b.md")).toContain("lesson:a");
    const { exitCode, stderr } = await project.knowhow("check");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: "Finished the move of lesson:a to lesson:c, which was interrupted.\n",
    });
    expect(await project.read("content/faqs/b.md")).toContain("lesson:c");
    expect(await project.files("content/lessons")).toEqual(["c.mdx"]);
  });

  test("with a folder is finished whole", async () => {
    const files: Record<string, string> = { "knowhow.config.json": '{ "title": "Help" }' };
    for (let i = 0; i < 20; i++) files[`content/lessons/a/${i}.md`] = `# Lesson ${i}\n\n[x](${(i + 1) % 20}.md)\n`;
    files["content/faqs/b.md"] = "# B?\n\n[x](../lessons/a/7.md)\n";
    const project = await createProject(files);
    const before = await project.fingerprint("content");
    await project.start(["mv", "content/lessons/a", "content/lessons/b/c"], { env }).done;
    expect(await project.fingerprint("content")).toEqual(before);
    expect(await project.knowhow("check")).toMatchObject({
      exitCode: 0,
      stderr: "Finished the move of content/lessons/a to content/lessons/b/c, which was interrupted.\n",
    });
    expect(await project.read("content/faqs/b.md")).toContain("[x](../lessons/b/c/7.md)");
    expect(await project.files("content/lessons/b/c")).toHaveLength(20);
    expect(await project.files("content/lessons")).toHaveLength(20);
  });
});

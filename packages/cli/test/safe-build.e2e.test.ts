import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { restoreOutput } from "@knowhow/site";
import { describe, expect, test } from "vitest";
import type { Files } from "../../../test/support/files.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

/** As little as can be built: it is built many times. */
const tiny: Files = {
  "knowhow.config.json": { title: "Help" },
  "content/faqs/refunds.md": "# Can I get my money back?\n\nYes.\n",
};

/** Replaces what a program calls, to show what happens where the system refuses. */
function preload(code: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

describe("a folder that is not Knowhow's", () => {
  test.each([
    [
      "foreign files",
      { "photos/summer.jpg": "x" },
      "photos",
      "photos holds files that Knowhow did not write (summer.jpg).",
    ],
    ["several", { "notes/a.txt": "x", "notes/b/c.txt": "x" }, "notes", "(a.txt and 1 more)"],
    ["a file", { notes: "x" }, "notes", "notes: it is a file."],
    ["the root itself", {}, ".", "to .: the knowledge base itself lies in it."],
    ["a folder around it", {}, "..", "the knowledge base itself lies in it."],
    ["the content", {}, "content/site", "it lies in the content folder."],
  ])("is refused: %s", async (_name, files, out, message) => {
    const project = await createProject({ ...smallKnowledgeBase, ...files });
    const before = await project.fingerprint(".");
    const { exitCode, stdout, stderr } = await project.knowhow("build", "--out", out);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    const after = await project.fingerprint(".");
    for (const [file, hash] of Object.entries(before)) expect(after[file]).toBe(hash);
  });

  test("is refused when somebody put a file into the built site", async () => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    await project.write("dist/mine.txt", "important");
    expect(await project.knowhow("build")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("dist holds files that Knowhow did not write (mine.txt)."),
    });
    expect(await project.read("dist/mine.txt")).toBe("important");
  });

  test("is taken when it is empty but for what file managers leave", async () => {
    const project = await createProject({ ...smallKnowledgeBase, "dist/.DS_Store": "x" });
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  });
});

describe("a build that is killed", () => {
  test("at 50 random moments leaves the old site or the new one, whole", { timeout: 600_000 }, async () => {
    const project = await createProject(tiny);
    const versions = ["within 30 days", "within 60 days"];
    const sites: Record<string, string>[] = [];
    let span = 0;
    for (const version of versions) {
      await project.write("content/faqs/refunds.md", `# Can I get my money back?\n\nYes, ${version}.\n`);
      const start = performance.now();
      await project.knowhow("build");
      span = Math.max(span, performance.now() - start);
      sites.push(await project.fingerprint("dist"));
    }

    let swapped = 0;
    for (let round = 0; round < 50; round++) {
      await project.write("content/faqs/refunds.md", `# Can I get my money back?\n\nYes, ${versions[round % 2]}.\n`);
      const before = await project.fingerprint("dist");
      // A machine that is slower now than a moment ago gets more time, so that some kills meet the swap and its end.
      span *= (await endsWithin(project, Math.random() * span)) ? 0.8 : 1.02;
      await restoreOutput(project.root);
      const after = await project.fingerprint("dist");
      expect(sites).toContainEqual(after);
      if (JSON.stringify(after) !== JSON.stringify(before)) swapped++;
    }
    // Some kills came too late to matter: the swap was reached, too.
    console.info(`${swapped} of 50 builds had swapped the site before they were killed`);

    await project.write("content/faqs/refunds.md", `# Can I get my money back?\n\nYes, ${versions[0]}.\n`);
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.fingerprint("dist")).toEqual(sites[0]);
    expect((await project.files()).filter((file) => !file.startsWith(".knowhow/cache/"))).toEqual(
      [...Object.keys(tiny), ...Object.keys(sites[0] ?? {}).map((file) => `dist/${file}`)].sort(),
    );
  });

  test("between its renames is put right by whatever command comes next", async () => {
    const project = await createProject({ ...tiny, ".dist.knowhow-previous/index.html": "The old site" });
    await project.write(".dist.knowhow-next/index.html", "The new site");
    await project.write(".knowhow/swap.json", { swaps: [{ out: project.path("dist"), hadOne: true }] });
    expect(await project.knowhow("new", "faq", "hours")).toMatchObject({ exitCode: 0 });
    expect(await project.read("dist/index.html")).toBe("The old site");
    expect((await project.files()).filter((file) => file.startsWith(".dist"))).toEqual([]);
  });

  /** Starts a build and kills it after some time; whether it had ended by then. */
  async function endsWithin(project: Project, milliseconds: number): Promise<boolean> {
    const command = project.start(["build"]);
    const ended = await Promise.race([sleep(milliseconds, false), command.done.then(() => true)]);
    await command.stop("SIGKILL");
    return ended;
  }
});

test("two builds at once both succeed, one after the other", async () => {
  const project = await createProject(smallKnowledgeBase);
  const results = await Promise.all([project.knowhow("build"), project.knowhow("build"), project.knowhow("check")]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(results.map(({ stderr }) => stderr).join("")).toContain("Another build of this knowledge base is running");
  expect(await project.files("dist")).toContain("index.html");
});

describe("a system that refuses", () => {
  test("a full disk ends the build with one message, and leaves the site", async () => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    const before = await project.fingerprint("dist");
    const full = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const write = fs.writeFileSync;
      fs.writeFileSync = (file, ...rest) => {
        if (String(file).endsWith(".html")) {
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", path: "dist/index.html" });
        }
        return write(file, ...rest);
      };
      syncBuiltinESMExports();
    `;
    await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nPerhaps.\n");
    const { exitCode, stdout, stderr } = await project.start(["build"], { env: preload(full) }).done;
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toBe("knowhow: The disk is full: dist/index.html could not be written.\n");
    expect(await project.fingerprint("dist")).toEqual(before);
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  });

  test.each([["build"], ["dev"]])("a file where its own folder should be ends %s with what to do", async (command) => {
    const project = await createProject({
      ...smallKnowledgeBase,
      ".knowhow": "a file where Knowhow's folder should be",
    });
    const { exitCode, stdout, stderr } = await project.knowhow(command);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      "knowhow: There is a file called .knowhow, and Knowhow needs a folder of that name for its caches.\nDelete the file, or give it another name.\n",
    );
  });

  test.each([["dev"], ["preview"]])("a port in use ends %s with one message", async (command) => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const { port } = server.address() as AddressInfo; // `listen` with a port never yields a pipe's name.
    const { exitCode, stdout, stderr } = await project.knowhow(command, "--port", String(port));
    server.close();
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toBe(`knowhow: Port ${port} is in use. Stop what uses it, or choose another with --port.\n`);
  });
});

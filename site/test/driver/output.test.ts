import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanUp } from "../../../test/support/cleanup.ts";
import { listFiles, writeFiles } from "../../../test/support/files.ts";
import { claimOutput, restoreOutput, signOutput, swapOutputs } from "../../src/driver/output.ts";

async function newRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "knowhow-output-"));
  cleanUp(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, ".knowhow"));
  return root;
}

describe("the swap of the old site for the new one", () => {
  test("replaces it and leaves nothing else behind", async () => {
    const root = await newRoot();
    await writeFiles(root, { "dist/old.html": "old", ".knowhow/build/site/new.html": "new" });
    await swapOutputs(root, [{ folder: join(root, ".knowhow/build/site"), out: join(root, "dist") }]);
    expect(await listFiles(root)).toEqual(["dist/new.html"]);
  });

  // Each row is what a build leaves when it is killed behind one more of its steps.
  const journal = (root: string) => JSON.stringify({ swaps: [{ out: join(root, "dist"), hadOne: true }] });
  test.each([
    ["before its first rename", { "dist/old.html": "old", ".dist.knowhow-next/new.html": "new" }, ["dist/old.html"]],
    [
      "between its two renames",
      { ".dist.knowhow-previous/old.html": "old", ".dist.knowhow-next/new.html": "new" },
      ["dist/old.html"],
    ],
    [
      "behind its second rename",
      { "dist/new.html": "new", ".dist.knowhow-previous/old.html": "old" },
      ["dist/new.html"],
    ],
  ])("killed %s is put right by the next command", async (_when, files, expected) => {
    const root = await newRoot();
    await writeFiles(root, files);
    await writeFile(join(root, ".knowhow/swap.json"), journal(root));
    await restoreOutput(root);
    expect(await listFiles(root)).toEqual(expected);
  });

  // Two sites, of which only the first was there before.
  const both = (root: string) =>
    JSON.stringify({
      swaps: [
        { out: join(root, "dist/a"), hadOne: true },
        { out: join(root, "dist/b"), hadOne: false },
      ],
    });
  test.each([
    [
      "before any rename",
      { "dist/a/old": "", "dist/.a.knowhow-next/new": "", "dist/.b.knowhow-next/new": "" },
      ["dist/a/old"],
    ],
    ["before the new ones stand beside the old", { "dist/a/old": "" }, ["dist/a/old"]],
    [
      "when the first is in its place",
      { "dist/a/new": "", "dist/.a.knowhow-previous/old": "", "dist/.b.knowhow-next/new": "" },
      ["dist/a/old"],
    ],
    [
      "when all are in their places",
      { "dist/a/new": "", "dist/.a.knowhow-previous/old": "", "dist/b/new": "" },
      ["dist/a/new", "dist/b/new"],
    ],
  ])("of several sites, killed %s, is done for all or for none", async (_when, files, expected) => {
    const root = await newRoot();
    await writeFiles(root, files);
    await writeFile(join(root, ".knowhow/swap.json"), both(root));
    await restoreOutput(root);
    expect(await listFiles(root)).toEqual(expected);
  });

  test("of a second site fails whole where its place cannot be taken", async () => {
    const root = await newRoot();
    await writeFiles(root, { "dist/a/old": "", ".knowhow/build/0/new": "", "dist/b": "a file" });
    const swap = swapOutputs(root, [
      { folder: join(root, ".knowhow/build/0"), out: join(root, "dist/a") },
      { folder: join(root, ".knowhow/build/none"), out: join(root, "dist/b") },
    ]);
    await expect(swap).rejects.toThrow();
    await restoreOutput(root);
    expect(await listFiles(root)).toEqual(expect.arrayContaining(["dist/a/old", "dist/b"]));
  });

  test("killed while it wrote down what it was about to do has changed nothing", async () => {
    const root = await newRoot();
    await writeFiles(root, { "dist/old.html": "old", ".knowhow/swap.json": '{"out":' });
    await restoreOutput(root);
    expect(await listFiles(root)).toEqual(["dist/old.html"]);
  });

  test("is left alone by other commands while the build that does it lives", async () => {
    const root = await newRoot();
    await writeFiles(root, { ".dist.knowhow-previous/old.html": "old", ".dist.knowhow-next/new.html": "new" });
    await writeFile(join(root, ".knowhow/swap.json"), journal(root));
    await writeFile(join(root, ".knowhow/build.lock"), String(process.ppid));
    await restoreOutput(root);
    expect(await listFiles(join(root, ".dist.knowhow-next"))).toEqual(["new.html"]);
    await rename(join(root, ".dist.knowhow-next"), join(root, "dist"));
  });
});

describe("the folder of a site", () => {
  const claim = (root: string, out: string) => claimOutput(root, join(root, "content"), join(root, out));

  test("may hold sites of earlier builds, which take their files along", async () => {
    const root = await newRoot();
    await writeFiles(root, { "dist/public/a.html": "", "dist/staff/a.html": "", "dist/.DS_Store": "" });
    await signOutput(join(root, "dist/public"));
    await signOutput(join(root, "dist/staff"));
    await expect(claim(root, "dist")).resolves.toBe(join(root, "dist"));
    await writeFiles(root, { "dist/staff/mine.html": "" });
    await expect(claim(root, "dist")).rejects.toThrow(
      "dist holds files that Knowhow did not write (staff/mine.html). Choose another folder with --out, or empty it.",
    );
  });

  test("does not lie in another site, which would be published along with it", async () => {
    const root = await newRoot();
    await writeFiles(root, { "dist/index.html": "" });
    await signOutput(join(root, "dist"));
    await expect(claim(root, "dist/staff")).rejects.toThrow(
      "A site cannot be published to dist/staff: dist is a site itself. Delete dist, or choose another folder with --out.",
    );
  });
});

import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanUp } from "../../../test/support/cleanup.ts";
import { listFiles, writeFiles } from "../../../test/support/files.ts";
import { restoreOutput, swapOutput } from "../../src/driver/output.ts";

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
    await swapOutput(root, join(root, ".knowhow/build/site"), join(root, "dist"));
    expect(await listFiles(root)).toEqual(["dist/new.html"]);
  });

  // Each row is what a build leaves when it is killed behind one more of its steps.
  const journal = (root: string) => JSON.stringify({ out: join(root, "dist") });
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

import { stat, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { failureKind } from "../../src/driver/failure.ts";
import { openContentHashes } from "../../src/media/content-hash.ts";

// printf film | sha256sum
const film = "d0607f7ad2";

async function kept(hash: string) {
  const project = await createProject({ "tour.mp4": "film" });
  const path = project.path("tour.mp4");
  const { size, mtimeMs, ctimeMs } = await stat(path);
  await project.write("cache/hashes.json", JSON.stringify([[path, [size, mtimeMs, ctimeMs, hash]]]));
  return { project, path, hashes: await openContentHashes(project.path("cache")) };
}

test("a file that is as it was is not read again", async () => {
  const { path, hashes } = await kept("remembered");
  expect(await hashes.hashOf(path)).toBe("remembered");
});

test("a file that has changed is, also where it is as long as before", async () => {
  const { path, hashes } = await kept("remembered");
  await writeFile(path, "flim");
  const changed = await hashes.hashOf(path);
  expect(changed).toMatch(/^[0-9a-f]{10}$/);
  await writeFile(path, "film");
  expect(await hashes.hashOf(path)).not.toBe(changed);
});

test("what was kept wrongly, or was written just now, is forgotten", async () => {
  const { project, path } = await kept("remembered");
  await project.write("cache/hashes.json", "{");
  const hashes = await openContentHashes(project.path("cache"));
  const hash = await hashes.hashOf(path);
  expect(hash).toBe(film);
  await hashes.save();
  // Within the tick of its clock a system cannot tell that a file was written once more.
  expect(JSON.parse(await project.read("cache/hashes.json"))).toEqual([]);
});

test("a file that changes after it was hashed ends the build with a message", async () => {
  const { path, hashes } = await kept("remembered");
  await hashes.hashOf(path);
  await hashes.checkUnchanged(path, "lessons/tour.mp4");
  await writeFile(path, "another film");
  const error: unknown = await hashes.checkUnchanged(path, "lessons/tour.mp4").catch((cause: unknown) => cause);
  expect(failureKind(error)).toBe("failed");
  expect(String(error)).toContain(
    "content/lessons/tour.mp4 was changed while the site was being built: build it again.",
  );
});

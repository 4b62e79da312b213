import { execFile } from "node:child_process";
import { readlink, symlink } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createProject, type Project } from "../../../../test/support/project.ts";
import { changeFiles, type FileChange, finishChanges } from "../../src/files/change-files.ts";

const bytes = (text: string) => Buffer.from(text);

const before = { "a/one.txt": "one", "a/two.txt": "two", "b/picture.png": "picture", "kept.txt": "kept" };
const changes: readonly FileChange[] = [
  { kind: "create", path: "c/new.txt", bytes: "new" },
  { kind: "create", path: "a/two/index.txt", bytes: "two, moved" },
  { kind: "replace", path: "a/one.txt", bytes: bytes("one, edited"), before: bytes("one") },
  { kind: "move", from: "b/picture.png", to: "c/picture.png" },
  { kind: "remove", path: "a/two.txt", before: bytes("two") },
];
const after = {
  "a/one.txt": "one, edited",
  "a/two/index.txt": "two, moved",
  "c/new.txt": "new",
  "c/picture.png": "picture",
  "kept.txt": "kept",
};

async function contents(project: Project): Promise<Readonly<Record<string, string>>> {
  // The lock of a killed process is stale, and is taken over by the next.
  const files = (await project.files()).filter((file) => file !== ".knowhow/changes.lock");
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await project.read(file)] as const)));
}

test("changes all files, and leaves nothing else behind", async () => {
  const project = await createProject(before);
  await changeFiles(project.root, "a test", changes);
  expect(await contents(project)).toEqual(after);
  expect(await finishChanges(project.root)).toBeUndefined();
});

test("says that its folder cannot be made where a file has the name", async () => {
  const project = await createProject({ ...before, ".knowhow": "a file" });
  await expect(changeFiles(project.root, "a test", changes)).rejects.toMatchObject({
    name: "SetupError",
    message: "There is a file called .knowhow, and Knowhow needs a folder of that name for its caches.",
    hint: "Delete the file, or give it another name.",
  });
  expect(await contents(project)).toEqual({ ...before, ".knowhow": "a file" });
});

describe("nothing changes", () => {
  test.each<[string, FileChange, string]>([
    [
      "where a new file would take another's place",
      { kind: "create", path: "kept.txt", bytes: "x" },
      "kept.txt is there already.",
    ],
    ["where a moved file would", { kind: "move", from: "a/one.txt", to: "kept.txt" }, "kept.txt is there already."],
    [
      "where a file is not as it was read",
      { kind: "replace", path: "kept.txt", bytes: bytes("x"), before: bytes("y") },
      "kept.txt has changed in the meantime.",
    ],
    [
      "where a file that makes way is not as it was read",
      { kind: "remove", path: "kept.txt", before: bytes("y") },
      "kept.txt has changed in the meantime.",
    ],
    ["where a file has gone", { kind: "move", from: "gone.txt", to: "c/gone.txt" }, "gone.txt is gone."],
  ])("%s", async (_name, change, message) => {
    const project = await createProject(before);
    await expect(changeFiles(project.root, "a test", [...changes, change])).rejects.toMatchObject({ message });
    expect(await contents(project)).toEqual(before);
  });

  test("where the system refuses in the middle", async () => {
    const project = await createProject({ ...before, c: "a file where a folder should be" });
    await expect(changeFiles(project.root, "a test", changes)).rejects.toThrow();
    expect(await contents(project)).toEqual({ ...before, c: "a file where a folder should be" });
  });

  test.each<FileChange>([
    { kind: "replace", path: "link.txt", bytes: bytes("x"), before: bytes("kept") },
    { kind: "remove", path: "link.txt", before: bytes("kept") },
    { kind: "move", from: "link.txt", to: "c/link.txt" },
  ])("where a symbolic link would become a file, or lead elsewhere: $kind", async (change) => {
    const project = await createProject(before);
    await symlink("kept.txt", project.path("link.txt"));
    await expect(changeFiles(project.root, "a test", [...changes, change])).rejects.toMatchObject({
      message: "link.txt is a symbolic link, which is neither moved nor rewritten.",
      hint: "Put the file that it leads to in its place, then try again.",
    });
    expect(await contents(project)).toEqual(before);
    expect(await readlink(project.path("link.txt"))).toBe("kept.txt");
  });
});

test("several changes at one time in one process are made one after the other", async () => {
  const project = await createProject(before);
  const names = ["one", "two", "three", "four"];
  await Promise.all(
    names.map((name) => changeFiles(project.root, name, [{ kind: "create", path: `new/${name}.txt`, bytes: name }])),
  );
  const made = Object.fromEntries(names.map((name) => [`new/${name}.txt`, name]));
  expect(await contents(project)).toEqual({ ...before, ...made });
});

test("the lock of a killed process is taken over also by one that has its number, as in containers", async () => {
  const project = await createProject({ ...before, ".knowhow/changes.lock": `${process.pid} 1` });
  await changeFiles(project.root, "a test", changes);
  expect(await contents(project)).toEqual(after);
});

test("a file that was edited after the change had been interrupted is left as it is, and named", async () => {
  const project = await createProject(before);
  await killed(project, 12);
  const interrupted = (await project.files(".knowhow/changes")).includes("journal.json");
  expect(interrupted).toBe(true);
  await project.write("a/one.txt", "one, edited by hand");
  expect(await finishChanges(project.root)).toEqual({ what: "a test", edited: ["a/one.txt"] });
  expect(await contents(project)).toEqual({ ...after, "a/one.txt": "one, edited by hand" });
});

test("killed before or after any step, it has done nothing, or is finished by the next command", {
  timeout: 120_000,
}, async () => {
  const ends = { nothing: 0, finished: 0 };
  let isKilled = true;
  for (let step = 0; isKilled; step++) {
    const project = await createProject(before);
    isKilled = await killed(project, step);
    const finished = await finishChanges(project.root);
    const found = await contents(project);
    expect([before, after]).toContainEqual(found);
    if (finished !== undefined) expect(finished).toEqual({ what: "a test", edited: [] });
    ends[finished === undefined ? "nothing" : "finished"]++;
    expect(await finishChanges(project.root)).toBeUndefined();
  }
  expect(ends.nothing).toBeGreaterThan(8);
  expect(ends.finished).toBeGreaterThan(8);
});

/** Makes the changes in a process of its own that kills itself after so many calls which change a file; false if it ends before. */
function killed(project: Project, calls: number): Promise<boolean> {
  const module = new URL("../../src/files/change-files.ts", import.meta.url).href;
  const program = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    let left = ${calls};
    for (const name of ["writeFileSync", "renameSync", "linkSync", "rmSync", "mkdirSync", "chmodSync", "rmdirSync"]) {
      const call = fs[name];
      fs[name] = (...args) => {
        if (left-- === 0) process.kill(process.pid, "SIGKILL");
        return call(...args);
      };
    }
    syncBuiltinESMExports();
    const { changeFiles } = await import(${JSON.stringify(module)});
    await changeFiles(${JSON.stringify(project.root)}, "a test", [
      { kind: "create", path: "c/new.txt", bytes: "new" },
      { kind: "create", path: "a/two/index.txt", bytes: "two, moved" },
      { kind: "replace", path: "a/one.txt", bytes: Buffer.from("one, edited"), before: Buffer.from("one") },
      { kind: "move", from: "b/picture.png", to: "c/picture.png" },
      { kind: "remove", path: "a/two.txt", before: Buffer.from("two") },
    ]);
  `;
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ["--input-type=module", "--eval", program], { cwd }, (error, _stdout, stderr) => {
      if (error === null) resolve(false);
      else if (error.signal === "SIGKILL") resolve(true);
      else reject(new Error(stderr));
    });
  });
}

test("a journal that was lost with the power of the machine is told, and nothing is touched", async () => {
  const project = await createProject({ ...before, ".knowhow/changes/journal.json": "" });
  await expect(finishChanges(project.root)).rejects.toMatchObject({
    message: ".knowhow/changes/journal.json is damaged, so that a change which was interrupted cannot be finished.",
    hint: "See what git status tells, take what you need from .knowhow/changes, and delete that folder.",
  });
  expect(await contents(project)).toMatchObject(before);
});

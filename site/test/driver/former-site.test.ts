import { appendFile, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { cleanUp } from "../../../test/support/cleanup.ts";
import { writeFiles } from "../../../test/support/files.ts";
import { openFileWriter } from "../../src/driver/file-writer.ts";
import { openFormerSite } from "../../src/driver/former-site.ts";

describe("a new site", () => {
  let root: string;
  const path = (name: string) => join(root, name);
  const open = (out = "dist") => openFormerSite(path("site.list"), path(out), openFileWriter());

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "knowhow-former-"));
    cleanUp(() => rm(root, { recursive: true, force: true }));
    const first = open();
    const site = first.into(path("staged"));
    site.write("lessons/a/index.html", "A", "a1");
    site.write("lessons/b/index.html", "B", "b1");
    site.write("feed.xml", "feed");
    first.into(path("staged/pagefind"), "pagefind/").write("part", "words", "p1");
    await first.settled();
    await rename(path("staged"), path("dist"));
    first.replaced();
  });

  test("takes over from the one before what was made from the same", async () => {
    const site = open().into(path("staged"));
    expect(site.take("lessons/a/index.html", "a1")).toBe(true);
    expect(site.take("lessons/b/index.html", "b2")).toBe(false);
    expect(site.take("feed.xml", "")).toBe(false);
    expect(open().into(path("index"), "pagefind/").take("part", "p1")).toBe(true);
    const inode = async (name: string) => (await stat(path(name))).ino;
    expect(await inode("staged/lessons/a/index.html")).toBe(await inode("dist/lessons/a/index.html"));
  });

  test("still knows what it took over when it is the one before", async () => {
    const second = open();
    second.into(path("staged")).take("lessons/a/index.html", "a1");
    await rm(path("dist"), { recursive: true });
    await rename(path("staged"), path("dist"));
    second.replaced();
    expect(open().into(path("staged")).take("lessons/a/index.html", "a1")).toBe(true);
    expect(open().into(path("staged")).take("lessons/b/index.html", "b1")).toBe(false);
  });

  test("takes no file that somebody has changed, replaced or removed", async () => {
    await appendFile(path("dist/lessons/a/index.html"), "!");
    await writeFile(path("B"), "B");
    await rename(path("B"), path("dist/lessons/b/index.html"));
    await rm(path("dist/pagefind/part"));
    const site = open().into(path("staged"));
    expect(site.take("lessons/a/index.html", "a1")).toBe(false);
    expect(site.take("lessons/b/index.html", "b1")).toBe(false);
    expect(site.take("pagefind/part", "p1")).toBe(false);
  });

  test("in another folder has none before it", () => {
    expect(open("public_html").into(path("staged")).take("lessons/a/index.html", "a1")).toBe(false);
  });

  test("leaves a file of the owner's as it is, and does not take it for its own later", async () => {
    await writeFiles(root, { "staged/feed.xml": "mine", "staged/lessons/a/index.html": "mine" });
    const second = open();
    const site = second.into(path("staged"));
    site.write("feed.xml", "feed", "f1");
    expect(site.take("lessons/a/index.html", "a1")).toBe(true);
    expect((await stat(path("staged/feed.xml"))).size).toBe(4);
    expect((await stat(path("staged/lessons/a/index.html"))).size).toBe(4);

    await second.settled();
    await rm(path("dist"), { recursive: true });
    await rename(path("staged"), path("dist"));
    second.replaced();
    expect(open().into(path("staged")).take("feed.xml", "f1")).toBe(false);
  });
});

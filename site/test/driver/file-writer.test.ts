import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanUp } from "../../../test/support/cleanup.ts";
import { listFiles, writeFiles } from "../../../test/support/files.ts";
import { failureFromSystem } from "../../src/driver/failure.ts";
import { openFileWriter } from "../../src/driver/file-writer.ts";

/** So many that most are written by a thread. */
const many = Array.from({ length: 2000 }, (_, number) => `pages/${number}/index.html`);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "knowhow-writer-"));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("thousands of files", () => {
  test("are all written, and those that are there already stay as they are", async () => {
    const folder = await newFolder();
    await writeFiles(folder, { "pages/7/index.html": "mine", "pages/1999/index.html": "mine" });
    const writer = openFileWriter();
    const pool = new TextEncoder().encode("0123456789");
    for (const [i, file] of many.entries()) {
      // Texts, bytes, and a part of other bytes.
      writer.write(join(folder, file), [file, new TextEncoder().encode(file), pool.subarray(2, 4)][i % 3] ?? "");
      await writer.room();
    }
    expect([...(await writer.settled())].sort()).toEqual([
      join(folder, "pages/1999/index.html"),
      join(folder, "pages/7/index.html"),
    ]);
    await writer.close();
    expect(await listFiles(folder)).toHaveLength(many.length);
    const read = (number: number) => readFile(join(folder, `pages/${number}/index.html`), "utf8");
    expect(await read(1998)).toBe("pages/1998/index.html");
    expect(await read(1996)).toBe("pages/1996/index.html");
    expect(await read(1997)).toBe("23");
    expect(await read(1999)).toBe("mine");
  });

  test("may hold bytes that are not to be taken from their maker, such as those of a picture", async () => {
    const folder = await newFolder();
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const size = picture.length;
    const writer = openFileWriter();
    for (const file of many) {
      writer.write(join(folder, file), picture);
      await writer.room();
    }
    await writer.settled();
    await writer.close();
    expect(await readFile(join(folder, "pages/1999/index.html"))).toHaveLength(size);
  });

  test("of which one cannot be written end with what the system said", async () => {
    const folder = await newFolder();
    await writeFiles(folder, { blocked: "a file where a folder should be" });
    const writer = openFileWriter();
    const writeAll = async () => {
      for (const file of [...many.slice(0, 1500), "blocked/by/index.html", ...many.slice(1500)]) {
        writer.write(join(folder, file), "page");
        await writer.room();
      }
      await writer.settled();
    };
    const error = await writeAll().catch((thrown: unknown) => thrown);
    await writer.close();
    expect(failureFromSystem(error)?.message).toBe(`${join(folder, "blocked/by")} is a file where a folder is needed.`);
  });
});

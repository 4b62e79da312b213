import { checkKnowledgeBase } from "@knowhow/core/node";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { prepareImage } from "../../src/media/prepare-image.ts";

const formats = ["png", "jpeg", "webp", "avif", "gif"] as const;

/** A picture with some grain, so that it fills a few kilobytes. */
async function photograph(format: (typeof formats)[number]): Promise<Buffer> {
  const pixels = Buffer.alloc(200 * 150 * 3);
  let seed = 7;
  for (let index = 0; index < pixels.length; index++) {
    seed = (seed * 1103515245 + 12345) >>> 0;
    pixels[index] = seed >>> 24;
  }
  return sharp(pixels, { raw: { width: 200, height: 150, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

/** A project with a picture, what the check says of it, and what preparing it for pages gives. */
async function projectWith(ending: string, content: Uint8Array) {
  const file = `lessons/a.${ending}`;
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.md": `# A\n\n![x](a.${ending})\n`,
    [`content/${file}`]: content,
  });
  return {
    told: async () =>
      (await checkKnowledgeBase({ root: project.root, cache: false })).diagnostics.map(({ code }) => code),
    prepare: () => prepareImage({ path: project.path(`content/${file}`), file, hash: "1" }, project.path("cache")),
  };
}

describe.each(formats)("a picture in %s", (format) => {
  test("passes the check and is prepared", async () => {
    const { told, prepare } = await projectWith(format, await photograph(format));
    expect(await told()).toEqual([]);
    expect(await prepare()).toMatchObject({ width: 200, height: 150 });
  });

  test.each([0.02, 0.5, 0.9])("cut off at %s of its length, it is told", async (part) => {
    const whole = await photograph(format);
    const { told } = await projectWith(format, whole.subarray(0, Math.floor(whole.length * part)));
    expect(await told()).toEqual(["broken-media"]);
  });
});

test.each([
  ["text", Buffer.from("no picture at all")],
  ["an empty file", Buffer.alloc(0)],
])("%s is told by the check, and refused by a build that does without it", async (_, content) => {
  const { told, prepare } = await projectWith("png", content);
  expect(await told()).toEqual(["broken-media"]);
  await expect(prepare()).rejects.toThrow(
    "content/lessons/a.png is no picture, or is damaged: put a whole one in its place.",
  );
});

import { readFile, rm } from "node:fs/promises";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { type ImageFile, prepareImage } from "../../src/media/prepare-image.ts";

/** A picture with some grain, as cameras take them, whose left half is dark. */
function picture(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let index = 0; index < pixels.length; index++) {
    seed = (seed * 1103515245 + 12345) >>> 0;
    pixels[index] = (Math.floor(index / 3) % width < width / 2 ? 0 : 200) + (seed >>> 27);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** As a phone stores what was taken with it held upright: turned, with a note that says so, and where it was. */
function photograph(width: number, height: number): Promise<Buffer> {
  return picture(width, height)
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 46/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 40/1 0/1" },
    })
    .toBuffer();
}

/** A folder with one picture, and what preparing it gives; `hash` stands for that of its content. */
async function folderWith(file: string, content: Uint8Array) {
  const project = await createProject({ [file]: content });
  const prepare = async (hash = "1111111111") => {
    const image = await prepareImage({ path: project.path(file), file, hash }, project.path("cache"));
    if (image === undefined) throw new Error(`${file} is no picture.`);
    return image;
  };
  return { project, prepare };
}

async function bytesOf({ content }: ImageFile): Promise<Uint8Array> {
  return typeof content === "string" ? readFile(content) : content;
}

test("a photograph is published upright, in the size in which it is shown, without place and name", async () => {
  const { prepare } = await folderWith("ward.jpg", await photograph(1200, 800));
  const { width, height, original, variants } = await prepare();
  expect([width, height]).toEqual([800, 1200]);
  expect(variants.map((one) => one.width)).toEqual([480, 800]);
  for (const file of [original, ...variants]) {
    const bytes = await bytesOf(file);
    const { exif, xmp, orientation, ...head } = await sharp(bytes).metadata();
    expect({ exif, xmp, orientation }).toEqual({ exif: undefined, xmp: undefined, orientation: undefined });
    expect(Buffer.from(bytes).includes("Somebody")).toBe(false);
    expect(head.height / head.width).toBeCloseTo(1.5, 2);
    // Turned to the right, the dark half on the left is on top.
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[Math.floor(info.width / 2)]).toBeLessThan(60);
    expect(data[info.width * (info.height - 1) + Math.floor(info.width / 2)]).toBeGreaterThan(150);
  }
});

test("a picture that tells nothing but what is to be seen is published byte for byte", async () => {
  const bytes = await picture(700, 400).png().toBuffer();
  const { prepare } = await folderWith("dialog.png", bytes);
  const { original } = await prepare();
  expect(original.suffix).toBe("1111111111");
  expect(Buffer.from(await bytesOf(original))).toEqual(bytes);
});

test("of a wide picture each width is offered once", async () => {
  const { prepare } = await folderWith("plan.jpg", await picture(2400, 300).jpeg({ quality: 100 }).toBuffer());
  expect((await prepare()).variants.map(({ width }) => width)).toEqual([480, 960, 1920]);
  const exact = await folderWith("plan.jpg", await picture(960, 300).jpeg({ quality: 100 }).toBuffer());
  expect((await exact.prepare()).variants.map(({ width }) => width)).toEqual([480, 960]);
});

test("what is sharp, of few colours, and no smaller as a copy in its size, is not shown blurred either", async () => {
  const dots = await picture(1600, 900).greyscale().threshold(108).png({ palette: true, colours: 2 }).toBuffer();
  const small = await sharp(dots).resize(480).webp({ quality: 80 }).toBuffer();
  const whole = await sharp(dots).webp({ quality: 80 }).toBuffer();
  expect([small.length < dots.length, whole.length < dots.length]).toEqual([true, false]);
  const { prepare } = await folderWith("screen.png", dots);
  expect((await prepare()).variants).toEqual([]);
});

test("what was made is not made again, unless something of it is gone", async () => {
  const { project, prepare } = await folderWith("ward.jpg", await photograph(1200, 800));
  const first = await prepare();
  // Were it read again, it would be refused.
  await project.write("ward.jpg", "no picture");
  expect(await prepare()).toEqual(first);
  await expect(prepare("2222222222")).rejects.toThrow("content/ward.jpg is no picture, or is damaged");

  await project.write("ward.jpg", await photograph(1200, 800));
  await rm(String(first.variants[0]?.content));
  expect(await prepare()).toEqual(first);
  expect((await bytesOf(first.variants[0] as ImageFile)).length).toBeGreaterThan(0);
});

/** A picture of 65,536 colours, whose left half is transparent. */
function drawing(): Sharp {
  const pixels = Buffer.alloc(512 * 512 * 4);
  for (let y = 0; y < 512; y++) {
    for (let x = 0; x < 512; x++) pixels.set([x % 256, y % 256, (x * 7) % 256, x < 256 ? 0 : 255], (y * 512 + x) * 4);
  }
  return sharp(pixels, { raw: { width: 512, height: 512, channels: 4 } });
}

const signed = { IFD0: { Artist: "Somebody" } };

test.each(["screen.png", "screen.jpg", "screen.webp"])(
  "a PNG with notes, called %s, keeps each of its pixels",
  async (file) => {
    const bytes = await drawing().png().withExif(signed).toBuffer();
    const { prepare } = await folderWith(file, bytes);
    const published = await bytesOf((await prepare()).original);
    expect(Buffer.from(published).includes("Somebody")).toBe(false);
    expect((await sharp(published).metadata()).format).toBe("png");
    expect((await drawing().raw().toBuffer()).equals(await sharp(published).raw().toBuffer())).toBe(true);
  },
);

test("a PNG that is too high for the format that its name says is published without its notes", async () => {
  const { prepare } = await folderWith("log.webp", await picture(20, 17_000).png().withExif(signed).toBuffer());
  expect(Buffer.from(await bytesOf((await prepare()).original)).includes("Somebody")).toBe(false);
});

test("what a program wrote into a PNG as text is not published", async () => {
  const text = Buffer.from("tEXtAuthor\0Somebody", "latin1");
  const around = Buffer.alloc(4);
  around.writeUInt32BE(text.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(text));
  const bytes = await drawing().png().toBuffer();
  const head = 33;
  const { prepare } = await folderWith(
    "screen.png",
    Buffer.concat([bytes.subarray(0, head), around, text, sum, bytes.subarray(head)]),
  );
  expect(Buffer.from(await bytesOf((await prepare()).original)).includes("Somebody")).toBe(false);
});

test("the same picture in several folders is made ready for all of them at once", async () => {
  const { project, prepare } = await folderWith("ward.jpg", await photograph(1200, 800));
  for (let time = 0; time < 3; time++) {
    await rm(project.path("cache"), { recursive: true, force: true });
    const [first, ...others] = await Promise.all([prepare(), prepare(), prepare(), prepare()]);
    for (const one of others) expect(one).toEqual(first);
  }
});

test("a picture that cannot be written without its notes is refused, not published with them", async () => {
  const broken = await picture(300, 200)
    .webp({ lossless: true })
    .withExif({ IFD0: { Artist: "Somebody" } })
    .toBuffer();
  // Behind the head of its pixels.
  const pixels = broken.indexOf("VP8L") + 16;
  broken.fill(0xff, pixels, pixels + 2000);
  const { project, prepare } = await folderWith("scan.webp", broken);
  await expect(prepare()).rejects.toThrow(
    "content/scan.webp tells where or by whom it was made, and cannot be written without that: export it again as PNG or JPEG.",
  );
  expect(await project.files("cache")).toEqual([]);
});

import { open } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { commitAll, initRepository } from "../../../test/support/git.ts";
import { picture } from "../../../test/support/picture.ts";
import { createProject } from "../../../test/support/project.ts";
import { openWorkspace } from "../src/language/index.ts";
import { checkKnowledgeBase } from "../src/node.ts";
import { today, told } from "./support/told.ts";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG; with few rows its head alone says how large it is. */
function png(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(rows * (1 + width * 3)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The beginning of a file of Apple's, as telephones take photographs. */
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic"),
  // meta > iprp > ipco > ispe
  Buffer.from([0, 0, 0, 48]),
  Buffer.from("meta\0\0\0\0"),
  Buffer.from([0, 0, 0, 36]),
  Buffer.from("iprp"),
  Buffer.from([0, 0, 0, 28]),
  Buffer.from("ipco"),
  Buffer.from([0, 0, 0, 20]),
  Buffer.from("ispe\0\0\0\0"),
  Buffer.from([0, 0, 0, 8, 0, 0, 0, 8]),
]);

const tiff = Buffer.concat([
  Buffer.from("II*\0\x08\0\0\0\x02\0", "latin1"),
  // width and height
  Buffer.from([0, 1, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]),
]);

const lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22e\nsize 12345\n";

const small = png(8, 8);

/** What check says of a file that a lesson shows; its place is that of the picture. */
async function ofPicture(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const all = await told({ "lessons/a.md": `# A\n\n![What it shows](${name})\n`, [`lessons/${name}`]: content });
  const place = `lessons/a.md:3:1 error broken-media: content/lessons/${name} `;
  return all.map((one) => (one.startsWith(place) ? one.slice(place.length) : one));
}

test.each<readonly [string, string, string | Uint8Array]>([
  ["a PNG", "a.png", small],
  ["a GIF, whatever its name says", "a.jpg", picture],
  ["a PNG with something behind its end", "a.png", Buffer.concat([small, Buffer.alloc(100, 7)])],
  [
    "a drawing",
    "a.svg",
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
  ],
  ["a drawing without content", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
  ["a drawing with a prefix", "a.svg", '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>'],
])("%s can be shown", async (_, name, content) => {
  expect(await ofPicture(name, content)).toEqual([]);
});

test.each<readonly [string, string, string | Uint8Array, string]>([
  [
    "an image of 50,000 × 50,000 pixels",
    "a.png",
    png(50_000, 50_000, 1),
    "has 50,000 × 50,000 pixels, more than a page can show. → Make it smaller: 4,000 pixels wide at most.",
  ],
  ["an empty file", "a.png", "", "is empty. → Put the whole file in its place."],
  [
    "text",
    "a.png",
    "no picture at all",
    "is no picture, or is damaged. → Open it in a program for pictures, and export it again.",
  ],
  ["zeros", "a.webp", Buffer.alloc(5000), "is no picture, or is damaged. → …"],
  ["half a head", "a.png", small.subarray(0, 20), "is no picture, or is damaged. → …"],
  ["a drawing under the name of a photograph", "a.png", "<svg></svg>", "is no picture, or is damaged. → …"],
  ["a photograph under the name of a drawing", "a.svg", small, "is no picture, or is damaged. → …"],
  ["a page of HTML, as a login sends it", "a.svg", "<!doctype html><p>Log in</p>", "is no picture, or is damaged. → …"],
  [
    "a PNG whose end is missing",
    "a.png",
    small.subarray(0, -12),
    "ends before the picture does. → Copy the whole file again.",
  ],
  [
    "a drawing whose end is missing",
    "a.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><g>',
    "ends before the picture does. → …",
  ],
  [
    "a photograph of a telephone, renamed",
    "a.jpg",
    heic,
    "is a HEIC picture, which browsers do not show. → Export it as PNG, JPEG, WebP, AVIF, GIF or SVG.",
  ],
  ["the same under its own name", "a.heic", heic, "is a HEIC picture, which browsers do not show. → …"],
  ["a scan", "a.tiff", tiff, "is a TIFF picture, which browsers do not show. → …"],
  [
    "a document",
    "a.pdf",
    "%PDF-1.7",
    "is no picture that browsers show. → Name a PNG, JPEG, WebP, AVIF, GIF or SVG; to link to the file in Markdown, take the ! away.",
  ],
  [
    "what Git LFS has in the place of the picture",
    "a.png",
    lfs,
    "only stands for a file of Git LFS, which has not been fetched. → Run: git lfs pull",
  ],
])("%s cannot be shown", async (_, name, content, expected) => {
  const [only = "", ...more] = await ofPicture(name, content);
  expect(more).toEqual([]);
  expect(expected.endsWith("…") ? only.replace(/→ .*$/, "→ …") : only).toBe(expected);
});

test("is told wherever an entry shows the file: in its text, a block, the front matter and a partial", async () => {
  const text = `---
title: A
video: { src: film.mp4, captions: film.vtt, poster: a.png }
---

Text ![x](a.png) and [the picture](a.png), [a scan to take along](scan.tiff).

<Figure src="a.png" alt="x" caption="y" />

<Include file="_part.mdx" />
`;
  expect(
    await told({
      "lessons/a.mdx": text,
      "lessons/_part.mdx": "![x](a.png)\n",
      "lessons/a.png": "x",
      "lessons/film.mp4": "",
      "lessons/film.vtt": lfs,
      "lessons/scan.tiff": tiff,
    }),
  ).toEqual(
    [
      "lessons/_part.mdx:1:1 a.png is no picture, or is damaged.",
      "lessons/a.mdx:3:15 film.mp4 is empty.",
      "lessons/a.mdx:3:35 film.vtt only stands for a file of Git LFS, which has not been fetched.",
      "lessons/a.mdx:3:53 a.png is no picture, or is damaged.",
      "lessons/a.mdx:6:6 a.png is no picture, or is damaged.",
      "lessons/a.mdx:6:22 a.png is no picture, or is damaged.",
      "lessons/a.mdx:8:14 a.png is no picture, or is damaged.",
    ].map((one) => expect.stringContaining(one.replace(/^(\S+) /, "$1 error broken-media: content/lessons/"))),
  );
});

test("a file with chunks without end is not looked through to its end", async () => {
  const endless = Buffer.concat([small.subarray(0, -12), Buffer.alloc(12 * 1_000_000)]);
  // Somebody who looked to its end would tell that the last chunk is missing.
  expect(await ofPicture("a.png", endless)).toEqual([]);
});

test("a picture that nobody shows is nobody's mistake", async () => {
  expect(await told({ "lessons/a.md": "# A\n", "lessons/a.png": "x" })).toEqual([]);
});

test("a picture behind a large head, as cameras write it, is understood", async () => {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const profile = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(0xfffd, 1)]);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0]);
  const jpeg = Buffer.concat([head, profile, profile, frame, Buffer.from([0xff, 0xd9])]);
  expect(await ofPicture("a.jpg", jpeg)).toEqual([
    "has 60,000 × 60,000 pixels, more than a page can show. → Make it smaller: 4,000 pixels wide at most.",
  ]);
});

test("a recording of 200 MB gets a warning, once, and is not read", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.md": "# A\n\n[Watch it](tour.mp4)\n",
    "content/lessons/b.md": "# B\n\n[Watch it](tour.mp4)\n",
    "content/lessons/tour.mp4": "",
  });
  const handle = await open(project.path("content/lessons/tour.mp4"), "w");
  await handle.truncate(200_000_000);
  await handle.close();
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics).toMatchObject([
    {
      code: "large-media",
      severity: "warning",
      file: "content/lessons/a.md",
      range: { start: { line: 3, column: 1 } },
      message: "content/lessons/tour.mp4 has 200 MB: readers wait for it, and many hosts take no such file.",
      hint: "Make it smaller or shorter; a long video is at home with a provider, which <Video> plays, too.",
    },
  ]);
});

describe("a picture that changes", () => {
  const files = {
    "knowhow.config.json": { title: "T" },
    ".gitignore": ".knowhow\n",
    "content/lessons/a.md": "# A\n\n![x](a.png)\n",
    "content/lessons/a.png": small,
  };

  test("is looked at again, also with a cache", async () => {
    const project = await createProject(files);
    const codes = async () =>
      (await checkKnowledgeBase({ root: project.root, today })).diagnostics.map(({ code }) => code);
    expect(await codes()).toEqual([]);
    await project.write("content/lessons/a.png", Buffer.alloc(small.length));
    expect(await codes()).toEqual(["broken-media"]);
    await project.write("content/lessons/a.png", small);
    expect(await codes()).toEqual([]);
  });

  test("is told by a check of what changed, where an entry shows it that has not", async () => {
    const project = await createProject({
      ...files,
      "content/lessons/old.png": "x",
      "content/lessons/b.md": "# B\n\n![x](old.png)\n",
    });
    initRepository(project.root);
    await project.write("content/lessons/a.png", "x");
    commitAll(project.root, "change");
    const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today, since: "main~1" });
    expect(diagnostics).toMatchObject([{ code: "broken-media", file: "content/lessons/a.md" }]);
  });

  test("is told while somebody writes about it", async () => {
    const project = await createProject({ ...files, "content/lessons/b.png": "x" });
    const workspace = await openWorkspace({ root: project.root, today });
    expect(workspace.diagnose()).toMatchObject([{ code: "unused-media" }]);
    await workspace.hold("lessons/a.md", "# A\n\n![x](a.png) ![y](b.png)\n");
    expect(workspace.diagnose()).toMatchObject([{ code: "broken-media", range: { start: { line: 3, column: 13 } } }]);
    await project.write("content/lessons/b.png", small);
    expect(workspace.diagnose()).toEqual([]);
  });
});

import { stat } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a gradient with some grain, as photographs are; with few rows its head alone says how large it is. */
function png(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const raw = Buffer.alloc(rows * (1 + width * 3));
  let seed = 7;
  for (let index = 0; index < raw.length; index++) {
    seed = (seed * 1103515245 + 12345) >>> 0;
    const column = index % (1 + width * 3);
    raw[index] = column === 0 ? 0 : Math.floor((column / (width * 3)) * 200) + ((seed >>> 16) & 7);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><script>document.title="ran"</script><rect width="60" height="30" fill="teal"/></svg>`;

let project: Project;
beforeAll(async () => {
  project = await createProject({
    "knowhow.config.json": { title: "Pictures", site: "https://example.com/kb/" },
    "content/lessons/screens.mdx":
      "# Screens\n\n![The export dialog](dialog.png)\n\n![A sign](sign.svg)\n\n[The sign](sign.svg)\n",
    // As an archive made on a Mac leaves names: decomposed.
    "content/lessons/ru\u0308ck.mdx":
      "# Back\n\n![Exercise](b\u00fc.png)\n\n[Screens](screens.mdx) [Exercise](bu\u0308.png)\n",
    "content/lessons/bu\u0308.png": png(40, 30),
    "content/lessons/dialog.png": png(1000, 600),
    "content/lessons/sign.svg": svg,
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
});

describe("pictures on a built page", () => {
  test("are served under a composed address, also where a Mac's archive left their names decomposed", async () => {
    const html = await project.read("dist/lessons/r\u00fcck/index.html");
    const addresses = [...html.matchAll(/(?:src|href)="(\/kb\/media\/[^"]+)"/g)].map(([, address = ""]) => address);
    expect(addresses).toEqual([
      expect.stringMatching(/^\/kb\/media\/lessons\/b%C3%BC\.[0-9a-f]{10}\.png$/),
      expect.stringMatching(/^\/kb\/media\/lessons\/b%C3%BC\.[0-9a-f]{10}\.png$/),
    ]);
    const host = await serve(project.path("dist"), { base: "/kb/" });
    for (const address of [...addresses, "/kb/media/lessons/b%C3%BC.png"])
      expect((await fetch(new URL(address, host.url))).status).toBe(200);
  });

  test("have a name of their content, a size, and copies for small screens; drawings cannot run anything", async () => {
    const html = await project.read("dist/lessons/screens/index.html");
    expect(html).toMatch(
      /<picture><source type="image\/webp" srcset="\/kb\/media\/lessons\/dialog\.[0-9a-f]{10}-480\.webp 480w, [^"]* 1000w" sizes="[^"]+"><img src="\/kb\/media\/lessons\/dialog\.[0-9a-f]{10}\.png" alt="The export dialog" width="1000" height="600" loading="lazy" decoding="async"><\/picture>/,
    );
    expect(html).toMatch(
      /<img src="\/kb\/media\/lessons\/sign\.[0-9a-f]{10}\.svg" alt="A sign" width="60" height="30"/,
    );
    for (const file of await project.files("dist/media")) {
      if (file.endsWith(".svg")) expect(await project.read(`dist/media/${file}`)).not.toContain("script");
    }
    const host = await serve(project.path("dist"), { base: "/kb/" });
    const { page, problems } = await newPage({ viewport: { width: 390, height: 700 } });
    await page.goto(`${host.url}lessons/screens/`);
    const picture = page.getByRole("img", { name: "The export dialog" });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/-(?:480|960)\.webp$/);
    expect(problems).toEqual([]);
  });

  test("lie on the disk once for both of their names", async () => {
    const named = /dialog\.[0-9a-f]{10}\.png/.exec(await project.read("dist/lessons/screens/index.html"))?.[0];
    const [one, two] = await Promise.all(
      [named, "dialog.png"].map((file) => stat(project.path(`dist/media/lessons/${file}`))),
    );
    expect(one?.ino).toBe(two?.ino);
    expect(one?.ino).not.toBe((await stat(project.path("content/lessons/dialog.png"))).ino);
  });

  test("are the same bytes when they come out of the cache, and others when the picture is another", async () => {
    const before = await project.fingerprint("dist");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.fingerprint("dist")).toEqual(before);
    await project.write("content/lessons/dialog.png", png(700, 400));
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.read("dist/lessons/screens/index.html")).toContain('width="700" height="400"');
  });

  test.each([
    [
      "an image of 50,000 × 50,000 pixels",
      png(50_000, 50_000, 1),
      "content/lessons/dialog.png has 50,000 × 50,000 pixels, more than a page can show.",
    ],
    ["a damaged one", Buffer.from("no picture at all"), "content/lessons/dialog.png is no picture, or is damaged."],
    ["one cut off", png(700, 400).subarray(0, 900), "content/lessons/dialog.png ends before the picture does."],
    ["an empty one", Buffer.alloc(0), "content/lessons/dialog.png is empty."],
  ])(
    "%s is told at its place by the check, and ends a build before anything is written",
    async (_, content, message) => {
      const before = await project.fingerprint("dist");
      await project.write("content/lessons/dialog.png", content);
      const { exitCode, stdout } = await project.knowhow("check", "--format", "json");
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        diagnostics: [
          {
            code: "broken-media",
            message,
            file: "content/lessons/screens.mdx",
            range: { start: { line: 3, column: 1 } },
          },
        ],
      });
      const built = await project.knowhow("build");
      expect(built.exitCode).toBe(1);
      expect(built.stdout + built.stderr).toContain(message);
      expect(await project.fingerprint("dist")).toEqual(before);
      await project.write("content/lessons/dialog.png", png(700, 400));
    },
  );

  test("a build that is told to pass over it refuses it with one message all the same", async () => {
    const before = await project.fingerprint("dist");
    const config = await project.read("knowhow.config.json");
    await project.write("knowhow.config.json", { ...JSON.parse(config), rules: { "broken-media": "off" } });
    await project.write("content/lessons/dialog.png", png(50_000, 50_000, 1));
    const { exitCode, stderr } = await project.knowhow("build");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/content\/lessons\/dialog\.png has 50,000 × 50,000 pixels, more than a page can show/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await project.fingerprint("dist")).toEqual(before);
    await project.write("knowhow.config.json", config);
    await project.write("content/lessons/dialog.png", png(700, 400));
  });
});

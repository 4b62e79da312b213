import { open, stat } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

const captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nThis is the desk.\n";

let project: Project;
beforeAll(async () => {
  project = await createProject({
    "knowhow.config.json": { title: "Recordings", site: "https://example.com/kb/" },
    "content/lessons/tour.mdx": `---
title: Tour
video: { src: tour.mp4, captions: { en: tour.en.vtt }, poster: door.svg, transcript: tour.txt }
---

[The form](form.pdf#page=2) and [the rules](rules). [Elsewhere](https://example.com/media/lessons/form.pdf)

\`<video src="/kb/media/lessons/tour.mp4">\` plays it.
`,
    "content/lessons/tour.mp4": "not much of a film",
    "content/lessons/tour.en.vtt": captions,
    "content/lessons/tour.txt": "This is the desk.",
    "content/lessons/form.pdf": "%PDF-1.7",
    "content/lessons/rules": "Be kind.",
    "content/lessons/door.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>',
    "content/faqs/form.mdx": "# Which form?\n\n[This one](form.pdf)\n",
    "content/faqs/form.pdf": "%PDF-1.7",
    "content/paths/all.mdx": "---\ntitle: All\nsteps: [lesson:tour]\n---\n\nText.\n",
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
});

describe("recordings, captions and documents on a built page", () => {
  test("have a name of their content; what is only text stays as it is written", async () => {
    const html = await project.read("dist/lessons/tour/index.html");
    const hash = "[0-9a-f]{10}";
    expect(html).toMatch(
      new RegExp(
        `<video class="kh-video__player" src="/kb/media/lessons/tour\\.${hash}\\.mp4"[^>]* poster="/kb/media/lessons/door\\.${hash}\\.svg">` +
          `<track kind="captions" src="/kb/media/lessons/tour\\.en\\.${hash}\\.vtt"[^>]*><a href="/kb/media/lessons/tour\\.${hash}\\.mp4">`,
      ),
    );
    expect(html).toMatch(new RegExp(`<a class="kh-video__more" href="/kb/media/lessons/tour\\.${hash}\\.txt">`));
    expect(html).toMatch(new RegExp(`<a href="/kb/media/lessons/form\\.${hash}\\.pdf#page=2">`));
    expect(html).toMatch(new RegExp(`<a href="/kb/media/lessons/rules\\.${hash}">`));
    expect(html).toContain('<a href="https://example.com/media/lessons/form.pdf">');
    expect(html).toContain('&#x3C;video src="/kb/media/lessons/tour.mp4">');
    expect(await project.read("dist/handbooks/paths/all/index.html")).toMatch(
      new RegExp(`src="/kb/media/lessons/tour\\.${hash}\\.mp4"`),
    );
  });

  test("have it wherever a page shows them; Markdown, which programs read, has the plain one", async () => {
    expect(await project.read("dist/faqs/index.html")).toMatch(/href="\/kb\/media\/faqs\/form\.[0-9a-f]{10}\.pdf"/);
    expect(await project.read("dist/faqs/form.md")).toContain("https://example.com/kb/media/faqs/form.pdf");
  });

  test("are all there, under their plain names too, and play with their captions", async () => {
    const host = await serve(project.path("dist"), { base: "/kb/" });
    const { page, problems } = await newPage();
    await page.goto(`${host.url}lessons/tour/`);
    const track = page.locator("track");
    await track.waitFor({ state: "attached" });
    const cues = () =>
      track.evaluate((element: HTMLTrackElement) => {
        element.track.mode = "showing";
        return element.track.cues?.length ?? 0;
      });
    await expect.poll(cues).toBe(1);
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll(".kh-prose :is([src], [href], [poster])")].flatMap((element) =>
        ["src", "href", "poster"].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    );
    const own = addresses.filter((one) => one.startsWith("/kb/media/"));
    expect(own.length).toBeGreaterThan(5);
    for (const one of own) {
      for (const address of [one, one.replace(/\.[0-9a-f]{10}/, "")])
        expect((await page.request.get(new URL(address, host.url).href)).status(), address).toBe(200);
    }
    expect(problems).toEqual([]);
  });

  test("of the same bytes in two folders are two files, each beside its own entry", async () => {
    const named = (await project.files("dist/media")).filter((file) => file.includes("form"));
    expect(named).toEqual([
      expect.stringMatching(/^faqs\/form\.[0-9a-f]{10}\.pdf$/),
      "faqs/form.pdf",
      expect.stringMatching(/^lessons\/form\.[0-9a-f]{10}\.pdf$/),
      "lessons/form.pdf",
    ]);
    expect(named[0]?.slice("faqs/".length)).toBe(named[2]?.slice("lessons/".length));
  });

  test("are the same bytes in every build, and have another name when they are others", async () => {
    const before = await project.fingerprint("dist");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.fingerprint("dist")).toEqual(before);
    const nameOf = async () =>
      /tour\.en\.[0-9a-f]{10}\.vtt/.exec(await project.read("dist/lessons/tour/index.html"))?.[0] ?? "";
    const first = await nameOf();
    await project.write("content/lessons/tour.en.vtt", captions.replace("desk", "dusk"));
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    const second = await nameOf();
    expect(second).not.toBe(first);
    expect(await project.read(`dist/media/lessons/${second}`)).toContain("dusk");
    expect(await project.files("dist/media/lessons")).not.toContain(first);
    await project.remove(".knowhow");
    const cached = await project.fingerprint("dist");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.fingerprint("dist")).toEqual(cached);
  });
});

test("a recording of 200 MB is published as it is, without being read into memory or stored twice", async () => {
  const large = await createProject({
    "knowhow.config.json": { title: "Recordings" },
    "content/lessons/tour.mdx": "# Tour\n\n[Watch it](tour.mp4)\n",
    "content/lessons/tour.mp4": "",
  });
  const handle = await open(large.path("content/lessons/tour.mp4"), "w");
  // Sparse: it takes no room on the disk, and 200 MB where it is read.
  await handle.truncate(200_000_000);
  await handle.close();
  const { exitCode } = await large.start(["build"], { env: { NODE_OPTIONS: "--max-old-space-size=400" } }).done;
  expect(exitCode).toBe(0);
  const [named = "", plain = "", ...others] = await large.files("dist/media/lessons");
  expect([named, plain, others]).toEqual([expect.stringMatching(/^tour\.[0-9a-f]{10}\.mp4$/), "tour.mp4", []]);
  const [one, two] = await Promise.all([named, plain].map((file) => stat(large.path(`dist/media/lessons/${file}`))));
  expect(one?.size).toBe(200_000_000);
  expect(one?.ino).toBe(two?.ino);
  // The source is no part of the site: who writes to one must not change the other.
  expect((await stat(large.path("content/lessons/tour.mp4"))).ino).not.toBe(one?.ino);
});

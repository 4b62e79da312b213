import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGraphLocale } from "../../src/locale/formats.ts";
import { accentColour } from "../../src/share-image/colours.ts";
import { drawShareImage, type Typefaces } from "../../src/share-image/draw.ts";
import { openTypeface } from "../../src/share-image/fonts.ts";
import { fitText } from "../../src/share-image/lines.ts";
import { forgetOtherImages, imageFiles } from "../../src/share-image/make-images.ts";
import { type ShareImage, shareImages } from "../../src/view/share-image.ts";
import { sketchedKnowledgeBase } from "../ui/support/knowledge.ts";

let typefaces: Typefaces;
let cache: string;
beforeAll(async () => {
  const [display, text] = await Promise.all([openTypeface("display", "ữ"), openTypeface("text", "ữ")]);
  typefaces = { brand: display(600), title: display(500), text: text(450) };
  cache = await mkdtemp(join(tmpdir(), "knowhow-share-"));
});
afterAll(() => rm(cache, { recursive: true }));

function picture(shown: Partial<ShareImage>): ShareImage {
  return {
    url: "/share/x.png",
    locale: "en",
    dir: "ltr",
    brand: "The Desk",
    title: "Lessons",
    lead: undefined,
    label: undefined,
    sign: undefined,
    ...shown,
  };
}

describe("the typefaces of the site", () => {
  test("write all of Vietnamese, and leave out what they lack", () => {
    const vowels = Array.from("aăâeêioôơuưy").flatMap((vowel) =>
      ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => vowel + tone),
    );
    const alphabet = [...vowels, "đ", "Đ", ...vowels.map((vowel) => vowel.toUpperCase())].join("");
    expect(typefaces.title.canWrite(alphabet)).toBe(true);
    expect(typefaces.title.set(alphabet).glyphs.every(({ path }) => path !== "")).toBe(true);
    expect(typefaces.title.canWrite("متى")).toBe(false);
    expect(typefaces.title.canWrite("Done 🎉")).toBe(true);
    expect(typefaces.title.set("🎉").glyphs).toEqual([]);
  });

  test("a title is set as large as there is room for, and ends with an ellipsis where there is none", () => {
    const room = { width: 1040, height: 300, sizes: [92, 76, 60], lineHeight: 1.2 };
    expect(fitText("Lessons", typefaces.title, room)).toMatchObject({ size: 92, lines: [{}] });
    const long = "How do I get my money back after the thirty days, ".repeat(20);
    const cut = fitText(long, typefaces.title, room);
    expect(cut.size).toBe(60);
    expect(cut.lines).toHaveLength(4);
    expect(cut.lines.at(-1)?.glyphs.at(-1)?.path).toBe(typefaces.title.set("…").glyphs[0]?.path);
    const word = fitText("Donau".repeat(30), typefaces.title, room);
    for (const { width } of [...cut.lines, ...word.lines]) expect((width * 60) / 1000).toBeLessThanOrEqual(1040);
    expect(fitText("40\u00a0€ ".repeat(12), typefaces.title, room).lines.length).toBeGreaterThan(1);
  });
});

describe("a picture", () => {
  test("shows the title, and the name of the site above it", () => {
    const drawn = drawShareImage(picture({}), typefaces, "#000000");
    const letter = typefaces.title.set("L").glyphs[0]?.path ?? "";
    expect(drawn).toContain(`d="${letter}"`);
    expect(drawn).toContain(`d="${typefaces.brand.set("D").glyphs[0]?.path}"`);
  });

  test("shows the site's name for a title that it cannot write", () => {
    const drawn = drawShareImage(picture({ title: "متى أستعيد نقودي؟", dir: "rtl" }), typefaces, "#000000");
    expect(drawn).toContain(`d="${typefaces.title.set("D").glyphs[0]?.path}"`);
    const nothing = drawShareImage(picture({ title: "答え", brand: "会社" }), typefaces, "#000000");
    expect(nothing).toMatch(/^<svg .*<\/svg>$/);
  });

  test("is made of outlines only, whatever a title says", () => {
    const said = `</g><script>alert(1)</script><image href="http://example.com/x.png"/>`;
    const drawn = drawShareImage(picture({ title: said, lead: said, label: said, brand: said }), typefaces, "#000000");
    expect(new Set([...drawn.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag))).toEqual(
      new Set(["svg", "rect", "g", "path"]),
    );
  });

  test("has the owner's accent, dark enough to be seen on paper", () => {
    expect(accentColour("#0a5")).toMatch(/^#00[0-9a-f]{4}$/);
    expect(accentColour("oklch(0.9 0.1 20)")).not.toBe(accentColour(undefined));
    expect(accentColour("var(--mine)")).toBe(accentColour(undefined));
  });
});

describe("the pictures of a site", () => {
  const entries = [
    { type: "lesson", id: "crm/export", title: "Export" },
    { type: "faq", id: "csv", locale: "vi" },
    { type: "path", id: "first-week", title: "Your first week" },
    { type: "quiz", id: "old", status: "archived" },
  ] as const;

  test("are one for each list and each path, in each language", () => {
    expect(shareImages(sketchedKnowledgeBase(entries, "/kb/")).map(({ url }) => url)).toEqual([
      "/kb/share/home.png",
      "/kb/share/lessons.png",
      "/kb/share/paths.png",
      "/kb/vi/share/home.png",
      "/kb/vi/share/lessons.png",
      "/kb/vi/share/faqs.png",
      "/kb/vi/share/paths.png",
      "/kb/share/paths/first-week.png",
      "/kb/share/quizzes.png",
    ]);
  });

  test("are drawn once, the same bytes each time, and forgotten when the site no longer shows them", async () => {
    const kb = sketchedKnowledgeBase(entries);
    const draw = (folder: string) => Promise.all(imageFiles({ kb, imageCache: folder }).map(({ make }) => make()));
    const first = await draw(cache);
    expect((await readdir(cache)).length).toBe(first.length);
    for (const png of first) {
      const bytes = Buffer.from(png);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    const other = join(cache, "other");
    expect((await draw(other)).map((png) => Buffer.from(png).toString("base64"))).toEqual(
      first.map((png) => Buffer.from(png).toString("base64")),
    );
    await rm(other, { recursive: true });

    const [name = ""] = await readdir(cache);
    const kept = await readFile(join(cache, name));
    await forgetOtherImages(kb, cache);
    expect(await readFile(join(cache, name))).toEqual(kept);
    await forgetOtherImages(sketchedKnowledgeBase(entries.slice(0, 1)), cache);
    expect((await readdir(cache)).length).toBe(4);
  });
});

test("OpenGraph names a language with the territory where most people speak it", () => {
  expect(["en", "vi", "pt-BR", "ar"].map(openGraphLocale)).toEqual(["en_US", "vi_VN", "pt_BR", "ar_EG"]);
});

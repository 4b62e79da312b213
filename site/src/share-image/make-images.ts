import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { failure } from "../driver/failure.ts";
import { versionOf } from "../driver/packages.ts";
import type { SiteFile } from "../publish/site-file.ts";
import type { SiteFileSetting } from "../publish/site-files.ts";
import { type ShareImage, shareImages } from "../view/share-image.ts";
import type { Typefaces } from "./draw.ts";

/** The packages that decide what a picture looks like, to the byte. */
const tools = ["..", "sharp", "harfbuzzjs", "culori"];

/** Counts up with every change of how pictures are drawn, so that kept ones are not taken for new. */
const look = 1;

/** The pictures of a site, as PNG. Each is drawn once and kept in the folder `imageCache`, named by all that it shows. */
export function imageFiles({ kb, imageCache: cache }: Pick<SiteFileSetting, "kb" | "imageCache">): readonly SiteFile[] {
  const { base, theme } = kb.config;
  const images = namedImages(kb);
  const said = () => images.map(({ image }) => [image.brand, image.title, image.lead, image.label].join(" ")).join(" ");
  const draw = createDrawing(theme.accent, said);
  return images.map(({ image, name }) => ({
    path: image.url.slice(base.length),
    key: name,
    make: async () => {
      const file = join(cache, name);
      const kept = await readFile(file).catch(() => undefined);
      if (kept !== undefined) return kept;
      const drawn = await draw(image);
      await keep(file, cache, drawn);
      return drawn;
    },
  }));
}

/** Removes the pictures from `cache` that the site no longer shows. */
export async function forgetOtherImages(kb: LocalKnowledgeBase, cache: string): Promise<void> {
  const shown = new Set(namedImages(kb).map(({ name }) => name));
  const kept = await readdir(cache).catch(() => []);
  await Promise.all(kept.filter((name) => !shown.has(name)).map((name) => rm(join(cache, name), { force: true })));
}

/** The pictures of a site, and the names that they are kept by. */
function namedImages(kb: LocalKnowledgeBase): readonly { readonly image: ShareImage; readonly name: string }[] {
  const { accent } = kb.config.theme;
  const versions = tools.map(versionOf);
  return shareImages(kb).map((image) => {
    const { url, ...shown } = image;
    return { image, name: `${hash([versions, look, accent, shown])}.png` };
  });
}

/** Draws pictures; what it takes is loaded with the first of them. */
function createDrawing(accent: string | undefined, said: () => string): (image: ShareImage) => Promise<Uint8Array> {
  let loading: Promise<(image: ShareImage) => Promise<Uint8Array>> | undefined;
  const load = async () => {
    const [sharp, { accentColour }, { drawShareImage }, typefaces] = await Promise.all([
      loadSharp(),
      import("./colours.ts"),
      import("./draw.ts"),
      openTypefaces(said()),
    ]);
    const colour = accentColour(accent);
    return (image: ShareImage) =>
      sharp(Buffer.from(drawShareImage(image, typefaces, colour)))
        .png()
        .toBuffer();
  };
  return async (image) => {
    loading ??= load();
    return (await loading)(image);
  };
}

/** It comes with a program for each kind of machine, and there are kinds that it does not know. */
async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (cause) {
    const instead = 'To build without them, set openGraph: { images: "none" }.';
    throw failure(
      "failed",
      `The pictures for shared addresses cannot be drawn: sharp does not run here. ${instead}`,
      cause,
    );
  }
}

async function openTypefaces(said: string): Promise<Typefaces> {
  const { openTypeface } = await import("./fonts.ts");
  const [display, text] = await Promise.all([openTypeface("display", said), openTypeface("text", said)]);
  return { brand: display(600), title: display(500), text: text(450) };
}

/** A picture that cannot be kept costs time, not the picture. A killed process leaves it whole or not at all. */
async function keep(file: string, cache: string, content: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mostPixels } from "@knowhow/core";
import { failure } from "../driver/failure.ts";
import { sanitiseSvg, svgSize } from "./sanitise-svg.ts";

/** A file of a site: its content, or where it lies. */
export interface ImageFile {
  /** The name that is put behind the picture's own, without ending: its hash and perhaps its width. */
  readonly suffix: string;
  readonly ending: string;
  readonly width: number;
  readonly content: Uint8Array;
}

/** A picture made ready for pages. */
export interface PreparedImage {
  readonly width: number;
  readonly height: number;
  readonly original: ImageFile;
  /** The same picture in WebP, the smallest first; none where it would be no smaller, or moves. */
  readonly variants: readonly ImageFile[];
}

/** Widths that fit a phone, a page and a page on a fine screen. */
const widths = [480, 960, 1920];

/**
 * Makes a picture ready: its size, its content's hash, and smaller copies through Astro's image service, which are kept in `cache`.
 * An SVG is sanitised. Undefined for what is no picture that browsers show. Throws a failure where it is too large or damaged.
 */
export async function prepareImage(path: string, file: string, cache: string): Promise<PreparedImage | undefined> {
  const ending = /\.(png|jpe?g|webp|avif|gif|svg)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const bytes = await readFile(path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  if (ending === "svg") return prepareSvg(bytes, file, hash);
  const {
    width,
    height,
    pages = 1,
  } = await headOf(bytes).catch((cause: unknown) => {
    throw failure("usage", `content/${file} is no picture, or is damaged: put a whole one in its place.`, cause);
  });
  if (width * height > mostPixels) {
    const size = `${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels`;
    throw failure(
      "usage",
      `content/${file} has ${size}, more than a page can show: make it smaller, 4,000 pixels wide at most.`,
    );
  }
  const original = { suffix: hash, ending, width, content: bytes };
  if (pages > 1) return { width, height, original, variants: [] };
  const variants: ImageFile[] = [];
  for (const wide of [...widths.filter((one) => one < width), Math.min(width, widths.at(-1) ?? width)]) {
    const content = await variantOf(bytes, wide, join(cache, `${hash}-${wide}.webp`));
    if (content.length < bytes.length)
      variants.push({ suffix: `${hash}-${wide}`, ending: "webp", width: wide, content });
  }
  return { width, height, original, variants };
}

/** What the head of a picture says of it; sharp throws at once where there are no bytes. */
async function headOf(bytes: Uint8Array) {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

async function prepareSvg(bytes: Uint8Array, file: string, hash: string): Promise<PreparedImage> {
  const text = await sanitiseSvg(new TextDecoder().decode(bytes)).catch((cause: unknown) => {
    throw failure("usage", `content/${file} is no whole SVG: export it again.`, cause);
  });
  const { width = 0, height = 0 } = svgSize(text) ?? {};
  const original = { suffix: hash, ending: "svg", width, content: new TextEncoder().encode(text) };
  return { width, height, original, variants: [] };
}

/** The settings that Astro's image service reads; there is no site to ask. */
const serviceConfig = { service: { entrypoint: "", config: { limitInputPixels: mostPixels } } };

async function variantOf(bytes: Uint8Array, width: number, kept: string): Promise<Uint8Array> {
  const before = await readFile(kept).catch(() => undefined);
  if (before !== undefined) return before;
  const { default: service } = await import("astro/assets/services/sharp");
  const options = { src: kept, width, format: "webp", quality: 80 };
  // The service takes the whole configuration of a site, of which it reads what stands above.
  const { data } = await service.transform(bytes, options, serviceConfig as never, console as never);
  await mkdir(join(kept, ".."), { recursive: true });
  const temporary = `${kept}.${process.pid}`;
  await writeFile(temporary, data);
  await rename(temporary, kept);
  return data;
}

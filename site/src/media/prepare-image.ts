import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mostPixels } from "@knowhow/core";
import { failure } from "../driver/failure.ts";
import { versionOf } from "../driver/packages.ts";
import { sanitiseSvg, svgSize } from "./sanitise-svg.ts";

/** A file of a site. */
export interface ImageFile {
  /** What is put behind the picture's own name, without ending: a hash and perhaps a width. */
  readonly suffix: string;
  readonly ending: string;
  readonly width: number;
  /** Its bytes, or the path of a file that holds them: a site may have more pictures than fit into memory. */
  readonly content: Uint8Array | string;
}

/** A picture made ready for pages. */
export interface PreparedImage {
  /** In pixels, as it is shown: cameras turn pictures by a note in the file. */
  readonly width: number;
  readonly height: number;
  readonly original: ImageFile;
  /** The same picture in WebP, the smallest first; none where it would be no smaller, or moves. */
  readonly variants: readonly ImageFile[];
}

/** A file that is to be made ready. */
export interface ImageSource {
  readonly path: string;
  /** Relative to the content folder, for messages. */
  readonly file: string;
  /** The hash of its content, as file names have it. */
  readonly hash: string;
}

/** Widths that fit a phone, a page and a page on a fine screen. */
const widths = [480, 960, 1920];

/** Quality of copies and, closer to what the camera made, of originals: what is looked at closely. */
const quality = { copy: 80, original: 90 };

/** Changes with all that decides about the bytes of a copy. */
const recipe = [2, widths, quality, versionOf("astro"), versionOf("sharp")];

/**
 * Makes a picture ready: its size, smaller copies through Astro's image service, and an original that tells nothing but what is to be
 * seen: one in which a camera or a program wrote the place, the time or a name is published without that, and upright. What was
 * made is kept in `cache`. An SVG is sanitised. Undefined for what is no picture that browsers show. Throws a failure where it is
 * too large or damaged.
 */
export async function prepareImage(source: ImageSource, cache: string): Promise<PreparedImage | undefined> {
  const ending = /\.(png|jpe?g|webp|avif|gif|svg)$/i.exec(source.file)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  if (ending === "svg") return prepareSvg(source);
  const name = createHash("sha256")
    .update(JSON.stringify([source.hash, recipe]))
    .digest("hex")
    .slice(0, 10);
  const kept = (file: Omit<ImageFile, "content">): ImageFile => ({ ...file, content: pathOf(cache, file) });
  const describe = ({ width, height, cleaned, copies }: Made): PreparedImage => ({
    width,
    height,
    original: cleaned
      ? kept({ suffix: name, ending, width })
      : { suffix: source.hash, ending, width, content: source.path },
    variants: copies.map((wide) => kept(copyOf(name, wide))),
  });
  const facts = join(cache, `${name}.json`);
  const before = await readMade(facts).then(describe, () => undefined);
  if (before !== undefined && (await areThere([before.original, ...before.variants]))) return before;
  const made = await make(source, ending, cache, name);
  await writeWhole(facts, JSON.stringify(made));
  return describe(made);
}

/** What was made of a picture, and lies in the cache. */
interface Made {
  readonly width: number;
  readonly height: number;
  /** Whether the original has been written anew, without what its maker wrote into it. */
  readonly cleaned: boolean;
  /** The widths of its copies. */
  readonly copies: readonly number[];
}

async function readMade(facts: string): Promise<Made> {
  // Written by this module, in this version: its name sees to that.
  return JSON.parse(await readFile(facts, "utf8")) as Made;
}

async function areThere(files: readonly ImageFile[]): Promise<boolean> {
  const found = files.map(({ content }) => (typeof content === "string" ? access(content) : undefined));
  return Promise.all(found).then(
    () => true,
    () => false,
  );
}

function copyOf(name: string, width: number): Omit<ImageFile, "content"> {
  return { suffix: `${name}-${width}`, ending: "webp", width };
}

function pathOf(cache: string, { suffix, ending }: Pick<ImageFile, "suffix" | "ending">): string {
  return join(cache, `${suffix}.${ending}`);
}

async function make({ path, file }: ImageSource, ending: string, cache: string, name: string): Promise<Made> {
  const bytes = await readFile(path);
  const head = await headOf(bytes).catch((cause: unknown) => {
    throw failure("usage", `content/${file} is no picture, or is damaged: put a whole one in its place.`, cause);
  });
  const { width, height } = head.autoOrient;
  if (width * height > mostPixels) {
    const size = `${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels`;
    throw failure(
      "usage",
      `content/${file} has ${size}, more than a page can show: make it smaller, 4,000 pixels wide at most.`,
    );
  }
  await mkdir(cache, { recursive: true });
  const moves = (head.pages ?? 1) > 1;
  const notes = head.exif ?? head.xmp ?? head.iptc ?? head.comments;
  const cleaned = notes !== undefined && !moves;
  const original = cleaned ? await reencode(bytes, encodingOf(head.format)) : bytes;
  // The service gives back what it was given where it cannot write a picture.
  if (cleaned && original === bytes) {
    throw failure(
      "usage",
      `content/${file} tells where or by whom it was made, and cannot be written without that: export it again as PNG or JPEG.`,
    );
  }
  if (cleaned) await writeWhole(pathOf(cache, { suffix: name, ending }), original);
  const largest = Math.min(width, widths.at(-1) ?? width);
  const copies: number[] = [];
  for (const wide of moves ? [] : [largest, ...widths.filter((one) => one < largest)]) {
    const copy = await reencode(bytes, { width: wide, format: "webp", quality: quality.copy });
    // Browsers are to choose among all sizes: one that has no large copy would show a small one, blurred.
    if (copy.length >= original.length) break;
    copies.push(wide);
    await writeWhole(pathOf(cache, copyOf(name, wide)), copy);
  }
  return { width, height, cleaned, copies: copies.sort((a, b) => a - b) };
}

/** What the head of a picture says of it; sharp throws at once where there are no bytes. */
async function headOf(bytes: Uint8Array) {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

interface Encoding {
  readonly width?: number;
  readonly format: string;
  /** Undefined for what loses nothing: asked for a quality, PNG would keep 256 colours only. */
  readonly quality?: number;
}

/** How an original is written anew: in the format that it has, which need not be the one that its name says. */
function encodingOf(format: string): Encoding {
  if (format === "png" || format === "gif") return { format };
  return { format: format === "heif" ? "avif" : format, quality: quality.original };
}

/** The settings that Astro's image service reads; there is no site to ask. */
const serviceConfig = { service: { entrypoint: "", config: { limitInputPixels: mostPixels } } };

/** The picture upright, with nothing but its pixels. */
async function reencode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  const { default: service } = await import("astro/assets/services/sharp");
  const options = { src: "", ...encoding };
  // The service takes the whole configuration of a site, of which it reads what stands above.
  const { data } = await service.transform(bytes, options, serviceConfig as never, console as never);
  return data;
}

/** Writes a file that is whole, or not there, whenever the process ends. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  // A picture may lie in two folders, and both be made ready at once.
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

async function prepareSvg({ path, file, hash }: ImageSource): Promise<PreparedImage> {
  const text = await sanitiseSvg(new TextDecoder().decode(await readFile(path))).catch((cause: unknown) => {
    throw failure("usage", `content/${file} is no whole SVG: export it again.`, cause);
  });
  const { width = 0, height = 0 } = svgSize(text) ?? {};
  const original = { suffix: hash, ending: "svg", width, content: new TextEncoder().encode(text) };
  return { width, height, original, variants: [] };
}

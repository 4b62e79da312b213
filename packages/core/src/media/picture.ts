import { imageSize } from "image-size";
import type { MediaFacts } from "./media-facts.ts";

/** The bytes of a file, read as they are asked for. */
export interface FileBytes {
  readonly size: number;
  /** Those from an offset on; fewer than asked for where the file ends. */
  readonly at: (offset: number, length: number) => Uint8Array;
}

/** In most files the size stands in the first few bytes; cameras and programs may write much before it. */
const heads = [4 * 1024, 256 * 1024, 4 * 1024 * 1024];

const tailLength = 64 * 1024;

/** A file that would take longer to look through counts as whole: in chunks, or in bytes. */
const most = { chunks: 100_000, bytes: 64 * 1024 * 1024 };

/** What browsers show. */
const shown: ReadonlySet<string> = new Set(["png", "jpg", "webp", "avif", "gif", "bmp", "ico"]);

/** Formats that people have in the place of what browsers show, as they are called. */
const foreign: Readonly<Record<string, string>> = {
  heic: "HEIC",
  heif: "HEIF",
  tiff: "TIFF",
  psd: "Photoshop",
  jxl: "JPEG XL",
  "jxl-stream": "JPEG XL",
  jp2: "JPEG 2000",
  j2c: "JPEG 2000",
};

/** Tells what kind of picture a file is, how large, and whether all of it is there. A drawing is one by its name only. */
export function readPicture(file: FileBytes, name: string): MediaFacts {
  const bytes = file.size;
  if (/\.svg$/i.test(name)) return { bytes, ...readDrawing(file) };
  const found = readSize(file);
  if (found === undefined) return { bytes, state: "unknown" };
  const { type = "", width, height } = found;
  const format = foreign[type];
  if (format !== undefined) return { bytes, state: "foreign", format };
  if (!shown.has(type)) return { bytes, state: "unknown" };
  return isCut(file, type) ? { bytes, state: "cut" } : { bytes, state: "whole", width, height };
}

function readSize(file: FileBytes): ReturnType<typeof imageSize> | undefined {
  return inHead(file, (head) => {
    try {
      return imageSize(head);
    } catch {
      return undefined;
    }
  });
}

/** What is found in as much of a file as it takes. */
function inHead<T>(file: FileBytes, find: (head: Uint8Array) => T | undefined): T | undefined {
  for (const length of heads) {
    const found = find(file.at(0, length));
    if (found !== undefined || length >= file.size) return found;
  }
  return undefined;
}

function readDrawing(file: FileBytes): { readonly state: "whole" | "cut" | "unknown" } {
  const open = /<(?:\w+:)?svg(?=[\s>/])[^>]*>/i;
  const tag = inHead(file, (head) => open.exec(latin1(head))?.[0]);
  if (tag === undefined) return { state: "unknown" };
  const isWhole = tag.endsWith("/>") || /<\/(?:\w+:)?svg\s*>/i.test(latin1(tailOf(file)));
  return { state: isWhole ? "whole" : "cut" };
}

/** Whether the end of a picture is missing for certain; what stands behind its end does no harm. */
function isCut(file: FileBytes, type: string): boolean {
  switch (type) {
    case "png":
      return !latin1(tailOf(file, 12)).includes("IEND") && !hasLastChunk(file);
    case "jpg":
      return !hasEnd(tailOf(file, 2)) && !hasEnd(tailOf(file));
    case "gif":
      return tailOf(file, 1)[0] !== 0x3b && file.size <= most.bytes && !hasTrailer(file.at(0, file.size));
    case "webp":
      return uint32(file.at(4, 4), 0, true) + 8 > file.size;
    case "avif":
      return !hasWholeBoxes(file);
    default:
      return false;
  }
}

function tailOf(file: FileBytes, length = tailLength): Uint8Array {
  return file.at(Math.max(0, file.size - length), length);
}

/** Whether the mark that ends a JPEG is among these bytes. */
function hasEnd(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte === 0xd9 && bytes[i - 1] === 0xff);
}

/** Whether the chunks of a PNG go on to its last one. */
function hasLastChunk(file: FileBytes): boolean {
  for (let offset = 8, chunks = 0; offset + 12 <= file.size; chunks++) {
    const head = file.at(offset, 8);
    if (chunks === most.chunks || latin1(head.subarray(4)) === "IEND") return true;
    offset += uint32(head, 0, false) + 12;
  }
  return false;
}

/** Whether the blocks of a GIF go on to its trailer. */
function hasTrailer(bytes: Uint8Array): boolean {
  const byte = (at: number) => bytes[at] ?? 0;
  const colours = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));
  let offset = 13 + colours(byte(10));
  while (offset < bytes.length) {
    const kind = byte(offset);
    if (kind === 0x3b) return true;
    // An extension, or an image with its colours; then blocks of data up to an empty one.
    offset += kind === 0x21 ? 2 : kind === 0x2c ? 11 + colours(byte(offset + 9)) : bytes.length;
    while (byte(offset) > 0) offset += byte(offset) + 1;
    offset++;
  }
  return false;
}

/** Whether the boxes of an AVIF are as long as they say. */
function hasWholeBoxes(file: FileBytes): boolean {
  for (let offset = 0, boxes = 0; offset < file.size; boxes++) {
    if (boxes === most.chunks) return true;
    const head = file.at(offset, 16);
    const length = uint32(head, 0, false);
    // The last box may go to the end; the length of a very large one stands behind its name.
    if (length === 0) return true;
    const whole = length === 1 ? uint32(head, 8, false) * 2 ** 32 + uint32(head, 12, false) : length;
    if (whole < 8) return false;
    offset += whole;
    if (offset > file.size) return false;
  }
  return true;
}

function uint32(bytes: Uint8Array, offset: number, little: boolean): number {
  if (bytes.length < offset + 4) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, little);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

import { imageSize } from "image-size";
import type { MediaFacts } from "./media-facts.ts";

/** The bytes of a file, read as they are asked for. */
export interface FileBytes {
  readonly size: number;
  /** Those from an offset on; fewer than asked for where the file ends. */
  readonly at: (offset: number, length: number) => Uint8Array;
}

/** In most files the size stands in these many bytes; cameras may write more before it. */
const heads = [64 * 1024, 4 * 1024 * 1024];

const tailLength = 64 * 1024;

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
  const head = file.at(0, heads[0] ?? 0);
  const found = readSize(file, head);
  if (found === undefined) return { bytes, state: "unknown" };
  const { type = "", width, height } = found;
  const format = foreign[type];
  if (format !== undefined) return { bytes, state: "foreign", format };
  if (!shown.has(type)) return { bytes, state: "unknown" };
  return isCut(file, head, type) ? { bytes, state: "cut" } : { bytes, state: "whole", width, height };
}

function readSize(file: FileBytes, head: Uint8Array): ReturnType<typeof imageSize> | undefined {
  for (const length of heads) {
    try {
      return imageSize(length === heads[0] ? head : file.at(0, length));
    } catch {
      // It may stand further down.
      if (length >= file.size) return undefined;
    }
  }
  return undefined;
}

function readDrawing(file: FileBytes): { readonly state: "whole" | "cut" | "unknown" } {
  const head = latin1(file.at(0, heads[1] ?? 0));
  const tag = /<(?:\w+:)?svg(?=[\s>/])[^>]*>?/i.exec(head)?.[0];
  if (tag === undefined) return { state: "unknown" };
  if (tag.endsWith("/>")) return { state: "whole" };
  const tail = latin1(file.at(Math.max(0, file.size - tailLength), tailLength));
  return { state: /<\/(?:\w+:)?svg\s*>/i.test(tail) ? "whole" : "cut" };
}

/** Whether the end of a picture is missing for certain; what stands behind its end does no harm. */
function isCut(file: FileBytes, head: Uint8Array, type: string): boolean {
  const tail = file.at(Math.max(0, file.size - tailLength), tailLength);
  switch (type) {
    case "png":
      return !latin1(tail.subarray(-16)).includes("IEND") && !hasLastChunk(file);
    case "jpg":
      return tail.findLastIndex((byte, i) => byte === 0xd9 && tail[i - 1] === 0xff) < 0;
    case "gif":
      return tail.at(-1) !== 0x3b && !hasTrailer(file.at(0, file.size));
    case "webp":
      return uint32(head, 4, true) + 8 > file.size;
    case "avif":
      return !hasWholeBoxes(file);
    default:
      return false;
  }
}

/** Whether the chunks of a PNG go on to its last one. */
function hasLastChunk(file: FileBytes): boolean {
  for (let offset = 8; offset + 12 <= file.size; ) {
    const head = file.at(offset, 8);
    if (latin1(head.subarray(4)) === "IEND") return true;
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
  for (let offset = 0; offset < file.size; ) {
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

import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { MediaFacts, ReadMedia } from "./media-facts.ts";
import type { FileBytes } from "./picture.ts";

const picture = /\.(?:png|jpe?g|webp|avif|gif|svg|tiff?|hei[cf]|psd|bmp|ico|jxl|jp2)$/i;

/**
 * Opens the files beside the content for a look at them. Of each only a few bytes are read, and again only where it is another
 * file than before: by its size, its times and its place on the disk. `files` are all that there are.
 */
export async function openMedia(folder: string, files: Iterable<string>): Promise<ReadMedia> {
  const known = new Map<string, { readonly stamp: string; readonly facts: MediaFacts }>();
  // What knows the formats takes longer to load than a few pictures to look at: it is loaded where there are any.
  const { readPicture } = hasPicture(files) ? await import("./picture.ts") : { readPicture: undefined };
  return (file) => {
    const path = join(folder, file);
    try {
      const { size, mtimeMs, ctimeMs, ino } = statSync(path);
      const stamp = [size, mtimeMs, ctimeMs, ino].join(" ");
      const last = known.get(file);
      if (last?.stamp === stamp) return last.facts;
      const facts = read(path, size, picture.test(file) ? readPicture : undefined);
      known.set(file, { stamp, facts });
      return facts;
    } catch (cause) {
      const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
      return { bytes: 0, state: "unreadable", reason };
    }
  };
}

function hasPicture(files: Iterable<string>): boolean {
  for (const file of files) if (picture.test(file)) return true;
  return false;
}

/** What Git LFS puts in the place of a file until it is fetched. */
const pointer = "version https://git-lfs.github.com/";

function read(
  path: string,
  size: number,
  readPicture: ((file: FileBytes, name: string) => MediaFacts) | undefined,
): MediaFacts {
  if (size === 0) return { bytes: 0, state: "empty" };
  const descriptor = openSync(path, "r");
  try {
    const file: FileBytes = {
      size,
      at(offset, length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, offset));
      },
    };
    // A pointer is a few lines; anything larger is what it is.
    if (size < 1024 && Buffer.from(file.at(0, pointer.length)).toString("latin1") === pointer) {
      return { bytes: size, state: "pointer" };
    }
    return readPicture === undefined ? { bytes: size, state: "whole" } : readPicture(file, path);
  } finally {
    closeSync(descriptor);
  }
}

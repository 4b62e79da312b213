import type { SidecarPart } from "@knowhow/core/search";

/** A file of a search index; `path` is relative to the folder of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** One part of the index of a locale: Pagefind's files, and what the planner's are made from. */
export interface IndexPart {
  readonly files: readonly IndexFile[];
  readonly counted: SidecarPart;
}

/** How a packed part begins; the contents of its files follow on the next line, one behind the other. */
interface Head {
  readonly files: readonly (readonly [path: string, bytes: number])[];
  readonly counted: SidecarPart;
}

const newline = 0x0a;

/** A part as bytes: so it travels between threads, and so the cache stores it. */
export type PackedPart = Uint8Array<ArrayBuffer>;

/** Packs a part. */
export function packPart({ files, counted }: IndexPart): PackedPart {
  const head: Head = { files: files.map(({ path, content }) => [path, content.length]), counted };
  const start = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const packed = new Uint8Array(files.reduce((sum, { content }) => sum + content.length, start.length));
  packed.set(start);
  let at = start.length;
  for (const { content } of files) {
    packed.set(content, at);
    at += content.length;
  }
  return packed;
}

/** Unpacks a part, whose files go on living in the given bytes. Throws where these are cut short. */
export function unpackPart(bytes: PackedPart): IndexPart {
  const start = bytes.indexOf(newline) + 1;
  // Packed by this module, in this version: the keys of the cache see to that.
  const { files, counted } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start))) as Head;
  let at = start;
  const unpacked = files.map(([path, length]) => {
    const content = bytes.subarray(at, at + length);
    at += length;
    return { path, content };
  });
  if (at !== bytes.length) throw new RangeError("The part is cut short.");
  return { files: unpacked, counted };
}

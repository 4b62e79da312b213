import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeSource } from "../compile/source.ts";

/** A content file, ready to be edited: its text without the byte order mark, which is put back when it is written. */
export interface ContentText {
  /** Relative to the content folder. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Reads a content file; undefined where it is no text, or cannot be read. */
export function readContentText(folder: string, file: string): ContentText | undefined {
  try {
    const bytes = readFileSync(join(folder, file));
    const source = decodeSource(bytes);
    return "problem" in source ? undefined : { file, bytes, text: source.text };
  } catch {
    return undefined;
  }
}

/** The bytes of another text for a file, with the byte order mark if it had one. */
export function toBytes({ bytes }: ContentText, text: string): Buffer {
  return Buffer.from(`${hasByteOrderMark(bytes) ? "\uFEFF" : ""}${text}`);
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

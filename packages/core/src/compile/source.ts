import { Buffer, isUtf8 } from "node:buffer";
import { createLineIndex, fileStart } from "./position.ts";
import { error, type Problem } from "./problem.ts";

/** The largest file that is read as an entry: a five-minute lesson is about 10 kB. */
export const maxBytes = 1_000_000;

/** Decodes the bytes of a content file, or says why they are not text. */
export function decodeSource(bytes: Uint8Array): { readonly text: string } | { readonly problem: Problem } {
  if (bytes.length > maxBytes) {
    const megabytes = (bytes.length / 1e6).toFixed(1);
    return {
      problem: error(
        "file-too-large",
        `This file has ${megabytes} MB; an entry may have ${maxBytes / 1e6} MB.`,
        fileStart,
        "Split it into several entries, and keep images and recordings in files of their own.",
      ),
    };
  }
  if (!isUtf8(bytes)) {
    const saveAs = "Save it again as UTF-8: in Notepad with “Save as”, where Encoding is chosen.";
    // Nothing else begins with these two bytes.
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      return { problem: error("not-utf-8", "This file is UTF-16 text, and should be UTF-8.", fileStart, saveAs) };
    }
    const lenient = Buffer.from(bytes).toString("utf8");
    const at = lenient.indexOf("\uFFFD");
    return {
      problem: error(
        "not-utf-8",
        "This file is not UTF-8 text from here on.",
        createLineIndex(lenient).range(at, at + 1),
        saveAs,
      ),
    };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      problem: error(
        "nul-byte",
        "There is a NUL byte here, which text cannot have.",
        createLineIndex(text).range(nul, nul + 1),
        "Delete it, or save the file again as UTF-8 text.",
      ),
    };
  }
  return { text };
}

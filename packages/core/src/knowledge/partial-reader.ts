import type { ReadPartial } from "../compile/partial.ts";
import { readNamed } from "./source-file.ts";

/** Reads the partials of a content folder, each once: they stand in many entries. */
export function createPartialReader(folder: string): ReadPartial {
  const known = new Map<string, ReturnType<ReadPartial>>();
  return (file) => {
    if (known.has(file)) return known.get(file);
    const read = readNamed(folder, file);
    const partial = "source" in read ? { bytes: read.bytes, hash: read.source } : undefined;
    known.set(file, partial);
    return partial;
  };
}

import { SearchError } from "./errors.ts";
import { frontDecode, frontEncode } from "./front-coding.ts";
import type { NamedPage } from "./name-shards.ts";
import { type Sidecar, sidecarFormat } from "./sidecar.ts";

/** A sidecar as it lies on the server: its words packed. */
interface StoredSidecar extends Omit<Sidecar, "words"> {
  readonly format: typeof sidecarFormat;
  /** Front-coded. */
  readonly words: string;
  /** On how many pages each word stands, base 36. */
  readonly counts: string;
}

/** The text of a sidecar's file; `readSidecar` reads it. The same sidecar gives the same text. */
export function writeSidecar({ words, ...rest }: Sidecar): string {
  const stored: StoredSidecar = {
    format: sidecarFormat,
    ...rest,
    words: frontEncode(words.map((word) => word.text)),
    counts: words.map((word) => word.pages.toString(36)).join(" "),
  };
  return JSON.stringify(stored);
}

/** Reads a sidecar's file. Throws a `SearchError` where it is cut off, not a sidecar, or of another version. */
export function readSidecar(text: string): Sidecar {
  const { format: _, words: packed, counts: counted, ...rest } = checkStored(parse(text));
  const words = frontDecode(packed);
  const counts = counted === "" ? [] : counted.split(" ");
  if (counts.length !== words.length) throw broken();
  return {
    ...rest,
    words: words.map((word, index) => ({ text: word, pages: Number.parseInt(counts[index] ?? "0", 36) })),
  };
}

/** The text of a shard of names; `readNames` reads it. */
export function writeNames(pages: readonly NamedPage[]): string {
  return JSON.stringify(pages.map(({ ref, type, title, url, aliases }) => [ref, type, title, url, ...aliases]));
}

/** Reads a shard of names. Throws a `SearchError` for anything else. */
export function readNames(text: string): readonly NamedPage[] {
  const stored = parse(text);
  if (!Array.isArray(stored)) throw broken();
  // `writeNames` wrote them in this order; a shard has no version of its own, its sidecar was read before it.
  const rows = stored as [NamedPage["ref"], NamedPage["type"], string, string, ...string[]][];
  return rows.map(([ref, type, title, url, ...aliases]) => ({ ref, type, title, url, aliases }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(cause);
  }
}

function checkStored(stored: unknown): StoredSidecar {
  if (typeof stored !== "object" || stored === null || !("format" in stored)) throw broken();
  if (stored.format !== sidecarFormat) {
    const message = `This search index has format ${String(stored.format)}, and this program reads format ${sidecarFormat}: build the site and read it with the same version of Knowhow.`;
    throw new SearchError("index-version", message);
  }
  const fields = {
    locale: "string",
    pages: "number",
    parts: "number",
    words: "string",
    counts: "string",
    synonyms: "object",
  } as const;
  const candidate = { shards: undefined, ...stored } as Record<string, unknown>;
  const whole = Object.entries({ ...fields, shards: "object" }).every(
    ([name, type]) => typeof candidate[name] === type && candidate[name] !== null,
  );
  if (!whole) throw broken();
  // The fields that are read were looked at just now.
  return stored as StoredSidecar;
}

function broken(cause?: unknown): SearchError {
  return new SearchError("index-broken", "The search index is damaged: build and publish the site again.", { cause });
}

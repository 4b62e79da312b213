import { createHash } from "node:crypto";

/** A hash of what the reader of an entry sees: 12 hexadecimal digits. */
export function revisionOf(seen: unknown): string {
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex").slice(0, 12);
}

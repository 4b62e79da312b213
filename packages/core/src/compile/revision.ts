import { hash } from "node:crypto";

/** A hash of what the reader of an entry sees: 12 hexadecimal digits. */
export function revisionOf(seen: unknown): string {
  return hash("sha256", JSON.stringify(seen), "hex").slice(0, 12);
}

import type { ResolvedConfig } from "../config/schema.ts";
import { escapeAddress } from "../publish/markdown/escape.ts";

/** A file of the content folder as diagnostics name it: relative to the root. */
export function contentPath(file: string, { content }: ResolvedConfig): string {
  const folder = content.replace(/^\.\//, "").replace(/\/+$/, "");
  if (folder === "" || folder === ".") return file;
  return file === "" ? folder : `${folder}/${file}`;
}

/** A path as the address of a link: what would end it or mean something else is encoded, letters of any script stay. */
export function linkAddress(path: string): string {
  return escapeAddress(path.replace(/[#?%]/g, encodeURIComponent));
}

/** The way from one file to another; not encoded. */
export function relativePath(from: string, to: string): string {
  const folder = from.split("/").slice(0, -1);
  const parts = to.split("/");
  while (folder.length > 0 && parts.length > 1 && folder[0] === parts[0]) {
    folder.shift();
    parts.shift();
  }
  return folder.length === 0 ? `./${parts.join("/")}` : `${folder.map(() => "..").join("/")}/${parts.join("/")}`;
}

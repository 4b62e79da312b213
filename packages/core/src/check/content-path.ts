import type { ResolvedConfig } from "../config/schema.ts";

/** A file of the content folder as diagnostics name it: relative to the root. */
export function contentPath(file: string, { content }: ResolvedConfig): string {
  const folder = content.replace(/^\.\//, "").replace(/\/+$/, "");
  if (folder === "" || folder === ".") return file;
  return file === "" ? folder : `${folder}/${file}`;
}

/** The way from one file to another, as links write it. */
export function relativePath(from: string, to: string): string {
  const folder = from.split("/").slice(0, -1);
  const parts = to.split("/");
  while (folder.length > 0 && parts.length > 1 && folder[0] === parts[0]) {
    folder.shift();
    parts.shift();
  }
  return folder.length === 0 ? `./${parts.join("/")}` : `${folder.map(() => "..").join("/")}/${parts.join("/")}`;
}

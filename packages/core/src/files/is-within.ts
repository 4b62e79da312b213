import { isAbsolute, relative, sep } from "node:path";

/** Whether a path is a folder or lies in it. Both are absolute, and neither need be there. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // From one drive of Windows to another leads no relative way.
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

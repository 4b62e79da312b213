import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The endings of what Astro makes pages of. */
const pageEndings = ["astro", "mdx", "md", "html", "ts", "js"] as const;

/**
 * Whether a site serves a path beside the pages of entries: a file of the folder `public` in its root, or a page of the
 * folder `pages`. What a page with a name in brackets may stand for is not known, and taken to be there.
 */
export function isServed(root: string, path: string): boolean {
  const below = join("/", path);
  if (existsSync(join(root, "public", below))) return true;
  const top = join(root, "pages");
  if (!existsSync(top)) return false;
  const page = join(top, below.replace(/\/+$/, ""));
  if (pageEndings.some((ending) => [`${page}.${ending}`, join(page, `index.${ending}`)].some((one) => existsSync(one))))
    return true;
  for (let folder = dirname(page); folder.startsWith(top); folder = dirname(folder)) {
    if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("["))) return true;
  }
  return false;
}

import { access } from "node:fs/promises";
import { join } from "node:path";
import { isNamedPlace, navTargets, type ResolvedConfig } from "@knowhow/core";
import { failure } from "./failure.ts";

/**
 * Throws a usage failure if the configuration's `nav` leads to a path of the site where the built `folder` has neither a page nor a
 * file. Entries and the lists that every site has need no look.
 */
export async function checkNavPages(folder: string, { nav = [] }: ResolvedConfig): Promise<void> {
  for (const to of navTargets(nav)) {
    if (!to.startsWith("/") || isNamedPlace(to)) continue;
    const path = decoded(to.replace(/[?#].*$/, ""));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    await access(file).catch((error: unknown) => {
      const page = `pages${path.replace(/\/$/, "")}.astro`;
      throw failure(
        "usage",
        `The configuration's nav leads to ${to}, and the site has no such page. Write ${page}, or correct the address.`,
        error,
      );
    });
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
